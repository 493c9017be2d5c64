using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.Tests.Accuracy;

public class SegregationTests
{
    private const double Factor = 7, Boundary = 50;                                // k and D of the second layer; both are 1 in the first

    public static MatrixTheoryData<string, int> SchemesAndDimensions => new(TimeSchemeKinds.All.Names, [1, 2]);

    // Σ k V a = Σ V c: what was spread evenly settles as the factors.
    [Theory]
    [InlineData(LayerDirection.AlongX, false)]
    [InlineData(LayerDirection.AlongX, true)]
    [InlineData(LayerDirection.AlongY, true)]
    public void Two_regions_come_to_rest_with_concentrations_as_their_factors(LayerDirection direction, bool isFlat)
    {
        var mesh = new RectilinearMesh(Halves(12), isFlat ? Halves(8) : null);
        using var simulation = new Simulation(Layered(mesh, direction, 3));
        simulation.Run(20);

        double rest = 3 / (0.4 + 0.6 * Factor);
        for (int cell = 0; cell < mesh.Cells; cell++)
        {
            bool isFirst = (direction == LayerDirection.AlongX ? mesh.Centre(cell).X : mesh.Centre(cell).Y) < 0.4;
            Assert.Equal(isFirst ? rest : Factor * rest, simulation.Field.Values[cell], 1e-6);      // steps are accurate to 1e-7
        }

        Assert.Equal(3, simulation.Field.Inventory, 1e-12 * 3);
        double x = direction == LayerDirection.AlongX ? 0.4 : 0.7, y = direction == LayerDirection.AlongX ? 0.7 : 0.4;
        Assert.Equal(rest, simulation.Field.At(x - 1e-9, y - 1e-9), 1e-5);
        Assert.Equal(Factor * rest, simulation.Field.At(x + 1e-9, y + 1e-9), 1e-5);
    }

    // A mode of two layers decays as a whole, c = k (2 + X(x) cos(nπy)) e^(−μ²t) but for the constant: X′′ = −ξ²X with D(ξ² + n²π²) = μ² in
    // each layer, X and D k X′ continuous. A two-layer slab with conductivity D k and capacity k (Carslaw & Jaeger 12.8).
    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public void Halving_the_cells_quarters_the_error_with_the_jump_on_a_face(int waves, bool graded)
    {
        var mode = new TwoLayerMode(0.4, 2, 1, 1, Factor, waves);
        double Error(int cells)
        {
            Axis x = graded ? Axis.TowardsPlaces(1, cells, 4, [0.4]) : Halves(cells);
            var mesh = new RectilinearMesh(x, waves == 0 ? null : Axis.Uniform(1, cells));
            var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(LayerDirection.AlongX, [0.4], [2, 1]), CellField.AtCentres("c", "mol/m^3", mesh, (x, y) => mode.Concentration(x, y, 0)))
            {
                Segregation = CellField.AtCentres("k", "1", mesh, (x, _) => x < 0.4 ? 1 : Factor),
            };
            using var simulation = new Simulation(problem, new SimulationOptions { StepControl = new AdaptiveStep { RelativeTolerance = 1e-9 } });
            simulation.Run(1 / mode.DecayRate);
            double sum = 0;
            for (int cell = 0; cell < mesh.Cells; cell++)
            {
                (double cx, double cy) = mesh.Centre(cell);
                sum += mesh.Volumes[cell] * Math.Pow(simulation.Field.Values[cell] - mode.Concentration(cx, cy, simulation.Time), 2);
            }

            return Math.Sqrt(sum);
        }

