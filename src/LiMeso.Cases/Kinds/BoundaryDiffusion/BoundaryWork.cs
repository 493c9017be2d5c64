namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>A part of a case that is done by itself.</summary>
/// <param name="Name">Name of its work item.</param>
/// <param name="Follow">The run that follows atoms; null for what all of those begin from.</param>
/// <param name="Atoms">Number of atoms, about.</param>
/// <param name="AtomSteps">Atoms times steps, relaxations in proportion.</param>
internal sealed record BoundaryWork(string Name, FollowItem? Follow, double Atoms, double AtomSteps);
