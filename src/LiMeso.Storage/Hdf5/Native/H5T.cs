using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Data types.</summary>
internal static partial class H5T
{
    /// <summary>H5T_VARIABLE, the size of strings of any length.</summary>
    public const nint VARIABLE = -1;

    public enum class_t
    {
        NO_CLASS = -1,
        INTEGER = 0,
        FLOAT = 1,
        TIME = 2,
        STRING = 3,
    }

    public enum cset_t
    {
        ASCII = 0,
        UTF8 = 1,
    }

    public static long NATIVE_DOUBLE => field != 0 ? field : field = Hdf5Library.Constant("H5T_NATIVE_DOUBLE_g");

    public static long NATIVE_INT64 => field != 0 ? field : field = Hdf5Library.Constant("H5T_NATIVE_INT64_g");

    public static long IEEE_F64LE => field != 0 ? field : field = Hdf5Library.Constant("H5T_IEEE_F64LE_g");

    public static long STD_I64LE => field != 0 ? field : field = Hdf5Library.Constant("H5T_STD_I64LE_g");

    public static long C_S1 => field != 0 ? field : field = Hdf5Library.Constant("H5T_C_S1_g");

    [LibraryImport(H5.Library, EntryPoint = "H5Tcopy")]
    public static partial long copy(long type);

    [LibraryImport(H5.Library, EntryPoint = "H5Tset_size")]
    public static partial int set_size(long type, nint size);

    [LibraryImport(H5.Library, EntryPoint = "H5Tset_cset")]
    public static partial int set_cset(long type, cset_t charset);

    [LibraryImport(H5.Library, EntryPoint = "H5Tget_class")]
    public static partial class_t get_class(long type);

    [LibraryImport(H5.Library, EntryPoint = "H5Tclose")]
    public static partial int close(long type);
}
