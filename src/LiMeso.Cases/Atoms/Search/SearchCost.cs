using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Boundaries;

namespace LiMeso.Cases.Atoms.Search;

/// <summary>What a search will cost, before it begins.</summary>
/// <param name="Grid">The translations.</param>
/// <param name="Atoms">Number of atoms.</param>
/// <param name="Evaluations">Evaluations of the potential, about.</param>
internal sealed record SearchCost(TranslationGrid Grid, double Atoms, double Evaluations)
{
    // Structures a translation has, about; the share of the evaluations allowed that a relaxation takes, about.
    private const double StructuresPerTranslation = 4, Taken = 0.5;

    /// <summary>The cost of a search.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="procedure">How it is searched.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    public static SearchCost Of(BoundarySettings boundary, SearchProcedure procedure, double mass)
    {
        TranslationGrid grid = procedure.GridFor(boundary.Geometry, BicrystalRecipe.AboutLattice);
        double left = (procedure.Exhaustive ? grid.Count : grid.Distinct.Count) * StructuresPerTranslation, evaluations = 0;
        foreach (SearchStage stage in procedure.Stages)
        {
            evaluations += left * Taken * stage.Effort.MaxEvaluations;
            left = Math.Max(procedure.Finalists, left * stage.Keep);
        }

        evaluations += Math.Min(left, procedure.Finalists) * procedure.Effort.MaxEvaluations;
        return new SearchCost(grid, Bicrystal.Build(boundary.Geometry, boundary.Options(BicrystalRecipe.AboutLattice, mass)).System.Count, evaluations);
    }
}
