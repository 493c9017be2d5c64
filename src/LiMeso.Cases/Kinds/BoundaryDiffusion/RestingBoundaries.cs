using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>
/// Where boundaries that no profile of energies shows are at zero temperature, and the planes of the atoms: by them something can be said of such a boundary, as the coherent twin, which hardly costs energy and glides
/// by shearing plane after plane.
/// </summary>
/// <param name="Regions">The boundaries.</param>
/// <param name="Layers">Atoms that move together when planes shear.</param>
internal sealed record RestingBoundaries(BoundaryPair Regions, SlabDrift Layers)
{
    /// <summary>Thickness of the boundaries, Å: the source's are 10.9 to 15.3 Å wide at 300 K.</summary>
    public const double Width = 12;

    // J/m²: the twin's 0.02 do not stand out of a profile, the 0.11 of the next cheapest that was followed do. What costs more and is not found has gone.
    private const double Hidden = 0.05;

    // Å: planes of the twin are 1.4 Å apart. Of eight atoms a median takes away 5 % of their own mean square, of three rows that slide as wholes 15 %.
    private const double Gap = 0.2;
    private const int LeastOfLayer = 8;

    /// <summary>Those of a bicrystal; null where a profile shows them as long as they are there.</summary>
    /// <param name="bicrystal">The bicrystal; most of its atoms are those of the grains.</param>
    /// <param name="energies">Energy of each of its atoms, eV.</param>
    /// <param name="followed">The atoms that are followed: those of the bicrystal, or all but some.</param>
    public static RestingBoundaries? Of(ColdStructure bicrystal, IReadOnlyList<double> energies, AtomicSystem followed) => bicrystal.BoundaryEnergy >= Hidden ? null : new(
        BoundaryPlane.FindBoth(bicrystal.System, energies, energies.Order().ElementAt(energies.Count / 2), Width), SlabDrift.OfLayers(followed, Axis.Y, Gap, LeastOfLayer));
}
