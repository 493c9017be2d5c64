using LiMeso.Core;
using LiMeso.Depletion;
using LiMeso.Depletion.Pulses;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.TimeFunctions;

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

    /// <summary>
    /// When the run will end, s: exactly for a constant current and for pulses; else about when a steady current, the mean of the program until then, would have
    /// depleted the foil, which is a fifth late for one that rises steadily.
    /// </summary>
    public double ExpectedEnd => Current switch
    {
        { Constant: { } i } => DepletionTime(i),
        { Profile: { } pulses } => new PulsedStripping(pulses, Thickness, Diffusivity, Concentration).Solve().EndTime,
        _ => EndAtMeanCurrent(),
    };

    /// <summary>
    /// The mesh: cells crowd in the layer that diffusion reaches from the electrolyte. How deep it is when the foil runs empty depends on how strong the current is then,
    /// so a varying one counts as a steady one of its greatest strength until then.
    /// </summary>
    /// <param name="cells">Number of cells.</param>
    public RectilinearMesh Mesh(int cells)
    {
        RectilinearMesh mesh = Current.Constant is { } i
            ? SlabMesh.ForDepletion(Thickness, Diffusivity, Concentration, i / PhysicalConstants.Faraday, cells)
            : SlabMesh.ForDiffusion(Thickness, Diffusivity, EndAtPeakCurrent(), cells);
        return mesh.WithSideName("electrolyte", Side.XMin).WithSideName("collector", Side.XMax);
    }

    /// <summary>The simulation, at its start.</summary>
    /// <param name="numerics">How to solve.</param>
    /// <param name="snapshotTimes">When observers receive the field, s.</param>
    /// <param name="monitors">What looks at the steps besides the depletion monitor.</param>
    /// <returns>The simulation and the monitor that stops it at depletion.</returns>
    public (Simulation Simulation, InterfaceDepletionMonitor Depletion) Simulate(NumericsSettings numerics, IReadOnlyList<double> snapshotTimes, IReadOnlyList<IMonitor> monitors)
    {
        var problem = new DiffusionProblem(Mesh(numerics.Cells), new UniformDiffusivity(Diffusivity), Concentration);
        problem[Side.XMin] = BoundaryCondition.FixedFlux(Current.Flux);
        problem[Side.XMax] = BoundaryCondition.ZeroFlux;
        InterfaceDepletionMonitor depletion = numerics.DepletionMonitor();
        return (new Simulation(problem, numerics.Options(snapshotTimes, [depletion, .. monitors])), depletion);
    }

    private double DepletionTime(double current) => new StrippingProblem(current, Thickness, Diffusivity, Concentration).Solve().DepletionTime;

    private double EndAtPeakCurrent()
    {
        double end = ExpectedEnd;
        return Current.PeakUntil(end) is > 0 and var peak ? Math.Min(end, DepletionTime(peak)) : end;
    }

    // From break to break of the program; the first stretch at whose end the foil would be depleted is halved down to a thousandth.
    private double EndAtMeanCurrent()
    {
        double start = 0, removed = 0;
        while (start < Current.End)
        {
            double end = Math.Min(Current.Flux.NextBreak(start), Current.End);
            if (WouldBeDepleted(end))
            {
                double early = start, late = end;
                for (int i = 0; i < 10; i++)
                {
                    double middle = (early + late) / 2;
                    (early, late) = WouldBeDepleted(middle) ? (early, middle) : (middle, late);
                }

                return late;
            }

            (start, removed) = (end, RemovedBy(end));
        }

        return Current.End;

        // the current is linear between breaks
        double RemovedBy(double time) => removed + (time - start) * PhysicalConstants.Faraday * (Current.Flux.Value(start, Limit.After) + Current.Flux.Value(time, Limit.Before)) / 2;

        bool WouldBeDepleted(double time) => RemovedBy(time) is > 0 and var charge && DepletionTime(charge / time) <= time;
    }
}
