using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Checkpoints;

/// <summary>One checkpoint in one sealed HDF5 file: every entry a data set.</summary>
internal static class CheckpointFile
{
    private const string FormatAttribute = "format";
    private const string FormatName = "LiMeso checkpoint 1";

    /// <summary>Writes a checkpoint to the disk.</summary>
    public static void Write(string path, CheckpointData data) =>
        Hdf5File.Write(path, file =>
        {
            file.SetAttribute(FormatAttribute, FormatName);
            foreach ((string name, Array values) in data.Entries)
                WriteEntry(file, name, values);
        });

    /// <summary>Reads a checkpoint after checking every byte of it.</summary>
    /// <exception cref="IOException">It is missing, damaged or no checkpoint.</exception>
    public static CheckpointData Read(string path)
    {
        using Hdf5File file = Hdf5File.OpenVerified(path);
        if (!file.HasAttribute(FormatAttribute) || file.GetText(FormatAttribute) != FormatName)
            throw new CheckpointContentException($"'{path}' is no checkpoint that this version can read.");
        var data = new CheckpointData();
        foreach (string name in file.Names)
        {
            using Hdf5Dataset entry = file.OpenDataset(name);
            data.Put(name, entry.Kind switch
            {
                Hdf5Kind.Real => entry.ReadDoubles(),
                Hdf5Kind.Whole => entry.ReadLongs(),
                _ => entry.ReadTexts(),
            });
        }
        return data;
    }

    // Plain: the seal makes checksums superfluous, and the time goes into a run that waits.
    private static void WriteEntry(Hdf5Group file, string name, Array values)
    {
        using Hdf5Dataset entry = values switch
        {
            double[] numbers => file.Write(name, numbers, [numbers.Length], Hdf5Packing.Plain),
            long[] numbers => file.Write(name, numbers, [numbers.Length], Hdf5Packing.Plain),
            _ => file.Write(name, (string[])values),
        };
    }
}
