using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Tests.Operators;

public class SidesTests
{
    // The part's ends lie inside faces: the share of a face counts.
    [Fact]
    public void What_leaves_through_a_part_of_a_side_is_its_flux_times_its_length()
    {
        DiffusionProblem problem = Plane(BoundaryCondition.ZeroFlux).Add(Side.XMin, new BoundaryPart(BoundaryCondition.FixedFlux(2), 0.137, 0.5));
        problem.Add(Side.XMin, new BoundaryPart(BoundaryCondition.FixedFlux(-1), 0.6, 0.7));
        using var simulation = new Simulation(problem);
        simulation.Run(0.1);
        Assert.Equal(0.1 * (2 * (0.5 - 0.137) - 0.1), simulation.Balance.Outflow(Side.XMin), 1e-14);
        Assert.InRange(simulation.Balance.RelativeError, -1e-14, 1e-14);
    }

    [Fact]
    public void Parts_that_cover_a_side_are_the_same_as_one_condition_on_it()
    {
        BoundaryCondition film = BoundaryCondition.Robin(3, new ConstantInTime(0.5));
        DiffusionProblem divided = Plane(BoundaryCondition.FixedFlux(7)).Add(Side.XMin, new BoundaryPart(film, 0, 0.25)).Add(Side.XMin, new BoundaryPart(film, 0.25, 1));
        Assert.Equal(Final(Plane(film)), Final(divided), (a, b) => Math.Abs(a - b) < 1e-9);                  // what the linear solver leaves
    }

