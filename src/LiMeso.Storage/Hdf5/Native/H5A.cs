using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Attributes.</summary>
internal static unsafe partial class H5A
{
    [LibraryImport(H5.Library, EntryPoint = "H5Acreate2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long create(long location, string name, long type, long space, long creation = H5P.DEFAULT, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Aopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(long @object, string name, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Aexists", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int exists(long @object, string name);

    [LibraryImport(H5.Library, EntryPoint = "H5Aget_space")]
    public static partial long get_space(long attribute);

    [LibraryImport(H5.Library, EntryPoint = "H5Aget_type")]
    public static partial long get_type(long attribute);

    [LibraryImport(H5.Library, EntryPoint = "H5Awrite")]
    public static partial int write(long attribute, long memoryType, void* buffer);

    [LibraryImport(H5.Library, EntryPoint = "H5Aread")]
    public static partial int read(long attribute, long memoryType, void* buffer);

    [LibraryImport(H5.Library, EntryPoint = "H5Aiterate2")]
    public static partial int iterate(
        long @object, H5.index_t index, H5.iter_order_t order, ulong* position, delegate* unmanaged[Cdecl]<long, byte*, void*, void*, int> visit, void* data);

    [LibraryImport(H5.Library, EntryPoint = "H5Aclose")]
    public static partial int close(long attribute);
}
