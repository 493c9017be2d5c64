using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Cases.Atoms;

/// <summary>A part of a run of molecular dynamics, under one ensemble.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Dynamics">Makes the settings, with thermostat and barostat at their start.</param>
internal sealed record AtomStage(string Name, long Steps, Func<DynamicsSettings> Dynamics)
{
    /// <summary>What is done to the atoms as the stage begins; null for nothing.</summary>
    public Action<AtomicSystem>? Prepare { get; init; }
}

/// <summary>Where a run is.</summary>
/// <param name="Stage">Number of the stage.</param>
/// <param name="Dynamics">The atoms, in the midst of the stage.</param>
/// <param name="StartTime">Time when the stage began, ps.</param>
/// <param name="StartStep">Steps before the stage began.</param>
internal sealed record AtomMoment(int Stage, MolecularDynamics Dynamics, double StartTime, long StartStep)
{
    /// <summary>Time since the run began, ps.</summary>
    public double Time => StartTime + Dynamics.Time;

    /// <summary>Steps since the run began.</summary>
    public long Step => StartStep + Dynamics.Step;
}

/// <summary>Looks at the atoms every so many steps, and keeps what it saw through checkpoints. None of them changes a bit of the motion.</summary>
internal interface IAtomObserver
{
    /// <summary>Steps between two looks.</summary>
    int Interval { get; }

    /// <summary>Looks; called at the start of a stage (step 0) and after every interval within it.</summary>
    /// <param name="moment">The atoms.</param>
    void Observe(AtomMoment moment);

    /// <summary>Makes all that was written safe, and stores what is needed to go on.</summary>
    /// <param name="state">Where to.</param>
    void Save(SavedState state);

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    void Restore(SavedState state);
}
