using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;

namespace LiMeso.Cases.Numerics;

/// <summary>How the finite-volume solution of a foil is found. The defaults give depletion times to 1e-6.</summary>
/// <param name="Cells">Cells across the foil, graded towards the electrolyte.</param>
/// <param name="Scheme">Name of the time scheme.</param>
/// <param name="Solver">Name of the linear solver.</param>
/// <param name="Tolerance">Local error allowed in a step, as a fraction of the initial concentration.</param>
/// <param name="TimeStep">Fixed time step, s; null for steps as long as the tolerance allows.</param>
/// <param name="SolverTolerance">Relative residual at which an iterative linear solver stops.</param>
/// <param name="DepletionTolerance">How exactly the depletion is located in time, as a fraction of the time passed.</param>
public sealed record NumericsSettings(int Cells, string Scheme, string Solver, double Tolerance, double? TimeStep, double SolverTolerance, double DepletionTolerance)
    : SolutionSettings(Scheme, Solver, Tolerance, TimeStep, SolverTolerance)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static new NumericsSettings Read(SectionReader section)
    {
        int cells = section.WholeNumber("cells", "Cells across the foil, graded towards the electrolyte.", SlabMesh.DefaultCells, Limits.Between(8, 10_000_000));
        SolutionSettings solution = SolutionSettings.Read(section);
        double depletion = section.Quantity("depletion-tolerance", QuantityKind.Number, "How exactly the depletion is located in time, as a fraction of the time passed.", "1e-9", limits: Limits.Between(1e-14, 0.01));
        return new NumericsSettings(cells, solution.Scheme, solution.Solver, solution.Tolerance, solution.TimeStep, solution.SolverTolerance, depletion);
    }

    /// <summary>The monitor that ends the run at depletion.</summary>
    public InterfaceDepletionMonitor DepletionMonitor() => new("depletion", Side.XMin, DepletionTolerance);
}
