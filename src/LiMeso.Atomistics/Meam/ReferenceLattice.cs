using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Meam;

/// <summary>The crystal from which a MEAM pair potential is derived.</summary>
/// <param name="FirstNeighbours">Z1, number of first neighbours.</param>
/// <param name="SecondNeighbours">Z2, number of second neighbours.</param>
/// <param name="DistanceRatio">Distance of the second neighbours over that of the first.</param>
/// <param name="EdgePerDistance">Edge of the cubic cell over the distance of first neighbours.</param>
/// <param name="Screeners">How many first neighbours screen a pair of second neighbours, all at the same C.</param>
/// <remarks>
/// In bcc and fcc every atom is a centre of symmetry and of cubic symmetry, so that the partial densities of orders 1 to 3 vanish and Γ = 0 at any spacing.
/// </remarks>
public sealed record ReferenceLattice(int FirstNeighbours, int SecondNeighbours, double DistanceRatio, double EdgePerDistance, int Screeners)
{
    /// <summary>The lattices, by the names that parameter files have for them.</summary>
    public static readonly Registry<ReferenceLattice> All = new("reference lattice")
    {
        { "bcc", "body-centred cubic", new(8, 6, 2 / Math.Sqrt(3), 2 / Math.Sqrt(3), 4) },
        { "fcc", "face-centred cubic", new(12, 6, Math.Sqrt(2), Math.Sqrt(2), 4) },
    };

    /// <summary>C of the ellipse through a screener of a pair of second neighbours: 4/a² − 1 with a the ratio of the distances (Lee &amp; Baskes, Phys. Rev. B 62 (2000) 8564).</summary>
    public double ScreeningEllipse => 4 / (DistanceRatio * DistanceRatio) - 1;
}
