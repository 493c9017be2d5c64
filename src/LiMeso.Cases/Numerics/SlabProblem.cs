using LiMeso.Core;
using LiMeso.Depletion;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;

namespace LiMeso.Cases.Numerics;

/// <summary>A foil stripped at the electrolyte (x = 0, side xMin) and sealed at the current collector (x = L): the problem that both roads solve.</summary>
/// <param name="Thickness">L, m.</param>
/// <param name="Diffusivity">D, m²/s.</param>
/// <param name="Concentration">C0, mol/m³.</param>
/// <param name="Current">The current in time.</param>
public sealed record SlabProblem(double Thickness, double Diffusivity, double Concentration, CurrentProgram Current)
{
    /// <summary>An upper bound of the time at which the run can end: all lithium gone, or the end of the current's program.</summary>
    public double Horizon => Current.Constant is { } i ? PhysicalConstants.Faraday * Concentration * Thickness / i : Current.End;

    /// <summary>The mesh: cells crowd in the layer that diffusion reaches from the electrolyte.</summary>
    /// <param name="cells">Number of cells.</param>
    public RectilinearMesh Mesh(int cells)
    {
        RectilinearMesh mesh = Current.Constant is { } i
            ? SlabMesh.ForDepletion(Thickness, Diffusivity, Concentration, i / PhysicalConstants.Faraday, cells)
            : SlabMesh.ForDiffusion(Thickness, Diffusivity, Math.Min(Current.End, ExpectedDepletion()), cells);
        return mesh.WithSideName("electrolyte", Side.XMin).WithSideName("collector", Side.XMax);
    }

    /// <summary>The simulation, at its start.</summary>
    /// <param name="numerics">How to solve.</param>
    /// <param name="snapshotTimes">When observers receive the field, s.</param>
    /// <param name="monitors">What looks at the steps besides the depletion monitor.</param>
    /// <returns>The simulation and the monitor that stops it at depletion.</returns>
    public (Simulation Simulation, InterfaceDepletion Depletion) Simulate(NumericsSettings numerics, IReadOnlyList<double> snapshotTimes, IReadOnlyList<IMonitor> monitors)
    {
        var problem = new DiffusionProblem(Mesh(numerics.Cells), new UniformDiffusivity(Diffusivity), Concentration);
        problem[Side.XMin] = BoundaryCondition.FixedFlux(Current.Flux);
        problem[Side.XMax] = BoundaryCondition.ZeroFlux;
        InterfaceDepletion depletion = numerics.DepletionMonitor();
        return (new Simulation(problem, numerics.Options(snapshotTimes, [depletion, .. monitors])), depletion);
    }

    // what the peak current, drawn all the time, would give; the mesh depends on it only weakly
    private double ExpectedDepletion() =>
        Current.Peak > 0 ? new StrippingProblem(Current.Peak, Thickness, Diffusivity, Concentration).Solve().DepletionTime : Current.End;
}
