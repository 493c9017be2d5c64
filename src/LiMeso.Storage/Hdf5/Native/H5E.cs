using System.Runtime.InteropServices;

namespace LiMeso.Storage.Hdf5.Native;

/// <summary>The error stack, one a thread in a thread-safe library.</summary>
internal static unsafe partial class H5E
{
    public const long DEFAULT = 0;

    public enum direction_t
    {
        WALK_UPWARD = 0,
        WALK_DOWNWARD = 1,
    }

    /// <summary>H5E_error2_t: one entry of the stack.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct error_t
    {
        public long cls_id;
        public long maj_num;
        public long min_num;
        public uint line;
        public byte* func_name;
        public byte* file_name;
        public byte* desc;
    }

    [LibraryImport(H5.Library, EntryPoint = "H5Eset_auto2")]
    public static partial int set_auto(long stack, delegate* unmanaged[Cdecl]<long, void*, int> report, void* data);

    [LibraryImport(H5.Library, EntryPoint = "H5Eget_current_stack")]
    public static partial long get_current_stack();

    [LibraryImport(H5.Library, EntryPoint = "H5Ewalk2")]
    public static partial int walk(long stack, direction_t direction, delegate* unmanaged[Cdecl]<uint, error_t*, void*, int> visit, void* data);

    [LibraryImport(H5.Library, EntryPoint = "H5Eget_msg")]
    public static partial nint get_msg(long message, int* type, byte* text, nint size);

    [LibraryImport(H5.Library, EntryPoint = "H5Eclose_stack")]
    public static partial int close_stack(long stack);
}
