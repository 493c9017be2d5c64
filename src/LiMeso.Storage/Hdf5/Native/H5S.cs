using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Data spaces.</summary>
internal static unsafe partial class H5S
{
    public const long ALL = 0;

    public enum class_t
    {
        SCALAR = 0,
        SIMPLE = 1,
        NULL = 2,
    }

    public enum seloper_t
    {
        SET = 0,
    }

    [LibraryImport(H5.Library, EntryPoint = "H5Screate")]
    public static partial long create(class_t type);

    [LibraryImport(H5.Library, EntryPoint = "H5Screate_simple")]
    public static partial long create_simple(int rank, ReadOnlySpan<ulong> dimensions, ReadOnlySpan<ulong> maximum);

    [LibraryImport(H5.Library, EntryPoint = "H5Sselect_hyperslab")]
    public static partial int select_hyperslab(
        long space, seloper_t operation, ReadOnlySpan<ulong> start, ReadOnlySpan<ulong> stride, ReadOnlySpan<ulong> count, ReadOnlySpan<ulong> block);

    [LibraryImport(H5.Library, EntryPoint = "H5Sget_simple_extent_ndims")]
    public static partial int get_simple_extent_ndims(long space);

    [LibraryImport(H5.Library, EntryPoint = "H5Sget_simple_extent_dims")]
    public static partial int get_simple_extent_dims(long space, ulong* dimensions, ulong* maximum);

    [LibraryImport(H5.Library, EntryPoint = "H5Sclose")]
    public static partial int close(long space);
}
