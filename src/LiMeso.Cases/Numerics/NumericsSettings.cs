using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.Cases.Numerics;

/// <summary>How the finite-volume solution is found. The defaults give depletion times to 1e-6.</summary>
/// <param name="Cells">Cells across the foil, graded towards the electrolyte.</param>
/// <param name="Scheme">Name of the time scheme.</param>
/// <param name="Solver">Name of the linear solver.</param>
/// <param name="Tolerance">Local error allowed in a step, as a fraction of the initial concentration.</param>
/// <param name="TimeStep">Fixed time step, s; null for steps as long as the tolerance allows.</param>
/// <param name="DepletionTolerance">How exactly the depletion is located in time, as a fraction of the time passed.</param>
public sealed record NumericsSettings(int Cells, string Scheme, string Solver, double Tolerance, double? TimeStep, double DepletionTolerance)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static NumericsSettings Read(SectionReader section) => new(
        section.WholeNumber("cells", "Cells across the foil, graded towards the electrolyte.", SlabMesh.DefaultCells, Limits.Between(8, 10_000_000)),
        section.Name("scheme", TimeSchemeKinds.All.Names, "Time scheme.", "sdirk4"),
        section.Name("solver", LinearSolvers.All.Names, "Linear solver.", "automatic"),
        section.Quantity("tolerance", QuantityKind.Number, "Local error allowed in a time step, as a fraction of the initial concentration.", "1e-7", limits: Limits.Between(1e-13, 0.1)),
        section.OptionalQuantity("time-step", QuantityKind.Time, "Fixed time step, instead of steps controlled by the tolerance.", "60 s"),
        section.Quantity("depletion-tolerance", QuantityKind.Number, "How exactly the depletion is located in time, as a fraction of the time passed.", "1e-9", limits: Limits.Between(1e-14, 0.01)));

    /// <summary>The step control that the settings ask for.</summary>
    public IStepControl StepControl() => TimeStep is { } step ? new FixedStep(step) : new AdaptiveStep { RelativeTolerance = Tolerance };

    /// <summary>The monitor that ends the run at depletion.</summary>
    public InterfaceDepletion DepletionMonitor() => new("depletion", Side.XMin, DepletionTolerance);
}
