using LiMeso.FiniteVolume.Monitors;

namespace LiMeso.Cases.Fields;

/// <summary>What a finite-volume run of a foil found.</summary>
/// <param name="DepletionTime">s; null when the current's program ended before.</param>
/// <param name="EndTime">Depletion or end of the program, s.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="LargestBalanceError">Largest error of the mass balance at any step, relative to the initial inventory.</param>
/// <param name="RemovedCharge">Net charge that left through the electrolyte, C/m².</param>
/// <param name="Centres">Cell centres, m.</param>
/// <param name="Interface">Concentration at the electrolyte at every step.</param>
/// <param name="Probes">Concentrations at the probes at every step; null without probes.</param>
/// <param name="Snapshots">Field snapshots in order of time; only those that were kept in memory.</param>
public sealed record SlabRunResult(
    double? DepletionTime, double EndTime, long Steps, double LargestBalanceError, double RemovedCharge, double[] Centres,
    TimeSeries Interface, TimeSeries? Probes, IReadOnlyList<FieldSnapshot> Snapshots);
