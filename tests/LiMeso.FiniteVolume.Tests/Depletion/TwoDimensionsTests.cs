using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.Tests.Depletion;

public class TwoDimensionsTests
{
    private static readonly Axis _acrossFoil = Axis.BoundaryLayer(1, 1, 40);

    // Nothing depends on y, so every row must be the line. Fixed steps, so that both take the same ones; what is left is the linear
    // solver's tolerance (1e-11) summed over 25 steps.
    [Theory]
    [InlineData("implicit-euler")]
    [InlineData("crank-nicolson")]
    [InlineData("bdf2")]
    [InlineData("sdirk4")]
    public void A_uniform_plane_is_as_many_lines(string scheme)
    {
        Simulation line = Stripped(new RectilinearMesh(_acrossFoil), scheme);
        Simulation plane = Stripped(new RectilinearMesh(_acrossFoil, Axis.Geometric(0.3, 6, 3)), scheme);
        line.Run(0.5);
        plane.Run(0.5);
        for (int cell = 0; cell < plane.Problem.Mesh.Cells; cell++) Assert.Equal(line.Field.Values[cell % 40], plane.Field.Values[cell], 1e-10);
        for (int face = 0; face < 6; face++) Assert.Equal(line.Field.OnSide(Side.XMin), plane.Field.OnSide(Side.XMin, face), 1e-10);
    }

    [Fact]
    public void A_uniform_plane_depletes_when_the_line_does()
    {
        double Depletion(RectilinearMesh mesh)
        {
            var depletion = new InterfaceDepletionMonitor("depletion", Side.XMin);
            new Simulation(Problem(mesh), new SimulationOptions { Monitors = [depletion] }).Run(double.PositiveInfinity);
            return depletion.DepletionTime!.Value;
        }

        Assert.Equal(Depletion(new RectilinearMesh(_acrossFoil)), Depletion(new RectilinearMesh(_acrossFoil, Axis.Uniform(0.2, 4))), 2e-9);   // located to 1e-9
    }

    // The same foil turned by a right angle: y has the part of x.
    [Fact]
    public void The_directions_are_equal()
    {
        Axis along = Axis.Uniform(0.4, 5);
        var across = new RectilinearMesh(_acrossFoil, along);
        var turned = new RectilinearMesh(along, _acrossFoil);
        Simulation first = Stripped(across, "sdirk4", new LayeredDiffusivity(LayerDirection.AlongY, [0.16], [1, 20]));
        var layers = new LayeredDiffusivity(LayerDirection.AlongX, [0.16], [1, 20]);
        var problem = new DiffusionProblem(turned, layers, 1) { [Side.YMin] = BoundaryCondition.FixedFlux(0.9) };
        var second = new Simulation(problem, new SimulationOptions { StepControl = new FixedStep(0.02) });
        first.Run(0.5);
        second.Run(0.5);
        for (int i = 0; i < 40; i++)
        {
            for (int j = 0; j < 5; j++) Assert.Equal(first.Field.Values[across.Cell(i, j)], second.Field.Values[turned.Cell(j, i)], 1e-9);
        }
    }

    [Fact]
    public void Multigrid_and_thomas_agree_on_a_line()
    {
        var mesh = new RectilinearMesh(_acrossFoil);
        Simulation direct = Stripped(mesh, "sdirk4"), iterative = Stripped(mesh, "sdirk4", solver: "multigrid");
        direct.Run(0.5);
        iterative.Run(0.5);
        for (int cell = 0; cell < 40; cell++) Assert.Equal(direct.Field.Values[cell], iterative.Field.Values[cell], 1e-10);
    }

    private static DiffusionProblem Problem(RectilinearMesh mesh, IDiffusivityField? diffusivity = null) =>
        new(mesh, diffusivity ?? new UniformDiffusivity(1), 1) { [Side.XMin] = BoundaryCondition.FixedFlux(new ConstantInTime(0.9)) };

    private static Simulation Stripped(RectilinearMesh mesh, string scheme, IDiffusivityField? diffusivity = null, string solver = "automatic") =>
        new(Problem(mesh, diffusivity), new SimulationOptions
        {
            Scheme = TimeSchemeKinds.All[scheme],
            StepControl = new FixedStep(0.02),
            Solver = LinearSolvers.All[solver],
        });
}
