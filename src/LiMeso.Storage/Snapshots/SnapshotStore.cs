using System.Diagnostics;
using LiMeso.Storage.Files;

namespace LiMeso.Storage.Snapshots;

/// <summary>
/// Writes the snapshots of a run: one file each, never opened again, behind an index that is replaced as a whole.
/// <list type="bullet">
/// <item>When <see cref="Append"/> returns, the snapshot is complete: no kill of the process can harm it.</item>
/// <item>When <see cref="Commit"/> returns, all snapshots are on the disk and in the index: no loss of power can harm them either.</item>
/// </list>
/// Append commits by itself once a second at most, and rarer if commits are slow, so that they cost a twentieth of the time at most.
/// A killed run's index may thus lag behind; <see cref="SnapshotReader"/> and <see cref="Resume"/> find the snapshots that it does not list yet.
/// </summary>
/// <remarks>
/// <para>
/// What lies in the directory, for any program that reads HDF5:
/// <code>
/// fields.h5                 the index: open this one
///   time, step              [n]                  when the snapshots were taken; attribute unit
///   fields/NAME             [n, (nz, ny,) nx]    a view of all snapshots as one array; attribute unit
///   scalars/NAME            [n]
///   cells/NAME              [(nz, ny,) nx]       fields that do not change
///   mesh/x_faces, …         [nx + 1]
///   snapshots/000012        link to the file
///   provenance              attributes
/// snapshots/000012.h5       one snapshot, complete in itself: NAME [(nz, ny,) nx]; attributes step, time, scalars, units
/// snapshots/cells.h5
/// </code>
/// In Python, <c>h5py.File("fields.h5")["fields/concentration"][:, 0]</c> is the first cell's concentration in time.
/// </para>
/// To make a run resumable: append the snapshot of a step, then commit, then save the step's checkpoint. Hold a <see cref="DirectoryLock"/> meanwhile.
/// Not safe for use by several threads at once.
/// </remarks>
public sealed class SnapshotStore : IDisposable
{
    private readonly List<SnapshotInfo> _snapshots;
    private readonly Stopwatch _sinceCommit = Stopwatch.StartNew();
    private TimeSpan _commitInterval = TimeSpan.FromSeconds(1);
    private int _committed;
    private bool _directoryIsDurable;

    private SnapshotStore(string directory, SnapshotLayout layout, List<SnapshotInfo> snapshots)
    {
        Directory = directory;
        Layout = layout;
        _snapshots = snapshots;
        _committed = snapshots.Count;
    }

    /// <summary>The directory with <c>fields.h5</c> and <c>snapshots/</c>.</summary>
    public string Directory { get; }

    /// <summary>What the snapshots have in common.</summary>
    public SnapshotLayout Layout { get; }

    /// <summary>The snapshots so far.</summary>
    public IReadOnlyList<SnapshotInfo> Snapshots => _snapshots;

    /// <summary>What <see cref="Resume"/> found damaged and what it made of that, in sentences; empty if nothing was wrong.</summary>
    public IReadOnlyList<string> Messages { get; private init; } = [];

    /// <summary>Starts a run's snapshots anew. Earlier ones in the directory are removed.</summary>
    /// <param name="directory">Where <c>fields.h5</c> and <c>snapshots/</c> go; created if need be.</param>
    /// <param name="layout">What the snapshots will have in common.</param>
    /// <exception cref="ArgumentException">The layout's names clash, or its sizes do not fit the mesh.</exception>
    /// <exception cref="IOException">Cannot write.</exception>
    public static SnapshotStore Create(string directory, SnapshotLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        layout.Validate();
        System.IO.Directory.CreateDirectory(Path.Combine(directory, SnapshotFile.Folder));
        File.Delete(SnapshotIndex.PathIn(directory));
        RemoveFrom(directory, 0);
        SnapshotIndex.WriteCellFields(directory, layout);
        SnapshotIndex.Write(directory, layout, [], Durability.ProcessKill);
        return new SnapshotStore(directory, layout, []);
    }

    /// <summary>
    /// Continues a run from its checkpoint. Snapshots of later steps are removed, for the run takes them again; so is all from the first one on that is
    /// missing or damaged. What stays was verified byte by byte.
    /// </summary>
    /// <param name="directory">Where <c>fields.h5</c> and <c>snapshots/</c> lie.</param>
    /// <param name="layout">The layout the run was started with.</param>
    /// <param name="lastStep">The checkpoint's step: snapshots up to it, and of it, stay.</param>
    /// <exception cref="IOException">Cannot read or write, or the snapshots there have another mesh or other quantities.</exception>
    public static SnapshotStore Resume(string directory, SnapshotLayout layout, long lastStep)
    {
        ArgumentNullException.ThrowIfNull(layout);
        layout.Validate();
        System.IO.Directory.CreateDirectory(Path.Combine(directory, SnapshotFile.Folder));
        var messages = new List<string>();
        RequireContinuation(directory, layout, messages);
        List<SnapshotInfo> kept = ReadUpTo(directory, layout, lastStep, messages);
        SnapshotIndex.WriteCellFields(directory, layout);
        // The index first: a kill while the later ones are removed leaves nothing in it that is gone.
        SnapshotIndex.Write(directory, layout, kept, Durability.PowerLoss);
        RemoveFrom(directory, kept.Count);
        return new SnapshotStore(directory, layout, kept) { Messages = messages };
    }

