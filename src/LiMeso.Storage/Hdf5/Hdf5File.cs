using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Hdf5;

/// <summary>
/// An HDF5 file. Files are written once and as a whole: the library builds them in memory, then <see cref="AtomicFile"/> puts them in place,
/// with a <see cref="Seal"/> over every byte. A file that lies on the disk is never opened for writing again.
/// </summary>
public sealed unsafe class Hdf5File : Hdf5Group
{
    private Hdf5File(Hdf5Handle handle, string name)
        : base(handle, handle, name)
    {
    }

    /// <summary>Writes a whole file; the same content gives the same bytes.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="fill">Adds groups, data sets and attributes to the empty file it is given.</param>
    /// <param name="durability">What the file must outlive.</param>
    /// <exception cref="Hdf5Exception">Something cannot be added, or the file would exceed 2 GB.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Hdf5Group> fill, Durability durability = Durability.PowerLoss)
    {
        ArgumentNullException.ThrowIfNull(fill);
        byte[] image;
        using (Hdf5File file = CreateInMemory(path))
        {
            fill(file);
            image = file.Image();
        }
        Seal.Apply(image);
        AtomicFile.Write(path, image, durability);
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="Hdf5Exception">It does not exist or is no HDF5 file.</exception>
    public static Hdf5File Open(string path)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle access = Access(path);
        // Nobody writes to a file in place here, so that locks protect nothing; some network file systems refuse them.
        if (Hdf5Library.Has("H5Pset_file_locking"))
            _ = Hdf5Error.Check(H5P.set_file_locking(access.Id, 0, 1), "open file", path);
        return new Hdf5File(Hdf5Handle.Take(H5F.open(path, H5F.ACC_RDONLY, access.Id), H5F.close, "open file", path), path);
    }

    /// <summary>Reads a whole file into memory, checks its seal, and opens it for reading.</summary>
    /// <exception cref="DamagedFileException">It is cut short, has a wrong bit somewhere, or never had a seal.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Hdf5File OpenVerified(string path)
    {
        byte[] image = File.ReadAllBytes(path);
        Seal.Verify(image, path);
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle access = InMemory(path);
        fixed (byte* buffer = image)
            _ = Hdf5Error.Check(H5P.set_file_image(access.Id, buffer, image.Length), "load file", path);
        // The library refuses to open an image under the name of a file that exists.
        return new Hdf5File(Hdf5Handle.Take(H5F.open(path + " in memory", H5F.ACC_RDONLY, access.Id), H5F.close, "open file", path), path);
    }

    private static Hdf5File CreateInMemory(string path)
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        using Hdf5Handle creation = Hdf5Types.Timeless(H5P.FILE_CREATE, path);
        _ = Hdf5Error.Check(H5P.set_userblock(creation.Id, Seal.Length), "create file", path);
        using Hdf5Handle access = InMemory(path);
        return new Hdf5File(Hdf5Handle.Take(H5F.create(path, H5F.ACC_TRUNC, creation.Id, access.Id), H5F.close, "create file", path), path);
    }

    private byte[] Image()
    {
        using Hdf5Library.Scope scope = Hdf5Library.Enter();
        _ = Hdf5Error.Check(H5F.flush(Handle.Id, H5F.scope_t.LOCAL), "complete file", Name);
        nint length = (nint)Hdf5Error.Check(H5F.get_file_image(Handle.Id, null, 0), "complete file", Name);
        if (length > Array.MaxLength - Seal.Length)
            throw new Hdf5Exception($"'{Name}' would have {length} bytes; a file that is built in memory can have {Array.MaxLength - Seal.Length} at most.");
        // The library hands out its own part only, without the user block before it.
        byte[] image = new byte[Seal.Length + length];
        fixed (byte* buffer = image)
            _ = Hdf5Error.Check(H5F.get_file_image(Handle.Id, buffer + Seal.Length, length), "complete file", Name);
        return image;
    }

    private static Hdf5Handle InMemory(string path)
    {
        const int Increment = 1 << 16;
        Hdf5Handle access = Access(path);
        _ = Hdf5Error.Check(H5P.set_fapl_core(access.Id, Increment, 0), "prepare memory for file", path);
        return access;
    }

    private static Hdf5Handle Access(string path)
    {
        var access = Hdf5Handle.Take(H5P.create(H5P.FILE_ACCESS), H5P.close, "open file", path);
        _ = Hdf5Error.Check(H5P.set_fclose_degree(access.Id, H5F.close_degree_t.STRONG), "open file", path);
        // The earliest form: every release can read it, and H5Fget_file_image spoils the checksum of later ones (seen with 1.10.8).
        _ = Hdf5Error.Check(H5P.set_libver_bounds(access.Id, H5F.libver_t.EARLIEST, H5F.libver_t.V110), "open file", path);
        return access;
    }
}
