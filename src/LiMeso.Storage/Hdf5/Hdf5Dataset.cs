using System.Runtime.InteropServices;
using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Hdf5;

/// <summary>What a data set holds.</summary>
public enum Hdf5Kind
{
    /// <summary>Real numbers.</summary>
    Real,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Text.</summary>
    Text,
}

/// <summary>How a data set lies in its file.</summary>
public enum Hdf5Packing
{
    /// <summary>As it is, in one piece.</summary>
    Plain,

    /// <summary>In chunks of up to 1 MiB: bytes shuffled, deflated, and with a Fletcher-32 sum over each chunk.</summary>
    Compressed,
}

/// <summary>An array of any rank in an HDF5 file; the last index runs fastest.</summary>
public sealed unsafe class Hdf5Dataset : Hdf5Object
{
    internal Hdf5Dataset(Hdf5Handle handle, Hdf5Handle file, string name)
        : base(handle, file, name)
    {
    }

    /// <summary>Number of values along each index; empty for a single value.</summary>
    public IReadOnlyList<int> Shape
    {
        get
        {
            using Hdf5Library.Scope scope = Hdf5Library.Enter();
            return ReadShape();
        }
    }

    /// <summary>What the array holds.</summary>
    /// <exception cref="Hdf5Exception">Neither numbers nor text.</exception>
    public Hdf5Kind Kind
    {
        get
        {
            using Hdf5Library.Scope scope = Hdf5Library.Enter();
            using Hdf5Handle type = Hdf5Handle.Take(H5D.get_type(Handle.Id), H5T.close, "find the type of", Name);
            return H5T.get_class(type.Id) switch
            {
                H5T.class_t.FLOAT => Hdf5Kind.Real,
                H5T.class_t.INTEGER => Hdf5Kind.Whole,
                H5T.class_t.STRING => Hdf5Kind.Text,
                _ => throw new Hdf5Exception($"the HDF5 data set '{Name}' holds neither numbers nor text."),
            };
        }
    }

    /// <summary>All values, as real numbers.</summary>
    /// <exception cref="Hdf5Exception">They are no numbers, or a checksum is wrong.</exception>
    public double[] ReadDoubles()
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        double[] values = new double[Hdf5Types.Count(ReadShape())];
        fixed (double* buffer = values)
            Read(H5T.NATIVE_DOUBLE, buffer);
        return values;
    }

    /// <summary>All values, as whole numbers.</summary>
    /// <exception cref="Hdf5Exception">They are no numbers, or a checksum is wrong.</exception>
    public long[] ReadLongs()
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        long[] values = new long[Hdf5Types.Count(ReadShape())];
        fixed (long* buffer = values)
            Read(H5T.NATIVE_INT64, buffer);
        return values;
    }

    /// <summary>All values, as text.</summary>
    /// <exception cref="Hdf5Exception">They are no text, or a checksum is wrong.</exception>
    public string[] ReadTexts()
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        nint[] pointers = new nint[Hdf5Types.Count(ReadShape())];
        using (Hdf5Handle type = Hdf5Types.Text())
        {
            fixed (nint* buffer = pointers)
                Read(type.Id, buffer);
        }
        string[] texts = new string[pointers.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Marshal.PtrToStringUTF8(pointers[i]) ?? "";
            _ = H5.free_memory(pointers[i]);
        }
        return texts;
    }

    /// <summary>Creates a data set and fills it. The caller holds the library's scope.</summary>
    internal static Hdf5Dataset Create(
        Hdf5Handle location, Hdf5Handle file, string name, long fileType, long memoryType, ReadOnlySpan<int> shape, int count, Hdf5Packing packing, void* values)
    {
        if (Hdf5Types.Count(shape) != count)
            throw new ArgumentException($"{count} values do not fill the shape {string.Join(" × ", shape.ToArray())} of '{name}'.", nameof(shape));
        using Hdf5Handle space = Hdf5Types.Simple(shape);
        using Hdf5Handle properties = Hdf5Types.Timeless(H5P.DATASET_CREATE, name);
        if (packing == Hdf5Packing.Compressed && count > 0)
            Compress(properties.Id, shape, name);
        var dataset = new Hdf5Dataset(
            Hdf5Handle.Take(H5D.create(location.Id, name, fileType, space.Id, creation: properties.Id), H5D.close, "create data set", name, file), file, name);
        if (count > 0)
            _ = Hdf5Error.Check(H5D.write(dataset.Handle.Id, memoryType, H5S.ALL, H5S.ALL, H5P.DEFAULT, values), "write data set", name);
        return dataset;
    }

    // Shuffle before deflate: the high bytes of neighbouring numbers agree, and lie together then. Level 1: the higher ones gain
    // a few per cent on smooth fields at several times the cost.
    private static void Compress(long properties, ReadOnlySpan<int> shape, string name)
    {
        const int LargestChunk = 1 << 17;
        Span<ulong> chunk = stackalloc ulong[shape.Length];
        ulong values = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            chunk[i] = Math.Clamp(LargestChunk / values, 1, (ulong)shape[i]);
            values *= chunk[i];
        }
        _ = Hdf5Error.Check(H5P.set_chunk(properties, shape.Length, chunk), "set chunks of", name);
        _ = Hdf5Error.Check(H5P.set_shuffle(properties), "set shuffle filter of", name);
        _ = Hdf5Error.Check(H5P.set_deflate(properties, 1), "set deflate filter of", name);
        _ = Hdf5Error.Check(H5P.set_fletcher32(properties), "set checksum filter of", name);
    }

    private int[] ReadShape()
    {
        using Hdf5Handle space = Hdf5Handle.Take(H5D.get_space(Handle.Id), H5S.close, "measure data set", Name);
        return Hdf5Types.Shape(space, Name);
    }

    private void Read(long memoryType, void* buffer) =>
        Hdf5Error.Check(H5D.read(Handle.Id, memoryType, H5S.ALL, H5S.ALL, H5P.DEFAULT, buffer), "read data set", Name);
}
