using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Files.</summary>
internal static unsafe partial class H5F
{
    public const uint ACC_RDONLY = 0;
    public const uint ACC_TRUNC = 2;

    public enum scope_t
    {
        LOCAL = 0,
        GLOBAL = 1,
    }

    public enum close_degree_t
    {
        DEFAULT = 0,
        WEAK = 1,
        SEMI = 2,
        STRONG = 3,
    }

    public enum libver_t
    {
        EARLIEST = 0,
        V18 = 1,
        V110 = 2,
    }

    [LibraryImport(H5.Library, EntryPoint = "H5Fcreate", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long create(string name, uint flags, long creation = H5P.DEFAULT, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Fopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(string name, uint flags, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Fflush")]
    public static partial int flush(long @object, scope_t scope);

    [LibraryImport(H5.Library, EntryPoint = "H5Fget_file_image")]
    public static partial nint get_file_image(long file, void* buffer, nint size);

    [LibraryImport(H5.Library, EntryPoint = "H5Fclose")]
    public static partial int close(long file);
}
