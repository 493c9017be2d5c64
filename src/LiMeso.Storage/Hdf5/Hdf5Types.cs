using System.Runtime.InteropServices;
using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Hdf5;

/// <summary>The few types, data spaces and property lists that this room uses.</summary>
internal static unsafe class Hdf5Types
{
    /// <summary>Text of any length in UTF-8, which h5py gives back as str.</summary>
    public static Hdf5Handle Text()
    {
        var type = Hdf5Handle.Take(H5T.copy(H5T.C_S1), H5T.close, "create type", "text");
        _ = Hdf5Error.Check(H5T.set_size(type.Id, H5T.VARIABLE), "create type", "text");
        _ = Hdf5Error.Check(H5T.set_cset(type.Id, H5T.cset_t.UTF8), "create type", "text");
        return type;
    }

    /// <summary>The space of one value.</summary>
    public static Hdf5Handle Scalar() => Hdf5Handle.Take(H5S.create(H5S.class_t.SCALAR), H5S.close, "create data space", "scalar");

    /// <summary>The space of an array of fixed shape.</summary>
    public static Hdf5Handle Simple(ReadOnlySpan<int> shape)
    {
        Span<ulong> dimensions = stackalloc ulong[shape.Length];
        for (int i = 0; i < shape.Length; i++)
            dimensions[i] = (ulong)shape[i];
        return Hdf5Handle.Take(H5S.create_simple(shape.Length, dimensions, dimensions), H5S.close, "create data space of rank", $"{shape.Length}");
    }

    /// <summary>The shape of a space; empty for a single value.</summary>
    public static int[] Shape(Hdf5Handle space, string name)
    {
        int rank = (int)Hdf5Error.Check(H5S.get_simple_extent_ndims(space.Id), "measure", name);
        Span<ulong> dimensions = stackalloc ulong[rank];
        fixed (ulong* first = dimensions)
            _ = Hdf5Error.Check(H5S.get_simple_extent_dims(space.Id, first, null), "measure", name);
        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++)
            shape[i] = checked((int)dimensions[i]);
        return shape;
    }

    /// <summary>The number of values of a shape.</summary>
    public static int Count(ReadOnlySpan<int> shape)
    {
        int count = 1;
        foreach (int length in shape)
            count = checked(count * length);
        return count;
    }

    /// <summary>A property list whose objects store no times: the same content gives the same bytes.</summary>
    public static Hdf5Handle Timeless(long listClass, string name)
    {
        var list = Hdf5Handle.Take(H5P.create(listClass), H5P.close, "create property list for", name);
        _ = Hdf5Error.Check(H5P.set_obj_track_times(list.Id, 0), "switch times off for", name);
        return list;
    }
}

/// <summary>Strings as the library wants them: null-terminated UTF-8 in unmanaged memory.</summary>
internal sealed class Utf8Pointers : IDisposable
{
    /// <summary>Copies the strings.</summary>
    /// <exception cref="ArgumentException">A string contains a null character.</exception>
    public Utf8Pointers(ReadOnlySpan<string> texts)
    {
        foreach (string text in texts)
        {
            if (text.Contains('\0', StringComparison.Ordinal))
                throw new ArgumentException("text with a null character cannot be stored: HDF5 takes it for the end.", nameof(texts));
        }
        Pointers = new nint[texts.Length];
        for (int i = 0; i < texts.Length; i++)
            Pointers[i] = Marshal.StringToCoTaskMemUTF8(texts[i]);
    }

    /// <summary>One pointer a string.</summary>
    public nint[] Pointers { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (nint pointer in Pointers)
            Marshal.FreeCoTaskMem(pointer);
    }
}
