using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Storage.Atoms;

namespace LiMeso.Cases.Atoms;

/// <summary>Writes frames of a run, with the energy and the centrosymmetry parameter of each atom, in one or several forms.</summary>
internal sealed class TrajectoryObserver : IAtomObserver, IDisposable
{
    /// <summary>Folder of the files in the results directory.</summary>
    public const string Folder = "trajectory";

    // the second shell of bcc, the ninth to fourteenth neighbour, lies within; the eight nearest are taken
    private const double CentrosymmetryReach = 5.0;

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
    public void Restore(SavedState state)
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

    private AtomFrame FrameOf(AtomMoment moment)
    {
        AtomicSystem system = moment.Dynamics.System;
        SimulationBox box = system.Box;
        return new AtomFrame
        {
            Step = moment.Step,
            Time = moment.Time,
            Cell = new AtomCell(
                [box.Origin.X, box.Origin.Y, box.Origin.Z],
                [box.A.X, box.A.Y, box.A.Z, box.B.X, box.B.Y, box.B.Z, box.C.X, box.C.Y, box.C.Z],
                [box.Periodic.A, box.Periodic.B, box.Periodic.C]),
            Element = _element,
            Ids = system.Ids,
            Positions = system.Positions,
            Velocities = system.Velocities,
            Fields =
            [
                new AtomField("energy", "eV", moment.Dynamics.Interactions.AtomEnergies),
                new AtomField("centrosymmetry", "A^2", Centrosymmetry.Of(system, Centrosymmetry.BccNeighbours, CentrosymmetryReach)),
            ],
        };
    }
}
