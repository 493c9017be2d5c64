using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>Property lists.</summary>
internal static unsafe partial class H5P
{
    public const long DEFAULT = 0;

    public static long FILE_CREATE => field != 0 ? field : field = Hdf5Library.Constant("H5P_CLS_FILE_CREATE_ID_g");

    public static long FILE_ACCESS => field != 0 ? field : field = Hdf5Library.Constant("H5P_CLS_FILE_ACCESS_ID_g");

    public static long GROUP_CREATE => field != 0 ? field : field = Hdf5Library.Constant("H5P_CLS_GROUP_CREATE_ID_g");

    public static long DATASET_CREATE => field != 0 ? field : field = Hdf5Library.Constant("H5P_CLS_DATASET_CREATE_ID_g");

    [LibraryImport(H5.Library, EntryPoint = "H5Pcreate")]
    public static partial long create(long cls);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_userblock")]
    public static partial int set_userblock(long list, ulong size);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_fapl_core")]
    public static partial int set_fapl_core(long list, nint increment, byte backingStore);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_file_image")]
    public static partial int set_file_image(long list, void* image, nint size);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_fclose_degree")]
    public static partial int set_fclose_degree(long list, H5F.close_degree_t degree);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_libver_bounds")]
    public static partial int set_libver_bounds(long list, H5F.libver_t low, H5F.libver_t high);

    /// <summary>HDF5 1.10.7, 1.12.1 and later: ask <see cref="Hdf5Library.Has"/> first.</summary>
    [LibraryImport(H5.Library, EntryPoint = "H5Pset_file_locking")]
    public static partial int set_file_locking(long list, byte use, byte ignoreWhenDisabled);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_chunk")]
    public static partial int set_chunk(long list, int rank, ReadOnlySpan<ulong> dimensions);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_shuffle")]
    public static partial int set_shuffle(long list);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_deflate")]
    public static partial int set_deflate(long list, uint level);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_fletcher32")]
    public static partial int set_fletcher32(long list);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_fill_value")]
    public static partial int set_fill_value(long list, long type, void* value);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_virtual", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int set_virtual(long list, long space, string sourceFile, string sourceDataset, long sourceSpace);

    [LibraryImport(H5.Library, EntryPoint = "H5Pset_obj_track_times")]
    public static partial int set_obj_track_times(long list, byte track);

    [LibraryImport(H5.Library, EntryPoint = "H5Pclose")]
    public static partial int close(long list);
}
