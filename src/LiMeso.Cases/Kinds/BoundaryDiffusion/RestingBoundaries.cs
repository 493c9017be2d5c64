using LiMeso.Atomistics;
using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>
/// Where the boundaries of a bicrystal are at zero temperature, and the planes of its atoms: by them something can be said of a boundary that no profile of energies shows, as the coherent twin, which hardly costs energy and glides
/// by shearing plane after plane.
/// </summary>
/// <param name="Regions">The boundaries.</param>
/// <param name="Layers">Atoms that move together when planes shear.</param>
/// <param name="Energy">What a boundary costs, J/m².</param>
internal sealed record RestingBoundaries(BoundaryPair Regions, SlabDrift Layers, double Energy)
{
    /// <summary>Thickness of the boundaries, Å: the source's are 10.9 to 15.3 Å wide at 300 K.</summary>
    public const double Width = 12;

    // J/m²: the twin's 0.02 do not stand out of a profile, the 0.11 of the next cheapest that was followed do. What costs more and is not found has gone.
    private const double Hidden = 0.05;

    // Å: planes of the twin are 1.4 Å apart. Of eight atoms a median takes away 5 % of their own mean square, of three rows that slide as wholes 15 %.
    private const double Gap = 0.2;
    private const int LeastOfLayer = 8;

    /// <summary>Whether a boundary that is not found may be there all the same.</summary>
    public bool MayHide => Energy < Hidden;

    /// <summary>Those of a bicrystal.</summary>
    /// <param name="bicrystal">The bicrystal, relaxed; most of its atoms are those of the grains.</param>
    /// <param name="energies">Energy of each of its atoms, eV.</param>
    /// <param name="followed">The atoms that are followed: those of the bicrystal, or all but some.</param>
    public static RestingBoundaries Of(AtomicSystem bicrystal, IReadOnlyList<double> energies, AtomicSystem followed)
    {
        double grain = energies.Order().ElementAt(energies.Count / 2), area = bicrystal.Box.Volume / bicrystal.Box.Widths.Y;
        return new RestingBoundaries(
            BoundaryPlane.FindBoth(bicrystal, energies, grain, Width), SlabDrift.OfLayers(followed, Axis.Y, Gap, LeastOfLayer), energies.Sum(e => e - grain) * MetalUnits.EnergyPerArea / (2 * area));
    }
}
