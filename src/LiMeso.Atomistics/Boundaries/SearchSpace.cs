using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>A structure from which a boundary may relax to its lowest energy.</summary>
/// <param name="Number">0, 1, …: its place in the list.</param>
/// <param name="Point">The point of the grid of translations.</param>
/// <param name="Removed">Atoms left out at each boundary.</param>
/// <param name="Threshold">The smallest of the thresholds that leaves out these atoms, Å.</param>
/// <param name="Models">How many of the thresholds leave out the same atoms.</param>
public readonly record struct BoundaryCandidate(int Number, int Point, int Removed, double Threshold, int Models);

/// <summary>
/// The structures among which the source looks for the lowest energy of a boundary: one grain shifted to each point of a grid, and one atom of each pair left out that is nearer than each of a range of thresholds.
/// </summary>
/// <remarks>J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288, Methods.</remarks>
public sealed class SearchSpace
{
    // At least the largest threshold, so that all atoms of pairs have mates at the other boundary; more of it tells boundaries apart that are not alike.
    private const double ComparedDistance = 8;

    private readonly ulong _seed;

    /// <summary>The structures of a boundary.</summary>
    /// <param name="geometry">The boundary.</param>
    /// <param name="options">Size of the bicrystal; its shift is replaced.</param>
    /// <param name="grid">The translations.</param>
    /// <param name="thresholds">Å, increasing.</param>
    /// <param name="seed">Of the choice of atoms.</param>
    public SearchSpace(BoundaryGeometry geometry, BicrystalOptions options, TranslationGrid grid, IReadOnlyList<double> thresholds, ulong seed)
    {
        (Geometry, Options, Grid, Thresholds, _seed) = (geometry, options, grid, thresholds, seed);
    }

    /// <summary>The boundary.</summary>
    public BoundaryGeometry Geometry { get; }

    /// <summary>Size of the bicrystal.</summary>
    public BicrystalOptions Options { get; }

    /// <summary>The translations.</summary>
    public TranslationGrid Grid { get; }

    /// <summary>Thresholds of the distance below which a pair loses an atom, Å.</summary>
    public IReadOnlyList<double> Thresholds { get; }

    /// <summary>Translations times thresholds: the models that the source would relax.</summary>
    public int AllModels => Grid.Count * Thresholds.Count;

    /// <summary>The candidates: thresholds that leave out the same atoms count once.</summary>
    /// <param name="distinctTranslations">Whether translations that make the same boundary count once as well.</param>
    /// <exception cref="InvalidOperationException">The two boundaries of a bicrystal are not equivalent, which no input leads to: a bicrystal is built so that they are, see <see cref="BoundaryRelation"/>.</exception>
    public IReadOnlyList<BoundaryCandidate> Candidates(bool distinctTranslations)
    {
        List<BoundaryCandidate> found = [];
        foreach (int point in distinctTranslations ? Grid.Distinct : [.. Enumerable.Range(0, Grid.Count)])
        {
            OverlapRemoval removal = RemovalAt(point);
            foreach (IGrouping<int, double> same in Thresholds.GroupBy(removal.Removed))
                found.Add(new BoundaryCandidate(found.Count, point, same.Key, same.Min(), same.Count()));
        }

        return found;
    }

    /// <summary>The atoms of a candidate, not relaxed.</summary>
    /// <param name="candidate">The candidate.</param>
    public AtomicSystem Build(BoundaryCandidate candidate) => RemovalAt(candidate.Point).Remaining(candidate.Removed);

    private OverlapRemoval RemovalAt(int point)
    {
        var bicrystal = Bicrystal.Build(Geometry, Options with { Shift = Grid.Shift(point) });
        BoundaryIsometry isometry = BoundaryIsometry.Find(bicrystal, ComparedDistance) ?? throw new InvalidOperationException($"the two boundaries of {Geometry.Label} are not equivalent");
        return new OverlapRemoval(bicrystal, isometry, Thresholds[^1], CounterRandom.Derive(_seed, (ulong)Geometry.Sigma), (ulong)point);
    }
}
