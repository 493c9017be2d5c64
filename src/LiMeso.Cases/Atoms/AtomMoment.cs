using LiMeso.Atomistics.Dynamics;

namespace LiMeso.Cases.Atoms;

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
