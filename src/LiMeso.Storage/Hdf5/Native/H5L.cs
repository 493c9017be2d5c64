using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Links.</summary>
internal static unsafe partial class H5L
{
    [LibraryImport(H5.Library, EntryPoint = "H5Lexists", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int exists(long location, string name, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Lcreate_external", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int create_external(
        string file, string @object, long location, string name, long creation = H5P.DEFAULT, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Lget_name_by_idx", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint get_name_by_idx(
        long location, string group, H5.index_t index, H5.iter_order_t order, ulong position, byte* name, nint size, long access = H5P.DEFAULT);
}
