using LiMeso.Atomistics.Dynamics;
using LiMeso.Storage.Atoms;

namespace LiMeso.Cases.Atoms;

/// <summary>Writes frames of a run, with the energy and the centrosymmetry parameter of each atom, in one or several forms.</summary>
internal sealed class TrajectoryObserver : IAtomObserver, IDisposable
{
    /// <summary>Folder of the files in the results directory.</summary>
    public const string Folder = "trajectory";

    private readonly string _element;
    private readonly List<(string Name, ITrajectory Trajectory)> _trajectories = [];

    /// <summary>Begins the files, or goes on with them.</summary>
    /// <param name="directory">The results directory.</param>
    /// <param name="formats">Names of the forms.</param>
    /// <param name="element">Symbol of the element.</param>
    /// <param name="interval">Steps between two frames.</param>
    /// <param name="state">The state to go on from; null to begin.</param>
    public TrajectoryObserver(string directory, IEnumerable<string> formats, string element, int interval, SavedState? state)
    {
        (_element, Interval) = (element, interval);
        string folder = Path.Combine(directory, Folder);
        foreach (string name in formats)
        {
            ITrajectoryFormat format = TrajectoryFormats.All[name];
            _trajectories.Add((name, state is null ? format.Begin(folder) : format.Continue(folder, state.Integer(MarkOf(name)))));
        }
    }

    /// <inheritdoc/>
    public int Interval { get; }

    /// <summary>The files to open, relative to the results directory, and their forms.</summary>
    public IReadOnlyList<(string Path, string Format)> EntryFiles => [.. _trajectories.Select(t => ($"{Folder}/{t.Trajectory.EntryFile}", t.Name))];

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        if (moment.Dynamics.Step == 0 && moment.Stage > 0) return;
        AtomFrame frame = FrameOf(moment);
        foreach ((_, ITrajectory trajectory) in _trajectories) trajectory.Append(frame);
    }

    /// <inheritdoc/>
    public void Save(SavedState state)
    {
        foreach ((string name, ITrajectory trajectory) in _trajectories) state.PutInteger(MarkOf(name), trajectory.Commit());
    }

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        // the files were cut back as they were opened
    }

    /// <summary>Makes everything safe.</summary>
    public void Commit()
    {
        foreach ((_, ITrajectory trajectory) in _trajectories) trajectory.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, ITrajectory trajectory) in _trajectories) trajectory.Dispose();
    }

    private static string MarkOf(string name) => $"trajectory/{name}";

    private AtomFrame FrameOf(AtomMoment moment) => AtomFrames.Of(moment.Dynamics.System, _element, moment.Dynamics.Interactions.AtomEnergies, moment.Step, moment.Time);
}
