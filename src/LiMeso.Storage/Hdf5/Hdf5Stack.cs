using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Hdf5;

/// <summary>Virtual data sets of one kind: data sets of one shape in other files, stacked along a new first index.</summary>
internal static unsafe class Hdf5Stack
{
    /// <summary>Creates the view. The caller holds the library's scope.</summary>
    public static Hdf5Dataset Create(Hdf5Handle location, Hdf5Handle file, string name, IReadOnlyList<string> files, string dataset, ReadOnlySpan<int> shape)
    {
        using Hdf5Handle stack = Hdf5Types.Simple([files.Count, .. shape]);
        using Hdf5Handle layer = Hdf5Types.Simple(shape);
        using Hdf5Handle properties = Hdf5Types.Timeless(H5P.DATASET_CREATE, name);
        double missing = double.NaN;
        _ = Hdf5Error.Check(H5P.set_fill_value(properties.Id, H5T.NATIVE_DOUBLE, &missing), "set fill value of", name);
        Span<ulong> start = stackalloc ulong[shape.Length + 1];
        Span<ulong> count = stackalloc ulong[shape.Length + 1];
        start.Clear();
        count[0] = 1;
        for (int i = 0; i < shape.Length; i++)
            count[i + 1] = (ulong)shape[i];
        for (int k = 0; k < files.Count; k++)
        {
            start[0] = (ulong)k;
            _ = Hdf5Error.Check(H5S.select_hyperslab(stack.Id, H5S.seloper_t.SET, start, default, count, default), "select layers of", name);
            _ = Hdf5Error.Check(H5P.set_virtual(properties.Id, stack.Id, files[k], dataset, layer.Id), "add layers to", name);
        }
        var handle = Hdf5Handle.Take(H5D.create(location.Id, name, H5T.IEEE_F64LE, stack.Id, creation: properties.Id), H5D.close, "create stacked data set", name, file);
        return new Hdf5Dataset(handle, file, name);
    }
}
