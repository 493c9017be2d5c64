using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Hdf5;

/// <summary>A group or data set: something that carries attributes. Strings are UTF-8 of any length, numbers 64-bit little-endian.</summary>
public abstract unsafe class Hdf5Object : IDisposable
{
    private protected Hdf5Object(Hdf5Handle handle, Hdf5Handle file, string name)
    {
        Handle = handle;
        FileHandle = file;
        Name = name;
    }

    /// <summary>Path inside the file, or the file's name for the root.</summary>
    public string Name { get; }

    private protected Hdf5Handle Handle { get; }

    private protected Hdf5Handle FileHandle { get; }

    /// <summary>The attributes' names, sorted.</summary>
    public IReadOnlyList<string> AttributeNames
    {
        get
        {
            using Hdf5Library.Scope scope = Hdf5Library.Enter();
            var names = new List<string>();
            var pinned = GCHandle.Alloc(names);
            try
            {
                ulong position = 0;
                _ = Hdf5Error.Check(
                    H5A.iterate(Handle.Id, H5.index_t.NAME, H5.iter_order_t.INC, &position, &CollectName, (void*)GCHandle.ToIntPtr(pinned)), "list attributes of", Name);
            }
            finally
            {
                pinned.Free();
            }
            return names;
        }
    }

    /// <summary>Whether an attribute exists.</summary>
    public bool HasAttribute(string name)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        return Hdf5Error.Check(H5A.exists(Handle.Id, name), "look for attribute", Of(name)) > 0;
    }

    /// <summary>Adds a text attribute.</summary>
    /// <exception cref="ArgumentException">The text contains a null character, which HDF5 would take for its end.</exception>
    /// <exception cref="Hdf5Exception">The attribute exists already, or cannot be written.</exception>
    public void SetAttribute(string name, string value)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle type = Hdf5Types.Text();
        using Hdf5Handle space = Hdf5Types.Scalar();
        using var text = new Utf8Pointers([value]);
        fixed (nint* pointers = text.Pointers)
            WriteAttribute(name, type.Id, type.Id, space.Id, pointers);
    }

    /// <summary>Adds a number as an attribute.</summary>
    /// <exception cref="Hdf5Exception">The attribute exists already, or cannot be written.</exception>
    public void SetAttribute(string name, double value)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle space = Hdf5Types.Scalar();
        WriteAttribute(name, H5T.IEEE_F64LE, H5T.NATIVE_DOUBLE, space.Id, &value);
    }

    /// <summary>Adds a whole number as an attribute.</summary>
    /// <exception cref="Hdf5Exception">The attribute exists already, or cannot be written.</exception>
    public void SetAttribute(string name, long value)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle space = Hdf5Types.Scalar();
        WriteAttribute(name, H5T.STD_I64LE, H5T.NATIVE_INT64, space.Id, &value);
    }

    /// <summary>Adds a list of numbers as an attribute.</summary>
    /// <exception cref="Hdf5Exception">The attribute exists already, or cannot be written (HDF5 limits an attribute to 64 KiB).</exception>
    public void SetAttribute(string name, ReadOnlySpan<double> values)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle space = Hdf5Types.Simple([values.Length]);
        fixed (double* buffer = values)
            WriteAttribute(name, H5T.IEEE_F64LE, H5T.NATIVE_DOUBLE, space.Id, buffer);
    }

    /// <summary>Adds a list of whole numbers as an attribute.</summary>
    /// <inheritdoc cref="SetAttribute(string, ReadOnlySpan{double})"/>
    public void SetAttribute(string name, ReadOnlySpan<long> values)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle space = Hdf5Types.Simple([values.Length]);
        fixed (long* buffer = values)
            WriteAttribute(name, H5T.STD_I64LE, H5T.NATIVE_INT64, space.Id, buffer);
    }

    /// <summary>Adds a list of texts as an attribute.</summary>
    /// <exception cref="ArgumentException">A text contains a null character, which HDF5 would take for its end.</exception>
    /// <exception cref="Hdf5Exception">The attribute exists already, or cannot be written.</exception>
    public void SetAttribute(string name, ReadOnlySpan<string> values)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle type = Hdf5Types.Text();
        using Hdf5Handle space = Hdf5Types.Simple([values.Length]);
        using var texts = new Utf8Pointers(values);
        fixed (nint* pointers = texts.Pointers)
            WriteAttribute(name, type.Id, type.Id, space.Id, pointers);
    }

    /// <summary>A text attribute.</summary>
    /// <exception cref="Hdf5Exception">There is none of that name, or it is no text.</exception>
    public string GetText(string name)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle attribute = OpenAttribute(name);
        using Hdf5Handle type = Hdf5Types.Text();
        nint text = 0;
        _ = Hdf5Error.Check(H5A.read(attribute.Id, type.Id, &text), "read attribute", Of(name));
        string value = Marshal.PtrToStringUTF8(text) ?? "";
        _ = H5.free_memory(text);
        return value;
    }

    /// <summary>A number from an attribute.</summary>
    /// <exception cref="Hdf5Exception">There is none of that name, or it is no number.</exception>
    public double GetDouble(string name) => GetDoubles(name) is [double one] ? one : throw NotOne(name);

    /// <summary>A whole number from an attribute.</summary>
    /// <exception cref="Hdf5Exception">There is none of that name, or it is no number.</exception>
    public long GetLong(string name) => GetLongs(name) is [long one] ? one : throw NotOne(name);

    /// <summary>A list of numbers from an attribute.</summary>
    /// <exception cref="Hdf5Exception">There is none of that name, or it holds no numbers.</exception>
    public double[] GetDoubles(string name)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle attribute = OpenAttribute(name);
        double[] values = new double[CountOf(attribute, name)];
        fixed (double* buffer = values)
            ReadAttribute(attribute, H5T.NATIVE_DOUBLE, buffer, name);
        return values;
    }

    /// <summary>A list of whole numbers from an attribute.</summary>
    /// <exception cref="Hdf5Exception">There is none of that name, or it holds no numbers.</exception>
    public long[] GetLongs(string name)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle attribute = OpenAttribute(name);
        long[] values = new long[CountOf(attribute, name)];
        fixed (long* buffer = values)
            ReadAttribute(attribute, H5T.NATIVE_INT64, buffer, name);
        return values;
    }

    /// <summary>Closes the object; closing a file closes all that was opened in it.</summary>
    public void Dispose()
    {
        Handle.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string Of(string name) => $"{Name}/{name}";

    private void WriteAttribute(string name, long fileType, long memoryType, long space, void* buffer)
    {
        using Hdf5Handle attribute = Hdf5Handle.Take(H5A.create(Handle.Id, name, fileType, space), H5A.close, "create attribute", Of(name));
        // An empty list has no buffer, and nothing to write or read.
        if (buffer is not null)
            _ = Hdf5Error.Check(H5A.write(attribute.Id, memoryType, buffer), "write attribute", Of(name));
    }

    private void ReadAttribute(Hdf5Handle attribute, long memoryType, void* buffer, string name)
    {
        if (buffer is not null)
            _ = Hdf5Error.Check(H5A.read(attribute.Id, memoryType, buffer), "read attribute", Of(name));
    }

    private Hdf5Handle OpenAttribute(string name) => Hdf5Handle.Take(H5A.open(Handle.Id, name), H5A.close, "open attribute", Of(name));

    private long CountOf(Hdf5Handle attribute, string name)
    {
        using Hdf5Handle space = Hdf5Handle.Take(H5A.get_space(attribute.Id), H5S.close, "measure attribute", Of(name));
        return Hdf5Types.Count(Hdf5Types.Shape(space, Of(name)));
    }

    private Hdf5Exception NotOne(string name) => new($"the HDF5 attribute '{Of(name)}' holds a list where one number was expected.");

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CollectName(long location, byte* name, void* info, void* data)
    {
        ((List<string>)GCHandle.FromIntPtr((nint)data).Target!).Add(Marshal.PtrToStringUTF8((nint)name)!);
        return 0;
    }
}
