using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Groups.</summary>
internal static unsafe partial class H5G
{
    /// <summary>H5G_info_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct info_t
    {
        public int storage_type;
        public ulong nlinks;
        public long max_corder;
        public byte mounted;
    }

    [LibraryImport(H5.Library, EntryPoint = "H5Gcreate2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long create(long location, string name, long linkCreation = H5P.DEFAULT, long creation = H5P.DEFAULT, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Gopen2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long open(long location, string name, long access = H5P.DEFAULT);

    [LibraryImport(H5.Library, EntryPoint = "H5Gget_info")]
    public static partial int get_info(long group, info_t* info);

    [LibraryImport(H5.Library, EntryPoint = "H5Gclose")]
    public static partial int close(long group);
}