        Assert.InRange(Math.Log2(Error(40) / Error(80)), 1.95, 2.05);
    }

    // The tracer sees the mean concentration: D = K/⟨k⟩ with K the steady flux per gradient of c/k. In series, K = 1/⟨1/(D k)⟩ (Maxwell-Garnett
    // of one dimension); in parallel, K = ⟨D k⟩ (Hart with segregation).
    [Theory]
    [InlineData(0.1, 5)]
    [InlineData(0.1, 0.2)]
    [InlineData(0.6, 1000)]
    public void Laminates_have_the_effective_diffusivities_of_the_closed_formulas(double fraction, double factor)
    {
        double mean = 1 - fraction + fraction * factor;
        Assert.Equal(1 / ((1 - fraction + fraction / (factor * Boundary)) * mean), EffectiveDiffusivity(LayerDirection.AlongX, fraction, factor), 1e-6);
        double hart = (1 - fraction + fraction * factor * Boundary) / mean;
        Assert.Equal(hart, EffectiveDiffusivity(LayerDirection.AlongY, fraction, factor), 1e-6 * hart);
    }

    [Theory]
    [MemberData(nameof(SchemesAndDimensions))]
    public void The_books_close_to_1e12_at_every_step(string scheme, int dimensions)
    {
        var mesh = new RectilinearMesh(Axis.TowardsPlaces(1, 40, 10, [0.4]), dimensions == 1 ? null : Axis.Uniform(1, 6));
        DiffusionProblem problem = Layered(mesh, LayerDirection.AlongX, 2);
        problem[Side.XMin] = BoundaryCondition.FixedFlux(new PiecewiseConstant([0, 0.2, 0.45], [3, 0, -2]));
        problem[Side.XMax] = BoundaryCondition.Robin(5, new LinearTable([0, 1], [3, 1]));
        var books = new BalanceMonitor("books", limit: 1e-12);
        using var simulation = new Simulation(problem, new SimulationOptions
        {
            Scheme = TimeSchemeKinds.All[scheme],
            StepControl = new AdaptiveStep { RelativeTolerance = 1e-5 },
            Monitors = [books],
        });
        simulation.Run(1);
        Assert.InRange(books.LargestError, 0, 1e-12);
        Assert.NotInRange(simulation.Balance.Inventory - simulation.Balance.InitialInventory, -0.1, 0.1);
    }

    // c/k is what has no new extremes; c itself rises far above where it started. 1e-9 is what the linear solver leaves.
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-2)]
    [InlineData(1)]
    public void Implicit_euler_keeps_activities_between_those_it_started_from(double step)
    {
        var mesh = new RectilinearMesh(Halves(30), Axis.Uniform(0.5, 6));
        DiffusionProblem problem = Layered(mesh, LayerDirection.AlongX, Factor);
        problem[Side.YMax] = BoundaryCondition.FixedValue(Factor);                   // c/k is 1 and 7 at the start
        using var simulation = new Simulation(problem, new SimulationOptions
        {
            Scheme = TimeSchemeKinds.All["implicit-euler"],
            StepControl = new FixedStep(step),
            SolverSettings = new LinearSolverSettings(Tolerance: 1e-13),
        });
        for (int k = 0; k < 10; k++)
        {
            simulation.Step();
            for (int cell = 0; cell < mesh.Cells; cell++) Assert.InRange(simulation.Field.Values[cell] / problem.Segregation!.Values[cell], 1 - 1e-9, Factor + 1e-9);
        }

        Assert.True(simulation.Field.Values.ToArray().Max() > Factor);
    }

    // One value along a side that crosses columns: each has its share of it, and nothing flows along the side.
    [Fact]
    public void A_reservoir_is_in_equilibrium_with_every_column_behind_it()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 8), Halves(10));
        DiffusionProblem problem = Layered(mesh, LayerDirection.AlongY, CellField.AtCentres("c", "mol/m^3", mesh, (_, y) => y < 0.4 ? 2 : 2 * Factor));
        problem[Side.XMin] = BoundaryCondition.FixedValue(2);
        problem[Side.XMax] = BoundaryCondition.Robin(3, new ConstantInTime(2));
        using var simulation = new Simulation(problem);
        Assert.Equal(2, simulation.Field.OnSide(Side.XMin, 0), 1e-14);
        Assert.Equal(2 * Factor, simulation.Field.OnSide(Side.XMin, 9), 1e-14);
        Assert.Equal(2 * Factor, simulation.Field.OnSide(Side.XMax, 9), 1e-13);
        simulation.Run(1);
        Assert.Equal(0, simulation.Balance.Outflow(Side.XMin), 1e-9);
        Assert.Equal(0, simulation.Balance.Outflow(Side.XMax), 1e-9);
    }

    [Fact]
    public void A_factor_of_one_changes_no_bit()
    {
        double[] Run(bool withFactors)
        {
            var mesh = new RectilinearMesh(Axis.Geometric(1, 20, 5), Axis.Uniform(1, 6));
            CellField? ones = withFactors ? CellField.Uniform("k", "1", mesh, 1) : null;
            var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(LayerDirection.AlongY, [0.5], [1, 9]), 2)
            {
                Segregation = ones,
                [Side.XMin] = BoundaryCondition.FixedFlux(1),
                [Side.YMax] = BoundaryCondition.FixedValue(1),
            };
            using var simulation = new Simulation(problem);
            simulation.Run(0.5);
            return [.. simulation.Field.Values, simulation.Field.At(0.123, 0.456), simulation.Field.LowestOnSide(Side.XMin)];
        }

        Assert.Equal(Run(false), Run(true));
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e4)]
    public void Iterations_hardly_depend_on_the_factor(double factor)
    {
        var mesh = new RectilinearMesh(Axis.TowardsPlaces(1, 64, 20, [0.4]), Axis.TowardsPlaces(1, 64, 20, [0.5]));
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), 1)
        {
            Segregation = CellField.AtCentres("k", "1", mesh, (x, y) => x < 0.4 == y < 0.5 ? 1 : factor),
            [Side.XMin] = BoundaryCondition.FixedFlux(0.5),
        };
        using var simulation = new Simulation(problem, new SimulationOptions { Scheme = TimeSchemeKinds.All["implicit-euler"], StepControl = new FixedStep(0.1) });
        for (int k = 0; k < 5; k++) Assert.InRange(simulation.Step().SolverIterations, 1, 16);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_factor_that_is_not_positive_and_finite_is_refused(double factor)
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 4));
        var refusal = Assert.Throws<ArgumentException>(() => new DiffusionProblem(mesh, new UniformDiffusivity(1), 1) { Segregation = new CellField("k", "1", [1, 1, factor, 1]) });
        Assert.Contains("the segregation factor of cell 2", refusal.Message);
        Assert.Throws<ArgumentException>(() => new DiffusionProblem(mesh, new UniformDiffusivity(1), 1) { Segregation = new CellField("k", "1", [1, 1]) });
    }

    private static Axis Halves(int cells) => Axis.Joined(Axis.Uniform(0.4, 2 * cells / 5), Axis.Uniform(0.6, cells - 2 * cells / 5, 0.4));

    private static DiffusionProblem Layered(RectilinearMesh mesh, LayerDirection direction, double concentration) =>
        Layered(mesh, direction, CellField.Uniform("c", "mol/m^3", mesh, concentration));

    private static DiffusionProblem Layered(RectilinearMesh mesh, LayerDirection direction, CellField initial) =>
        new(mesh, new LayeredDiffusivity(direction, [0.4], [1, Boundary]), initial)
        {
            Segregation = CellField.AtCentres("k", "1", mesh, (x, y) => (direction == LayerDirection.AlongX ? x : y) < 0.4 ? 1 : Factor),
        };

    // From the steady flux between reservoirs at 1 and 0, a unit apart.
    private static double EffectiveDiffusivity(LayerDirection direction, double fraction, double factor)
    {
        Axis layers = Axis.Joined(Axis.Uniform(1 - fraction, 6), Axis.Uniform(fraction, 4, 1 - fraction));
        var mesh = direction == LayerDirection.AlongX ? new RectilinearMesh(layers) : new RectilinearMesh(Axis.Uniform(1, 6), layers);
        bool IsSecond(double x, double y) => (direction == LayerDirection.AlongX ? x : y) > 1 - fraction;
        var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(direction, [1 - fraction], [1, Boundary]), 0)
        {
            Segregation = CellField.AtCentres("k", "1", mesh, (x, y) => IsSecond(x, y) ? factor : 1),
            [Side.XMin] = BoundaryCondition.FixedValue(1),
            [Side.XMax] = BoundaryCondition.FixedValue(0),
        };
        using var simulation = new Simulation(problem, new SimulationOptions { Scheme = TimeSchemeKinds.All["implicit-euler"], StepControl = new FixedStep(1e3 * factor) });
        for (int k = 0; k < 5; k++) simulation.Step();
        double before = simulation.Balance.Outflow(Side.XMax), start = simulation.Time, capacity = 0;
        simulation.Step();
        for (int cell = 0; cell < mesh.Cells; cell++) capacity += mesh.Volumes[cell] * problem.Segregation!.Values[cell];
        return (simulation.Balance.Outflow(Side.XMax) - before) / (simulation.Time - start) / capacity;
    }

    // The slowest mode between blocked sides: P₁ξ₁ tan(ξ₁l) = −P₂ξ₂ tan(ξ₂(1 − l)), with P = D k.
    private sealed class TwoLayerMode
    {
        private readonly double _boundary, _second, _wave1, _wave2, _waves, _amplitude;

        public TwoLayerMode(double boundary, double d1, double d2, double k1, double k2, int waves)
        {
            (_boundary, _second, _waves) = (boundary, k2 / k1, waves * Math.PI);
            double Of(double rate, double d) => Math.Sqrt(rate / d - _waves * _waves);
            double Mismatch(double rate)
            {
                double a = Of(rate, d1), b = Of(rate, d2);
                return d1 * k1 * a * Math.Sin(a * boundary) * Math.Cos(b * (1 - boundary)) + d2 * k2 * b * Math.Sin(b * (1 - boundary)) * Math.Cos(a * boundary);
            }

            double low = Math.Max(d1, d2) * _waves * _waves + 1e-3, step = 0.1;
            while (Mismatch(low + step) * Mismatch(low) > 0) low += step;
            for (double width = step; width > 1e-15 * low; width *= 0.5)
            {
                if (Mismatch(low + 0.5 * width) * Mismatch(low) > 0) low += 0.5 * width;
            }

            (DecayRate, _wave1, _wave2) = (low, Of(low, d1), Of(low, d2));
            _amplitude = Math.Cos(_wave1 * boundary) / Math.Cos(_wave2 * (1 - boundary));
        }

        public double DecayRate { get; }

        public double Concentration(double x, double y, double t)
        {
            double mode = x < _boundary ? Math.Cos(_wave1 * x) : _amplitude * Math.Cos(_wave2 * (1 - x));
            return (x < _boundary ? 1 : _second) * (2 + mode * Math.Cos(_waves * y) * Math.Exp(-DecayRate * t));
        }
    }
}
