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

    /// <summary>Asked once, with the atoms, as the stage is about to begin and the one before has ended: when it is not wanted the run ends before it. Null for always.</summary>
    public Func<AtomicSystem, bool>? IsWanted { get; init; }
}
