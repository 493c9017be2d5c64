using System.Text;
using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Hdf5;

/// <summary>A group of data sets and further groups. Names may be paths: <c>mesh/x_faces</c>.</summary>
public unsafe class Hdf5Group : Hdf5Object
{
    internal Hdf5Group(Hdf5Handle handle, Hdf5Handle file, string name)
        : base(handle, file, name)
    {
    }

    /// <summary>Names of the members, sorted; links to other files among them, whether their targets exist or not.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            using Hdf5Library.Scope scope = Hdf5Library.Enter();
            H5G.info_t info;
            _ = Hdf5Error.Check(H5G.get_info(Handle.Id, &info), "list group", Name);
            string[] names = new string[info.nlinks];
            for (ulong i = 0; i < info.nlinks; i++)
                names[i] = NameAt(i);
            return names;
        }
    }

    /// <summary>Whether the group has a member of that name (no path).</summary>
    public bool Contains(string name)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        return Hdf5Error.Check(H5L.exists(Handle.Id, name), "look for", Of(name)) > 0;
    }

    /// <summary>Adds an empty group.</summary>
    /// <exception cref="Hdf5Exception">The name is taken.</exception>
    public Hdf5Group CreateGroup(string name)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle properties = Hdf5Types.Timeless(H5P.GROUP_CREATE, name);
        return new Hdf5Group(
            Hdf5Handle.Take(H5G.create(Handle.Id, name, creation: properties.Id), H5G.close, "create group", Of(name), FileHandle), FileHandle, Of(name));
    }

    /// <summary>Opens a group; follows links into other files.</summary>
    /// <exception cref="Hdf5Exception">There is none of that name.</exception>
    public Hdf5Group OpenGroup(string name)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        return new Hdf5Group(Hdf5Handle.Take(H5G.open(Handle.Id, name), H5G.close, "open group", Of(name), FileHandle), FileHandle, Of(name));
    }

    /// <summary>Opens a data set; follows links into other files.</summary>
    /// <exception cref="Hdf5Exception">There is none of that name.</exception>
    public Hdf5Dataset OpenDataset(string name)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        return new Hdf5Dataset(Hdf5Handle.Take(H5D.open(Handle.Id, name), H5D.close, "open data set", Of(name), FileHandle), FileHandle, Of(name));
    }

    /// <summary>Adds an array of real numbers.</summary>
    /// <param name="name">The new data set's name.</param>
    /// <param name="values">The values, last index fastest.</param>
    /// <param name="shape">Number of values along each index.</param>
    /// <param name="packing">How the values lie in the file.</param>
    /// <returns>The data set, for attributes; dispose of it.</returns>
    /// <exception cref="ArgumentException">The values do not fill the shape.</exception>
    /// <exception cref="Hdf5Exception">The name is taken, or the values cannot be written.</exception>
    public Hdf5Dataset Write(string name, ReadOnlySpan<double> values, ReadOnlySpan<int> shape, Hdf5Packing packing = Hdf5Packing.Compressed)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        fixed (double* buffer = values)
            return Hdf5Dataset.Create(Handle, FileHandle, name, H5T.IEEE_F64LE, H5T.NATIVE_DOUBLE, shape, values.Length, packing, buffer);
    }

    /// <summary>Adds an array of whole numbers.</summary>
    /// <inheritdoc cref="Write(string, ReadOnlySpan{double}, ReadOnlySpan{int}, Hdf5Packing)"/>
    public Hdf5Dataset Write(string name, ReadOnlySpan<long> values, ReadOnlySpan<int> shape, Hdf5Packing packing = Hdf5Packing.Compressed)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        fixed (long* buffer = values)
            return Hdf5Dataset.Create(Handle, FileHandle, name, H5T.STD_I64LE, H5T.NATIVE_INT64, shape, values.Length, packing, buffer);
    }

    /// <summary>Adds a list of texts. HDF5 can neither compress nor sum them; the file's seal covers them.</summary>
    /// <param name="name">The new data set's name.</param>
    /// <param name="values">The texts.</param>
    /// <returns>The data set, for attributes; dispose of it.</returns>
    /// <exception cref="ArgumentException">A text contains a null character.</exception>
    /// <exception cref="Hdf5Exception">The name is taken, or the values cannot be written.</exception>
    public Hdf5Dataset Write(string name, ReadOnlySpan<string> values)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle type = Hdf5Types.Text();
        using var texts = new Utf8Pointers(values);
        fixed (nint* buffer = texts.Pointers)
            return Hdf5Dataset.Create(Handle, FileHandle, name, type.Id, type.Id, [values.Length], values.Length, Hdf5Packing.Plain, buffer);
    }

    /// <summary>Adds a link to a group or data set in another file.</summary>
    /// <param name="name">The link's name.</param>
    /// <param name="file">The other file, relative to this file's directory.</param>
    /// <param name="target">Path of the object in there.</param>
    /// <exception cref="Hdf5Exception">The name is taken.</exception>
    public void LinkExternal(string name, string file, string target = "/")
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        _ = Hdf5Error.Check(H5L.create_external(file, target, Handle.Id, name), "create link", Of(name));
    }

    /// <summary>Adds a data set without values of its own: a view that stacks data sets of one shape from other files along a new first index.</summary>
    /// <param name="name">The new data set's name.</param>
    /// <param name="files">The other files in order, relative to this file's directory. Where one is missing, the view shows NaN.</param>
    /// <param name="dataset">Path of the data set in each of them.</param>
    /// <param name="shape">The shape of each.</param>
    /// <returns>The data set, for attributes; dispose of it.</returns>
    /// <exception cref="Hdf5Exception">The name is taken.</exception>
    public Hdf5Dataset WriteStack(string name, IReadOnlyList<string> files, string dataset, ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(files);
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        return Hdf5Stack.Create(Handle, FileHandle, name, files, dataset, shape);
    }

    private string NameAt(ulong position)
    {
        nint length = (nint)Hdf5Error.Check(H5L.get_name_by_idx(Handle.Id, ".", H5.index_t.NAME, H5.iter_order_t.INC, position, null, 0), "list group", Name);
        byte[] utf8 = new byte[length + 1];
        fixed (byte* buffer = utf8)
            _ = Hdf5Error.Check(H5L.get_name_by_idx(Handle.Id, ".", H5.index_t.NAME, H5.iter_order_t.INC, position, buffer, utf8.Length), "list group", Name);
        return Encoding.UTF8.GetString(utf8, 0, (int)length);
    }
}
