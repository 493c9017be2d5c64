using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Atoms.Search;

/// <summary>How the structure of lowest energy of a boundary is searched.</summary>
/// <param name="PointsX">Points of the grid of translations along x; 0 for the source's rule.</param>
/// <param name="PointsZ">Along z.</param>
/// <param name="Thresholds">Distances below which a pair loses an atom, Å, increasing.</param>
/// <param name="Seed">Of the choice of atoms.</param>
/// <param name="Exhaustive">Whether every model is relaxed, also where symmetry or a first relaxation says that it is not needed.</param>
/// <param name="Stages">Relaxations that become longer while candidates become fewer.</param>
/// <param name="Finalists">Candidates that are relaxed to the end.</param>
/// <param name="Effort">The relaxation of finalists, and of all when the search is exhaustive.</param>
internal sealed record SearchProcedure(
    int PointsX, int PointsZ, IReadOnlyList<double> Thresholds, int Seed, bool Exhaustive, IReadOnlyList<SearchStage> Stages, int Finalists, RelaxationEffort Effort)
{
    // Nearest neighbours of lithium are 3.02 Å apart.
    private const double LargestThreshold = 2.9;

    // Most of the energy is gained in the first steps: what is far above the others then stays there.
    private static readonly SearchStage[] _usualStages = [new(new(0.03, 40), 0.3), new(new(0.01, 120), 0.3)];

    /// <summary>Reads the keys.</summary>
    /// <param name="s">The section, or the top level of a file.</param>
    public static SearchProcedure Read(SectionReader s)
    {
        var limits = Limits.Between(0, 64);
        int x = s.WholeNumber("points-x", "Translations along x; 0: 8 when the period is shorter than 14 A, else 16.", 0, limits);
        int z = s.WholeNumber("points-z", "Translations along z; 0: 8 when the period is shorter than 14 A, else 16.", 0, limits);
        double[] thresholds = [.. s.Quantities("thresholds", QuantityKind.Length, "Distances below which one atom of a pair is left out.", "{from: 1 A, to: 2.6 A, count: 17}")
            .Select(MetalQuantities.Length).Order().Distinct()];
        s.Check(thresholds[^1] <= LargestThreshold, "thresholds", FormattableString.Invariant($"a threshold beyond {LargestThreshold} A would leave out neighbours within a grain"), FormattableString.Invariant($"Give none larger than {LargestThreshold} A."));
        int seed = s.WholeNumber("seed", "Seed of the choice of the atom.", 1, Limits.Between(0, int.MaxValue));
        bool exhaustive = s.Flag("exhaustive", "Relax every model to the end, also those that symmetry makes equal to others or that a short relaxation shows to be hopeless.", false);
        IReadOnlyList<SearchStage> stages = s.Sections("stages", "Relaxations that become longer while candidates become fewer; two by default.", SearchStage.Read, required: false);
        int finalists = s.WholeNumber("finalists", "Candidates that are relaxed to the end, first with the length across the boundary alone, then with all lengths.", 8, Limits.Between(1, 1000));
        var effort = new RelaxationEffort(
            Force(s.Quantity("force-tolerance", QuantityKind.Force, "Largest force component that may remain on a finalist.", "1e-3 eV/angstrom")),
            s.WholeNumber("max-evaluations", "Evaluations of the potential after which a finalist is left as it is.", 3000, Limits.Between(1, 1_000_000)));
        if (exhaustive) s.RefuseUnused(["stages"], "an exhaustive search");
        return new SearchProcedure(x, z, thresholds, seed, exhaustive, exhaustive ? [new(effort, 1)] : stages.Count == 0 ? _usualStages : stages, finalists, effort);
    }

    /// <summary>The translations of a boundary.</summary>
    /// <param name="geometry">The boundary.</param>
    /// <param name="latticeConstant">Å.</param>
    public TranslationGrid GridFor(BoundaryGeometry geometry, double latticeConstant)
    {
        var usual = TranslationGrid.Usual(geometry, latticeConstant);
        return PointsX == 0 && PointsZ == 0 ? usual : new TranslationGrid(geometry, PointsX == 0 ? usual.PointsX : PointsX, PointsZ == 0 ? usual.PointsZ : PointsZ);
    }

    /// <summary>N to eV/Å.</summary>
    public static double Force(double si) => QuantityKind.Force.In(si, "eV/angstrom");
}

/// <summary>A relaxation of all candidates that are left, and how many go on.</summary>
/// <param name="Effort">How far they are relaxed, from the start.</param>
/// <param name="Keep">Fraction of the candidates with the lowest energies that goes on.</param>
internal sealed record SearchStage(RelaxationEffort Effort, double Keep)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static SearchStage Read(SectionReader section) => new(
        new RelaxationEffort(
            SearchProcedure.Force(section.Quantity("force-tolerance", QuantityKind.Force, "Largest force component at which the relaxation ends.", "0.03 eV/angstrom")),
            section.WholeNumber("max-evaluations", "Evaluations of the potential after which it ends.", 40, Limits.Between(1, 1_000_000))),
        section.Quantity("keep", QuantityKind.Number, "Fraction of the candidates, those of the lowest energies, that goes on.", "0.3", limits: Limits.Between(0, 1)));
}
