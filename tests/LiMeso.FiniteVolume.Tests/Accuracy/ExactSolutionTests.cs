using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Accuracy;

public class ExactSolutionTests
{
    public static TheoryData<string> Points => [.. ReferenceTable.Read("conc_points.csv").Rows.Select(row => row.Text("id"))];

    // Default settings, D t/L² from 1e-6 to 10. As a fraction of the interface's depletion: 1e-6 on the interface, 1e-5 inside the foil,
    // where cells are wider and the profile between centres is taken straight.
    [Theory]
    [MemberData(nameof(Points))]
    public void Concentrations_under_constant_current_agree_with_the_analytic_ones(string id)
    {
        var row = ReferenceTable.Read("conc_points.csv").Rows.Single(r => r.Text("id") == id);
        double thickness = 1e-6 * row.Number("L_um"), diffusivity = 1e-4 * row.Number("D_cm2_s"), time = row.Number("t_s"), x = 1e-6 * row.Number("x_um");
        double concentration = 1e6 * row.Number("C0_mol_cm3"), flux = Slab.Flux(row.Number("I_mA_cm2"));
        Simulation simulation = RunTo(Slab.Stripped(SlabMesh.ForDiffusion(thickness, diffusivity, time), diffusivity, concentration, new ConstantInTime(flux)), time);
        double depletion = concentration - simulation.Field.OnSide(Side.XMin), error = simulation.Field.At(Math.Min(x, thickness)) - 1e6 * row.Number("C_mol_cm3");
        Assert.InRange(Math.Abs(error) / depletion, 0, x == 0 ? 1e-6 : 1e-5);
    }

    // As above in two dimensions, where the answer must not depend on y.
    [Theory]
    [MemberData(nameof(Points))]
    public void So_they_do_in_a_plane_at_every_height(string id)
    {
        var row = ReferenceTable.Read("conc_points.csv").Rows.Single(r => r.Text("id") == id);
        double thickness = 1e-6 * row.Number("L_um"), diffusivity = 1e-4 * row.Number("D_cm2_s"), time = row.Number("t_s"), x = Math.Min(1e-6 * row.Number("x_um"), thickness);
        double concentration = 1e6 * row.Number("C0_mol_cm3"), flux = Slab.Flux(row.Number("I_mA_cm2"));
        var mesh = new RectilinearMesh(SlabMesh.ForDiffusion(thickness, diffusivity, time).X, Axis.Geometric(0.3 * thickness, 3, 4));
        Simulation simulation = RunTo(Slab.Stripped(mesh, diffusivity, concentration, new ConstantInTime(flux)), time);
        double depletion = concentration - simulation.Field.OnSide(Side.XMin, 1);
        foreach (double y in mesh.Y!.Centres) Assert.InRange(Math.Abs(simulation.Field.At(x, y) - 1e6 * row.Number("C_mol_cm3")) / depletion, 0, x == 0 ? 1e-6 : 1e-5);
    }

    // c(0) = 0, no flux at 1, c = 1 at t = 0:  Σ (2/β) sin(βx) e^(−β²t),  β = (n + ½)π  (Carslaw & Jaeger 3.4).
    [Fact]
    public void A_slab_drained_at_fixed_value_agrees_with_the_sine_series()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 400));
        Simulation simulation = RunTo(new DiffusionProblem(mesh, new UniformDiffusivity(1), 1) { [Side.XMin] = BoundaryCondition.FixedValue(0) }, 0.2);
        AssertSecondOrderClose(simulation, x => Enumerable.Range(0, 30).Sum(n =>
        {
            double beta = (n + 0.5) * Math.PI;
            return 2 / beta * Math.Sin(beta * x) * Math.Exp(-beta * beta * 0.2);
        }));
        Assert.Equal(0, simulation.Field.OnSide(Side.XMin));
    }

    // A film of Biot number k at x = 0, no flux at 1: Σ 4 sin β/(2β + sin 2β) cos(β(1 − x)) e^(−β²t), β tan β = k (Carslaw & Jaeger 3.11).
    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    public void A_slab_drained_through_a_film_agrees_with_its_series(double biot)
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 400));
        Simulation simulation = RunTo(
            new DiffusionProblem(mesh, new UniformDiffusivity(1), 1) { [Side.XMin] = BoundaryCondition.Robin(biot, new ConstantInTime(0)) }, 0.2);
        AssertSecondOrderClose(simulation, x => Enumerable.Range(0, 30).Sum(n =>
        {
            double beta = Eigenvalue(n, biot);
            return 4 * Math.Sin(beta) / (2 * beta + Math.Sin(2 * beta)) * Math.Cos(beta * (1 - x)) * Math.Exp(-beta * beta * 0.2);
        }));
    }

    // Backward Euler on an M-matrix: each new value is an average of old ones and of the boundary's, whatever the step.
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-2)]
    [InlineData(1e3)]
    public void Implicit_euler_keeps_between_the_values_it_started_from(double step)
    {
        var mesh = new RectilinearMesh(Axis.Geometric(1, 60, 30), Axis.Uniform(0.5, 8));
        var random = new Random(11);
        var initial = CellField.AtCentres("concentration", "mol/m^3", mesh, (_, _) => random.NextDouble() < 0.5 ? 1 : 3);
        var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(LayerDirection.AlongX, [0.2], [1, 1000]), initial)
        {
            [Side.XMin] = BoundaryCondition.FixedValue(2),
            [Side.YMax] = BoundaryCondition.Robin(3, new ConstantInTime(2.5)),
        };
        var simulation = new Simulation(problem, new SimulationOptions { Scheme = TimeSchemeKinds.All["implicit-euler"], StepControl = new FixedStep(step) });
        for (int k = 0; k < 20; k++)
        {
            simulation.Step();
            foreach (double value in simulation.Field.Values) Assert.InRange(value, 1 - 1e-9, 3 + 1e-9);   // 1e-9: what the linear solver leaves
        }
    }

    private static Simulation RunTo(DiffusionProblem problem, double time)
    {
        var simulation = new Simulation(problem);
        simulation.Run(time);
        return simulation;
    }

    // 400 cells: h² = 6e-6 times a curvature of order one; 1e-5 holds with the error in time.
    private static void AssertSecondOrderClose(Simulation simulation, Func<double, double> exact)
    {
        foreach (double x in new[] { 0, 0.013, 0.25, 0.5, 0.9, 1 }) Assert.Equal(exact(x), simulation.Field.At(x), 1e-5);
    }

    private static double Eigenvalue(int n, double biot)
    {
        double low = n * Math.PI, high = (n + 0.5) * Math.PI;
        for (int k = 0; k < 100; k++)
        {
            double middle = 0.5 * (low + high);
            if (middle * Math.Tan(middle) < biot) low = middle;
            else high = middle;
        }

        return low;
    }
}
