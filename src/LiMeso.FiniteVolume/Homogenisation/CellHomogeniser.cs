using LiMeso.Core;

namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>
/// Finds bounds of the effective diffusivity of a periodic medium, on ever finer meshes. Meshes of blocks are graded towards the blocks' edges
/// as strongly as makes the bounds narrowest: the stronger the singularity in a corner, the more.
/// </summary>
/// <param name="cell">What repeats.</param>
/// <param name="options">How well it is to be known.</param>
public sealed class CellHomogeniser(IUnitCell cell, HomogenisationOptions options)
{
    private const int CoarsestLevel = 4, LeastLevelToGrade = 3;

    // Across elements narrower than this, differences of a potential drown in rounding.
    private const double StrongestGrading = 1e18;

    private const double GradingStep = 10;

    /// <summary>Finds the bounds.</summary>
    /// <param name="cancellation">Gives up when asked to.</param>
    /// <exception cref="ArgumentException">No mesh has so few elements; or the shapes of the cell need more of them.</exception>
    /// <exception cref="ConvergenceException">A potential was not found.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public HomogenisedDiffusivity Run(CancellationToken cancellation = default)
    {
        int level = CoarsestLevel;
        while (level > 1 && cell.ElementsAt(level) > options.MaximumElements) level /= 2;
        if (cell.ElementsAt(level) > options.MaximumElements)
            throw new ArgumentException($"the coarsest mesh of this cell has {cell.ElementsAt(level)} elements, more than the {options.MaximumElements} allowed; allow as many");

        List<RefinementStep> steps = [];
        double grading = 1;
        for (; cell.ElementsAt(level) <= options.MaximumElements; level *= 2)
        {
            var resolution = new Resolution(level, grading);
            RefinementStep? found;
            try
            {
                // a mesh on which potentials are not found ends the refinement; the bounds found so far hold all the same
                found = steps.Count == 0 ? At(resolution, cancellation) : Try(resolution, cancellation);
            }
            catch (ArgumentException) when (steps.Count == 0 && cell.ElementsAt(2 * level) <= options.MaximumElements)
            {
                continue;                                                        // too few elements for the shapes of the cell, but more are allowed
            }

            if (found is not { } best) break;
            if (cell.IsGraded && level >= LeastLevelToGrade) best = BestGraded(best, cancellation);
            grading = best.Resolution.Grading;
            steps.Add(best);
            if (best.Bounds.RelativeWidth <= options.Tolerance) break;
        }

        return new HomogenisedDiffusivity(steps, HasOrder: !cell.IsGraded);
    }

    /// <summary>The bounds from one mesh.</summary>
    /// <param name="resolution">How fine it is.</param>
    /// <param name="cancellation">Gives up when asked to.</param>
    /// <exception cref="ConvergenceException">A potential was not found.</exception>
    public RefinementStep At(Resolution resolution, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        SymmetricTensor upper = EnergyBound.Find(cell.Mesh(Medium.Given, resolution), options.Threads).Tensor;
        cancellation.ThrowIfCancellationRequested();
        SymmetricTensor dual = EnergyBound.Find(cell.Mesh(Medium.Dual, resolution), options.Threads).Tensor;
        var bounds = new DiffusivityBounds(dual.Times(1 / dual.Determinant), upper);
        return new RefinementStep(resolution, cell.ElementsAt(resolution.Level), bounds.Turned(cell.Orientation));
    }

    // Grades a mesh more and more strongly, as long as that makes the bounds narrower and they are not narrow enough.
    private RefinementStep BestGraded(RefinementStep best, CancellationToken cancellation)
    {
        while (best.Bounds.RelativeWidth > options.Tolerance && best.Resolution.Grading < StrongestGrading)
        {
            Resolution stronger = best.Resolution with { Grading = best.Resolution.Grading * GradingStep };
            if (Try(stronger, cancellation) is not { } other || other.Bounds.RelativeWidth >= best.Bounds.RelativeWidth) break;
            best = other;
        }

        return best;
    }

    // On a mesh that is graded very strongly, potentials may not be found.
    private RefinementStep? Try(Resolution resolution, CancellationToken cancellation)
    {
        try
        {
            return At(resolution, cancellation);
        }
        catch (ConvergenceException)
        {
            return null;
        }
    }
}
