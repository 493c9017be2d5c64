using System.Globalization;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Depletion;

public class PulseTests
{
    public static TheoryData<string> Cases => [.. ReferenceTable.Read("pulse_cases.csv").Rows.Select(row => row.Text("id"))];

    // The mesh is made for the time of depletion t_d. A time t after a jump of the current the layer is thinner by √(t/t_d) than the cells
    // are made for, and the error that jump adds is larger by t_d/t (SlabMesh): 2500 for the earliest points of most cases, 2.5e6 for those of
    // s-p05. With 4000 cells even the latter are good to 6e-6 of C0.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Concentrations_under_pulsed_current_agree_with_the_analytic_ones(string id)
    {
        PulseCase pulses = PulseCase.Read(id, cells: 4000);
        var points = ReferenceTable.Read("pulse_points.csv").Rows.Where(row => row.Text("id") == id).ToList();
        double[] times = [.. points.Select(p => p.Number("t_s")).Distinct().Order()];
        var comparison = new Comparison([.. points.Select(p => (p.Number("t_s"), 1e-6 * p.Number("x_um"), 1e6 * p.Number("C_mol_cm3")))]);
        var simulation = new Simulation(pulses.Problem, new SimulationOptions { SnapshotTimes = times });
        simulation.Run(times[^1], comparison);

        Assert.Equal(points.Count, comparison.Compared);
        double worst = comparison.LargestError / pulses.Concentration;
        Assert.InRange(worst, 0, 6e-6);
        Assert.InRange(simulation.Balance.RelativeError, -1e-12, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Depletion_under_pulsed_current_is_found_at_the_analytic_time(string id)
    {
        PulseCase pulses = PulseCase.Read(id);
        var depletion = new InterfaceDepletionMonitor("depletion", Side.XMin);
        var simulation = new Simulation(pulses.Problem, new SimulationOptions { Monitors = [depletion] });
        simulation.Run(pulses.End);
        Assert.NotNull(depletion.DepletionTime);
        Assert.InRange(depletion.DepletionTime.Value / pulses.DepletionTime - 1, -1e-6, 1e-6);
    }

    // A ramp of current J t: c(0, t) = C₀ − (4/(3√π)) J t^(3/2)/√D in a thick foil (Duhamel's integral over 2√(t/(πD))).
    [Fact]
    public void A_tabulated_ramp_of_current_depletes_when_duhamels_integral_says()
    {
        const double ramp = 2, concentration = 1, diffusivity = 1, thickness = 12;
        double exact = Math.Pow(3 * Math.Sqrt(Math.PI * diffusivity) * concentration / (4 * ramp), 2.0 / 3);
        var problem = Slab.Stripped(SlabMesh.ForDiffusion(thickness, diffusivity, exact), diffusivity, concentration, new LinearTable([0, 10], [0, 10 * ramp]));
        var depletion = new InterfaceDepletionMonitor("depletion", Side.XMin);
        new Simulation(problem, new SimulationOptions { Monitors = [depletion] }).Run(10);
        Assert.InRange(depletion.DepletionTime!.Value / exact - 1, -1e-6, 1e-6);
    }

    private sealed record PulseCase(DiffusionProblem Problem, double Concentration, double DepletionTime, double End)
    {
        public static PulseCase Read(string id, int cells = SlabMesh.DefaultCells)
        {
            var row = ReferenceTable.Read("pulse_cases.csv").Rows.Single(r => r.Text("id") == id);
            double thickness = 1e-6 * row.Number("L_um"), diffusivity = 1e-4 * row.Number("D_cm2_s"), concentration = 1e6 * row.Number("C0_mol_cm3");
            List<double> starts = [], fluxes = [];
            double time = 0;
            foreach (string segment in row.Text("segments_I_mA_cm2:dt_s").Split(';'))
            {
                double[] parts = [.. segment.Split(':').Select(p => double.Parse(p, CultureInfo.InvariantCulture))];
                starts.Add(time);
                fluxes.Add(Slab.Flux(parts[0]));
                time += parts[1];
            }

            double depletion = row.Number("first_depletion_t_s");
            RectilinearMesh mesh = SlabMesh.ForDiffusion(thickness, diffusivity, depletion, cells);
            var problem = new DiffusionProblem(mesh, new UniformDiffusivity(diffusivity), concentration)
            {
                [Side.XMin] = BoundaryCondition.FixedFlux(new PiecewiseConstant(starts, fluxes)),
            };
            return new PulseCase(problem, concentration, depletion, time);
        }
    }

    private sealed class Comparison((double Time, double X, double Concentration)[] points) : IRunObserver
    {
        public int Compared { get; private set; }

        public double LargestError { get; private set; }

        public void Snapshot(in FieldView field)
        {
            foreach ((double time, double x, double exact) in points)
            {
                if (time != field.Time) continue;
                Compared++;
                LargestError = Math.Max(LargestError, Math.Abs(field.At(Math.Min(x, field.Mesh.X.End)) - exact));
            }
        }
    }
}