    /// <summary>Adds a snapshot; it is complete when the call returns.</summary>
    /// <param name="step">Number of the time step that led to the snapshot, not below that of the snapshot before: several may lie within one step.</param>
    /// <param name="time">Time in seconds, not before that of the snapshot before.</param>
    /// <param name="fields">One array for each of <see cref="SnapshotLayout.Fields"/>, in their order, with one value a cell, x fastest.</param>
    /// <param name="scalars">One value for each of <see cref="SnapshotLayout.Scalars"/>, in their order.</param>
    /// <exception cref="ArgumentException">Step or time run backwards, or numbers of fields, cells or scalars do not fit the layout.</exception>
    /// <exception cref="IOException">Cannot write.</exception>
    public void Append(long step, double time, ReadOnlySpan<ReadOnlyMemory<double>> fields, ReadOnlySpan<double> scalars = default)
    {
        var info = new SnapshotInfo(_snapshots.Count, step, time, scalars.ToArray());
        Check(info, fields);
        SnapshotFile.Write(Directory, Layout, info, fields);
        _snapshots.Add(info);
        if (_sinceCommit.Elapsed >= _commitInterval)
            Commit();
    }

    /// <summary>Forces all snapshots to the disk and replaces the index. Costs some 15 ms where there is something to do.</summary>
    /// <exception cref="IOException">Cannot write.</exception>
    public void Commit()
    {
        if (_committed < _snapshots.Count)
        {
            _sinceCommit.Restart();
            // Contents, then names, then the index that speaks of them: at no time does the disk know the index alone.
            DiskSync.Files([.. _snapshots.Skip(_committed).Select(s => Path.Combine(Directory, SnapshotFile.PathOf(s.Number)))]);
            DiskSync.Directory(Path.Combine(Directory, SnapshotFile.Folder));
            SnapshotIndex.Write(Directory, Layout, _snapshots, Durability.PowerLoss);
            if (!_directoryIsDurable)
                DiskSync.DirectoryOf(Directory);
            _directoryIsDurable = true;
            _committed = _snapshots.Count;
            _commitInterval = TimeSpan.FromSeconds(Math.Max(1, 20 * _sinceCommit.Elapsed.TotalSeconds));
        }
        _sinceCommit.Restart();
    }

    /// <summary>Commits.</summary>
    public void Dispose() => Commit();

    private void Check(SnapshotInfo info, ReadOnlySpan<ReadOnlyMemory<double>> fields)
    {
        if (_snapshots.Count > 0 && (info.Step < _snapshots[^1].Step || !(info.Time >= _snapshots[^1].Time)))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"a snapshot of step {info.Step} at {info.Time} s cannot follow that of step {_snapshots[^1].Step} at {_snapshots[^1].Time} s."));
        }
        if (fields.Length != Layout.Fields.Count || info.Scalars.Count != Layout.Scalars.Count)
        {
            throw new ArgumentException(
                $"{fields.Length} fields and {info.Scalars.Count} scalars given, {Layout.Fields.Count} and {Layout.Scalars.Count} expected.");
        }
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i].Length != Layout.Mesh.CellCount)
                throw new ArgumentException($"the field '{Layout.Fields[i].Name}' has {fields[i].Length} values, the mesh {Layout.Mesh.CellCount} cells.");
        }
    }

    private static void RequireContinuation(string directory, SnapshotLayout layout, List<string> messages)
    {
        string index = SnapshotIndex.PathIn(directory);
        if (!File.Exists(index))
            return;
        try
        {
            if (!layout.Continues(SnapshotIndex.Read(directory).Layout))
                throw new IOException($"the snapshots in '{directory}' have another mesh or hold other quantities than this run: they cannot be continued.");
        }
        catch (DamagedFileException damage)
        {
            messages.Add($"{damage.Message} It is written anew from the snapshots.");
        }
    }

    private static List<SnapshotInfo> ReadUpTo(string directory, SnapshotLayout layout, long lastStep, List<string> messages)
    {
        var kept = new List<SnapshotInfo>();
        while (File.Exists(Path.Combine(directory, SnapshotFile.PathOf(kept.Count))))
        {
            try
            {
                SnapshotInfo info = SnapshotFile.ReadInfo(directory, layout, kept.Count);
                if (info.Step > lastStep)
                    break;
                kept.Add(info);
            }
            catch (DamagedFileException damage)
            {
                messages.Add($"{damage.Message} It and all snapshots after it are discarded.");
                break;
            }
        }
        return kept;
    }

    // The newest first, so that a kill leaves no gap; then what killed processes left unfinished.
    private static void RemoveFrom(string directory, int first)
    {
        string folder = Path.Combine(directory, SnapshotFile.Folder);
        string[] files = [.. System.IO.Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!)];
        foreach (string file in files.Where(f => SnapshotFile.NumberOf(f) >= first).OrderByDescending(SnapshotFile.NumberOf))
            File.Delete(Path.Combine(folder, file));
        foreach (string file in files.Where(AtomicFile.IsTemporary))
            File.Delete(Path.Combine(folder, file));
    }
}
