using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Snapshots;

/// <summary>
/// Reads the snapshots of a run, finished, running or killed: those in the index, and complete ones that it does not list yet.
/// </summary>
public sealed class SnapshotReader
{
    private SnapshotReader(string directory, SnapshotLayout layout, IReadOnlyList<SnapshotInfo> snapshots)
    {
        Directory = directory;
        Layout = layout;
        Snapshots = snapshots;
    }

    /// <summary>The directory with <c>fields.h5</c> and <c>snapshots/</c>.</summary>
    public string Directory { get; }

    /// <summary>Mesh, fields, scalars, constant cell fields and provenance.</summary>
    public SnapshotLayout Layout { get; }

    /// <summary>The snapshots in order of time, as of the moment of opening.</summary>
    public IReadOnlyList<SnapshotInfo> Snapshots { get; }

    /// <summary>Opens a run's snapshots.</summary>
    /// <param name="directory">The directory with <c>fields.h5</c> and <c>snapshots/</c>.</param>
    /// <exception cref="IOException">There are none, or the index is damaged.</exception>
    public static SnapshotReader Open(string directory)
    {
        (SnapshotLayout layout, List<SnapshotInfo> snapshots) = SnapshotIndex.Read(directory);
        while (File.Exists(Path.Combine(directory, SnapshotFile.PathOf(snapshots.Count))))
        {
            try
            {
                snapshots.Add(SnapshotFile.ReadInfo(directory, layout, snapshots.Count));
            }
            catch (DamagedFileException)
            {
                // After a loss of power, files that no commit vouches for may be incomplete: they were never promised.
                break;
            }
        }
        return new SnapshotReader(directory, layout, snapshots);
    }

    /// <summary>Path of a snapshot's file relative to <see cref="Directory"/>, with forward slashes.</summary>
    /// <param name="snapshot">One of <see cref="Snapshots"/>.</param>
    public static string PathOf(SnapshotInfo snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return SnapshotFile.PathOf(snapshot.Number);
    }

    /// <summary>The fields of a snapshot, in the order of <see cref="SnapshotLayout.Fields"/>: one value a cell, x fastest.</summary>
    /// <param name="snapshot">One of <see cref="Snapshots"/>.</param>
    /// <exception cref="IOException">The file is missing or damaged.</exception>
    public double[][] ReadFields(SnapshotInfo snapshot)
    {
        using Hdf5File file = Hdf5File.OpenVerified(Path.Combine(Directory, PathOf(snapshot)));
        double[][] fields = new double[Layout.Fields.Count][];
        for (int i = 0; i < fields.Length; i++)
            fields[i] = ReadField(file, Layout.Fields[i].Name);
        return fields;
    }

    /// <summary>One field of a snapshot: one value a cell, x fastest.</summary>
    /// <param name="snapshot">One of <see cref="Snapshots"/>.</param>
    /// <param name="field">Its name, one of <see cref="SnapshotLayout.Fields"/>.</param>
    /// <exception cref="IOException">The file is missing or damaged, or has no such field.</exception>
    public double[] ReadField(SnapshotInfo snapshot, string field)
    {
        using Hdf5File file = Hdf5File.OpenVerified(Path.Combine(Directory, PathOf(snapshot)));
        return ReadField(file, field);
    }

    private static double[] ReadField(Hdf5File file, string name)
    {
        using Hdf5Dataset data = file.OpenDataset(name);
        return data.ReadDoubles();
    }
}