    [Fact]
    public void A_value_holds_on_its_part_and_nowhere_else()
    {
        DiffusionProblem problem = Plane(BoundaryCondition.ZeroFlux).Add(Side.XMin, new BoundaryPart(BoundaryCondition.FixedValue(0.25), 0, 0.5));
        using var simulation = new Simulation(problem);
        simulation.Run(0.01);
        Assert.Equal(0.25, simulation.Field.OnSide(Side.XMin, 0));
        Assert.InRange(simulation.Field.OnSide(Side.XMin, 9), 0.9, 1);
    }

    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(-0.1, 0.4)]
    [InlineData(0.5, 1.1)]
    [InlineData(0.2, 0.4)]                                                       // overlaps the first
    public void Parts_that_do_not_fit_are_refused(double from, double to)
    {
        DiffusionProblem problem = Plane(BoundaryCondition.ZeroFlux).Add(Side.XMin, new BoundaryPart(BoundaryCondition.FixedFlux(1), 0.1, 0.3));
        Assert.Throws<ArgumentException>(() => problem.Add(Side.XMin, new BoundaryPart(BoundaryCondition.FixedFlux(1), from, to)));
    }

    // 1/3 and its neighbours in floating point: the same place, reckoned in two ways.
    [Fact]
    public void Parts_meet_where_they_do_but_for_rounding()
    {
        double third = 1.0 / 3, above = Math.BitIncrement(third);
        var mesh = new RectilinearMesh(Axis.Uniform(1, 12), Axis.Uniform(1, 12, start: -1));
        DiffusionProblem problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), 1)
            .Add(Side.XMin, new BoundaryPart(BoundaryCondition.FixedFlux(1), -1, above - 1))
            .Add(Side.XMin, new BoundaryPart(BoundaryCondition.FixedFlux(1), third - 1, 0));
        using var simulation = new Simulation(problem);
        simulation.Run(0.1);
        Assert.Equal(0.1, simulation.Balance.Outflow(Side.XMin), 1e-14);
    }

    // cos 2πx decays as exp(−4π² D t), wherever the seam lies: shifted by a quarter of a period it is −sin 2πx there.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_a_periodic_direction_a_wave_decays_wherever_the_seam_lies(bool alongY)
    {
        double[] Decayed(double phase)
        {
            Axis wave = Axis.Uniform(1, 40), other = Axis.Uniform(0.3, 9);
            RectilinearMesh mesh = alongY ? new RectilinearMesh(other, wave) : new RectilinearMesh(wave, other);
            var initial = CellField.AtCentres("c", "1", mesh, (x, y) => 2 + Math.Cos(2 * Math.PI * ((alongY ? y : x) + phase)));
            var problem = new DiffusionProblem(mesh, new UniformDiffusivity(1), initial)
            {
                [alongY ? Side.YMin : Side.XMin] = BoundaryCondition.Periodic,
                [alongY ? Side.YMax : Side.XMax] = BoundaryCondition.Periodic,
            };
            double[] values = Final(problem, 0.02);
            return [.. Enumerable.Range(0, 40).Select(k => values[alongY ? mesh.Cell(4, k) : mesh.Cell(k, 4)])];
        }

        double[] whole = Decayed(0), shifted = Decayed(0.25);
        double rate = 4 * 40 * 40 * Math.Pow(Math.Sin(Math.PI / 40), 2);          // of the differences
        for (int k = 0; k < 40; k++)
        {
            Assert.Equal(2 + Math.Cos(2 * Math.PI * (k + 0.5) / 40) * Math.Exp(-rate * 0.02), whole[k], 2e-7);     // the tolerance in time
            Assert.Equal(whole[(k + 10) % 40], shifted[k], 1e-9);
        }
    }

    [Fact]
    public void A_side_is_not_periodic_alone()
    {
        DiffusionProblem problem = Plane(BoundaryCondition.Periodic);
        Assert.Throws<ArgumentException>(() => new DiffusionOperator(problem));
    }

    // Turned by a right angle, directions and diffusivities exchanged.
    [Fact]
    public void Diffusivities_that_differ_between_directions_turn_with_the_mesh()
    {
        Axis first = Axis.Geometric(1, 24, 5), second = Axis.Uniform(0.7, 15);
        var along = new LayeredDiffusivity(LayerDirection.AlongX, [0.4], [1, 30]);
        var upright = new DiffusionProblem(new RectilinearMesh(first, second), new AnisotropicDiffusivity(along, new UniformDiffusivity(4)), 1) { [Side.XMin] = BoundaryCondition.FixedFlux(1) };
        upright.Add(Side.YMax, new BoundaryPart(BoundaryCondition.FixedValue(2), 0.3, 0.8));
        var turned = new DiffusionProblem(
            new RectilinearMesh(second, first), new AnisotropicDiffusivity(new UniformDiffusivity(4), new LayeredDiffusivity(LayerDirection.AlongY, [0.4], [1, 30])), 1)
        {
            [Side.YMin] = BoundaryCondition.FixedFlux(1),
        };
        turned.Add(Side.XMax, new BoundaryPart(BoundaryCondition.FixedValue(2), 0.3, 0.8));
        double[] a = Final(upright), b = Final(turned);
        for (int i = 0; i < 24; i++)
        {
            for (int j = 0; j < 15; j++) Assert.Equal(a[i + 24 * j], b[j + 15 * i], 1e-9);
        }

        Assert.True(Math.Abs(a[0] - a[24 * 14]) > 0.01);
    }

    // Mirrored at the middle, a symmetric problem is its own image. What differs is what the linear solver leaves (1e-11).
    [Fact]
    public void A_symmetric_problem_has_a_symmetric_solution()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 20), Axis.Geometric(1, 18, 6, Refinement.BothEnds));
        var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(LayerDirection.AlongY, [0.3, 0.7], [1, 50, 1]), 1);
        problem.Add(Side.XMin, new BoundaryPart(BoundaryCondition.FixedFlux(1), 0.2, 0.8));
        double[] c = Final(problem);
        for (int j = 0; j < 18; j++)
        {
            for (int i = 0; i < 20; i++) Assert.Equal(c[mesh.Cell(i, j)], c[mesh.Cell(i, 17 - j)], 1e-9);
        }
    }

    // Enough cells for every thread: the books, the probes and the field must have the same bits.
    [Fact]
    public void The_number_of_threads_does_not_change_a_bit_of_a_run()
    {
        double[] Run(int threads)
        {
            var mesh = new RectilinearMesh(Axis.Geometric(1, 210, 20), Axis.Uniform(1, 170));
            var problem = new DiffusionProblem(mesh, new LayeredDiffusivity(LayerDirection.AlongY, [0.25], [1, 100]), 1) { [Side.XMin] = BoundaryCondition.FixedFlux(1) };
            var books = new BalanceMonitor("books");
            using var simulation = new Simulation(problem, new SimulationOptions
            {
                StepControl = new FixedStep(0.01),
                SolverSettings = new LinearSolverSettings(1e-8, threads),
                Monitors = [books],
            });
            for (int k = 0; k < 3; k++) simulation.Step();
            Assert.InRange(books.LargestError, 0, 1e-12);
            return [.. simulation.Field.Values, simulation.Balance.Inventory];
        }

        double[] alone = Run(1);
        Assert.Equal(alone, Run(2));
        Assert.Equal(alone, Run(4));
    }

    private static DiffusionProblem Plane(BoundaryCondition condition) =>
        new(new RectilinearMesh(Axis.Uniform(1, 12), Axis.Uniform(1, 10)), new UniformDiffusivity(1), 1) { [Side.XMin] = condition };

    private static double[] Final(DiffusionProblem problem, double time = 0.1)
    {
        using var simulation = new Simulation(problem);
        simulation.Run(time);
        return simulation.Field.Values.ToArray();
    }
}
