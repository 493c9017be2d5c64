namespace LiMeso.Storage.Atoms;

/// <summary>A form in which atoms in time are kept. A plug-in, registered in <see cref="TrajectoryFormats"/>.</summary>
public interface ITrajectoryFormat
{
    /// <summary>Begins anew; what an earlier run left under the same names is removed.</summary>
    /// <param name="directory">Where the files go; created if need be.</param>
    /// <exception cref="IOException">Cannot write.</exception>
    ITrajectory Begin(string directory);

    /// <summary>Goes on from a committed state; what was written after it is removed.</summary>
    /// <param name="directory">Where the files are.</param>
    /// <param name="mark">What <see cref="ITrajectory.Commit"/> returned then.</param>
    /// <exception cref="IOException">Cannot read or write, or what was committed is gone.</exception>
    ITrajectory Continue(string directory, long mark);
}

/// <summary>
/// Atoms in time, on disk. To make a run resumable: commit, and save the mark with the checkpoint. A kill at any moment then leaves all that was committed whole.
/// </summary>
public interface ITrajectory : IDisposable
{
    /// <summary>The file to open, relative to the directory.</summary>
    string EntryFile { get; }

    /// <summary>Adds a frame: as many atoms as the frames before, and the same fields.</summary>
    /// <param name="frame">The frame.</param>
    /// <exception cref="IOException">Cannot write.</exception>
    void Append(AtomFrame frame);

    /// <summary>Forces all frames to the disk.</summary>
    /// <returns>The state to go on from.</returns>
    /// <exception cref="IOException">Cannot write.</exception>
    long Commit();
}
