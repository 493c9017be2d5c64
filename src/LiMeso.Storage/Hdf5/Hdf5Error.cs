using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Hdf5;

/// <summary>Turns negative returns of the library into exceptions that carry its error stack.</summary>
internal static unsafe class Hdf5Error
{
    /// <summary>Passes a good result on.</summary>
    /// <param name="result">What the library returned: negative is failure.</param>
    /// <param name="doing">What was being done: "open file".</param>
    /// <param name="name">To what.</param>
    /// <exception cref="Hdf5Exception">The result is negative.</exception>
    public static long Check(long result, string doing, string name) => result >= 0 ? result : throw Take(doing, name);

    /// <summary>The thread's error stack as an exception; the stack is empty afterwards.</summary>
    public static Hdf5Exception Take(string doing, string name)
    {
        var stack = new List<string>();
        long taken = H5E.get_current_stack();
        if (taken >= 0)
        {
            var pinned = GCHandle.Alloc(stack);
            try
            {
                _ = H5E.walk(taken, H5E.direction_t.WALK_UPWARD, &Collect, (void*)GCHandle.ToIntPtr(pinned));
            }
            finally
            {
                pinned.Free();
                _ = H5E.close_stack(taken);
            }
        }
        // Upward: the innermost call comes first, and it knows the reason.
        string why = stack.Count == 0 ? "no reason given" : stack[0];
        var message = new StringBuilder($"HDF5 cannot {doing} '{name}': {why}");
        foreach (string entry in stack.Skip(1))
            message.Append("\n    ").Append(entry);
        return new Hdf5Exception(message.ToString());
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Collect(uint position, H5E.error_t* entry, void* data)
    {
        const int Longest = 256;
        byte* text = stackalloc byte[Longest];
        int type;
        nint length = H5E.get_msg(entry->min_num, &type, text, Longest);
        string minor = length > 0 ? $" [{Encoding.UTF8.GetString(text, (int)Math.Min(length, Longest - 1))}]" : "";
        var stack = (List<string>)GCHandle.FromIntPtr((nint)data).Target!;
        stack.Add($"{Marshal.PtrToStringUTF8((nint)entry->func_name)}: {Marshal.PtrToStringUTF8((nint)entry->desc)}{minor}");
        return 0;
    }
}
