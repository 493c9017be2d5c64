using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

// The classes of this folder carry the names of HDF.PInvoke (H5F.create for H5Fcreate), so that the two can change places.
// hid_t is long, herr_t and htri_t are int, hsize_t is ulong, size_t is nint, hbool_t is byte.

/// <summary>The library as a whole.</summary>
internal static partial class H5
{
    /// <summary>The name that <see cref="Hdf5Library"/> resolves to the file found.</summary>
    public const string Library = "hdf5";

    public enum index_t
    {
        NAME = 0,
        CRT_ORDER = 1,
    }

    public enum iter_order_t
    {
        INC = 0,
        DEC = 1,
        NATIVE = 2,
    }

    [LibraryImport(Library, EntryPoint = "H5free_memory")]
    public static partial int free_memory(nint memory);
}
