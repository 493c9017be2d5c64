using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>
/// Finds and loads the HDF5 C library at the first use. All use of the native classes happens between <see cref="Enter"/> and the end of its scope,
/// which serialises the calls if, and only if, the library was built without thread safety.
/// </summary>
internal static unsafe class Hdf5Library
{
    /// <summary>The oldest release that fits: from 1.10 on identifiers have 64 bits.</summary>
    public static readonly Version Oldest = new(1, 10, 0);

    private static readonly Lock _loading = new();
    private static readonly Lock _serial = new();
    private static volatile Loaded? _loaded;

    // Printing of errors is switched off for each thread on its own.
    [ThreadStatic]
    private static bool _quiet;

    /// <summary>The library in use.</summary>
    /// <exception cref="Hdf5LibraryException">No usable library was found.</exception>
    public static Loaded Current => _loaded ?? Load();

    /// <summary>Opens a scope in which the native classes may be used. The first call loads the library.</summary>
    /// <exception cref="Hdf5LibraryException">No usable library was found.</exception>
    public static Scope Enter()
    {
        Loaded library = Current;
        if (!library.ThreadSafe)
            _serial.Enter();
        if (!_quiet)
        {
            _ = H5E.set_auto(H5E.DEFAULT, null, null);
            _quiet = true;
        }
        return new Scope(library.ThreadSafe ? null : _serial);
    }

    /// <summary>The value of an identifier that the library exports as a variable, such as <c>H5T_NATIVE_DOUBLE_g</c>.</summary>
    public static long Constant(string symbol) => Marshal.ReadInt64(NativeLibrary.GetExport(Current.Handle, symbol));

    /// <summary>Whether the library has a function that came with a later release than <see cref="Oldest"/>.</summary>
    public static bool Has(string function) => NativeLibrary.TryGetExport(Current.Handle, function, out _);

    private static Loaded Load()
    {
        lock (_loading)
        {
            if (_loaded is { } already)
                return already;
            Loaded library = Find();
            NativeLibrary.SetDllImportResolver(typeof(Hdf5Library).Assembly, (name, _, _) => name == H5.Library ? library.Handle : 0);
            _loaded = library;
            return library;
        }
    }

    private static Loaded Find()
    {
        if (LibraryCandidates.Named(Environment.GetEnvironmentVariable) is var (variable, named))
            return LoadNamed(variable, named);
        OSPlatform platform = OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
        var unusable = new List<string>();
        foreach (string candidate in LibraryCandidates.For(platform, Environment.GetEnvironmentVariable))
        {
            if (!NativeLibrary.TryLoad(candidate, out nint handle))
                continue;
            if (Inspect(handle, candidate, out string problem) is { } library)
                return library;
            unusable.Add($"{candidate}: {problem}");
        }
        throw Hdf5LibraryException.NotFound(InstallHint.Here(), unusable);
    }

    // An explicit choice: any other library would be a silent surprise.
    private static Loaded LoadNamed(string variable, string file)
    {
        try
        {
            return Inspect(NativeLibrary.Load(file), file, out string problem) ?? throw Hdf5LibraryException.Named(variable, file, problem);
        }
        catch (Exception refused) when (refused is DllNotFoundException or BadImageFormatException)
        {
            throw Hdf5LibraryException.Named(variable, file, "it cannot be loaded");
        }
    }

    private static Loaded? Inspect(nint handle, string file, out string problem)
    {
        if (!NativeLibrary.TryGetExport(handle, "H5open", out nint open) || !NativeLibrary.TryGetExport(handle, "H5get_libversion", out nint getVersion))
        {
            problem = "it is no HDF5 library";
            return null;
        }
        // The exported constants are set by H5open only.
        uint major, minor, release;
        if (((delegate* unmanaged[Cdecl]<int>)open)() < 0 || ((delegate* unmanaged[Cdecl]<uint*, uint*, uint*, int>)getVersion)(&major, &minor, &release) < 0)
        {
            problem = "it does not start";
            return null;
        }
        var version = new Version((int)major, (int)minor, (int)release);
        if (version < Oldest)
        {
            problem = $"it is HDF5 {version}, and {Oldest} or later is needed";
            return null;
        }
        byte safe = 0;
        if (NativeLibrary.TryGetExport(handle, "H5is_library_threadsafe", out nint threadSafe))
            _ = ((delegate* unmanaged[Cdecl]<byte*, int>)threadSafe)(&safe);
        problem = "";
        return new Loaded(handle, file, version, safe != 0);
    }

    /// <summary>A loaded library.</summary>
    /// <param name="Handle">Handle of the loader.</param>
    /// <param name="File">Name or path it was found under.</param>
    /// <param name="Version">Its release.</param>
    /// <param name="ThreadSafe">Whether several threads may call it at once.</param>
    public sealed record Loaded(nint Handle, string File, Version Version, bool ThreadSafe);

    /// <summary>Ends one use of the library.</summary>
    public readonly ref struct Scope(Lock? held) : IDisposable
    {
        private readonly Lock? _held = held;

        public void Dispose() => _held?.Exit();
    }
}
