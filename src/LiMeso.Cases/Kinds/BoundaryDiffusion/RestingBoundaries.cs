using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>
/// Where the boundaries of a bicrystal are at zero temperature, and the layers of its atoms: by them something can be said of a boundary that no profile of energies shows, as the coherent twin, which hardly costs energy and glides
/// by shearing plane after plane.
/// </summary>
/// <param name="Regions">The boundaries.</param>
/// <param name="Layers">Atoms that move together when planes shear.</param>
internal sealed record RestingBoundaries(BoundaryPair Regions, SlabDrift Layers)
{
    /// <summary>Thickness of the boundaries, Å: the source's are 10.9 to 15.3 Å wide at 300 K.</summary>
    public const double Width = 12;

    // Of this many atoms a median takes away 2.7 % of their own mean square.
    private const int LeastOfLayer = 16;

    /// <summary>Those of a bicrystal.</summary>
    /// <param name="bicrystal">The bicrystal, relaxed.</param>
    /// <param name="energies">Energy of each of its atoms, eV.</param>
    /// <param name="followed">The atoms that are followed: those of the bicrystal, or all but some.</param>
    public static RestingBoundaries Of(AtomicSystem bicrystal, IReadOnlyList<double> energies, AtomicSystem followed) =>
        new(BoundaryPlane.FindBoth(bicrystal, energies, Width), SlabDrift.OfLayers(followed, Axis.Y, LeastOfLayer));
}
