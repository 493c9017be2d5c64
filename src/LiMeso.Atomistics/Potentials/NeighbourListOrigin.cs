using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Potentials;

/// <summary>All that neighbour lists follow from: the system at the moment when they were made.</summary>
/// <param name="Box">The box then.</param>
/// <param name="Positions">Positions then, 3 n, Å.</param>
public sealed record NeighbourListOrigin(SimulationBox Box, double[] Positions);
