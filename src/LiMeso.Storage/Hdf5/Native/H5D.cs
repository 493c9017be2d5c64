using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Data sets.</summary>
internal static unsafe partial class H5D
{
    [LibraryImport(H5.Library, EntryPoint = "H5Dcreate2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long create(
        long location, string name, long type, long space, long linkCreation = H5P.DEFAULT, long creation = H5P.DEFAULT, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Dopen2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(long location, string name, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Dget_space")]
    public static partial long get_space(long dataset);

    [LibraryImport(H5.Library, EntryPoint = "H5Dget_type")]
    public static partial long get_type(long dataset);

    [LibraryImport(H5.Library, EntryPoint = "H5Dwrite")]
    public static partial int write(long dataset, long memoryType, long memorySpace, long fileSpace, long transfer, void* buffer);

    [LibraryImport(H5.Library, EntryPoint = "H5Dread")]
    public static partial int read(long dataset, long memoryType, long memorySpace, long fileSpace, long transfer, void* buffer);

    [LibraryImport(H5.Library, EntryPoint = "H5Dclose")]
    public static partial int close(long dataset);
}
