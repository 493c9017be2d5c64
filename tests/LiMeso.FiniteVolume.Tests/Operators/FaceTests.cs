using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Tests.Operators;

public class FaceTests
{
    // Two layers in series carry J = Δc/(L₁/D₁ + L₂/D₂) exactly, whatever the contrast, when the jump lies on a face.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 1e6)]
    [InlineData(1e6, 1)]
    public void Steady_flux_through_a_jump_on_a_face_is_exact(double d1, double d2)
    {
        var mesh = new RectilinearMesh(Axis.Joined(Axis.Geometric(0.3, 7, 3), Axis.Geometric(0.7, 5, 2, start: 0.3)));
        double flux = 1 / (0.3 / d1 + 0.7 / d2);
        var problem = new DiffusionProblem(
            mesh,
            new LayeredDiffusivity(LayerDirection.AlongX, [0.3], [d1, d2]),
            CellField.AtCentres("c", "mol/m^3", mesh, (x, _) => x < 0.3 ? 1 - flux * x / d1 : flux * (1 - x) / d2))
        {
            [Side.XMin] = BoundaryCondition.FixedValue(1),
            [Side.XMax] = BoundaryCondition.FixedValue(0),
        };
        var diffusion = new DiffusionOperator(problem);
        double[] rate = new double[mesh.Cells], outflow = new double[2], turnover = new double[2];
        diffusion.Rate(problem.Initial.Values, 0, Limit.After, rate);
        diffusion.AddOutflow(1, problem.Initial.Values, 0, Limit.After, outflow, turnover);

        // c is rounded to 1e-16; a cell of high conductance turns that into an error of 1e-16 D/h in the flux.
        double rounding = 2e-16 * Math.Max(d1, d2) / mesh.X.Widths.ToArray().Min() * 4;
        Assert.Equal(-flux, outflow[0], rounding);
        Assert.Equal(flux, outflow[1], rounding);
        Assert.Equal(2 * (2 * d1 / mesh.X.Widths[0]) - flux, turnover[0], 1e-12 * turnover[0]);            // |h c| + |h v| of the half cell, where v is 1
        for (int cell = 0; cell < mesh.Cells; cell++) Assert.InRange(rate[cell] * mesh.Volumes[cell], -rounding, rounding);
    }

    // A quadratic with the right averages and boundary flux: the parabola on the face is the quadratic itself, up to the two-point
    // flux on the inner face, which is exact on equal cells.
    [Fact]
    public void The_boundary_value_of_a_parabola_is_exact_on_equal_cells()
    {
        var mesh = new RectilinearMesh(Axis.Uniform(1, 8));
        const double d = 3;
        double[] averages = [.. Enumerable.Range(0, 8).Select(i => Average(mesh.X.Nodes[i], mesh.X.Nodes[i + 1]))];
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(d), new CellField("c", "mol/m^3", averages))
        {
            [Side.XMin] = BoundaryCondition.FixedFlux(d * 2),                       // D c′(0)
            [Side.XMax] = BoundaryCondition.FixedFlux(-d * (2 + 2 * 5)),            // −D c′(1)
        };
        var field = new Simulation(problem).Field;
        Assert.Equal(1, field.OnSide(Side.XMin), 1e-14);
        Assert.Equal(1 + 2 + 5, field.OnSide(Side.XMax), 1e-14);

        static double Average(double a, double b) => 1 + (a + b) + 5 * (a * a + a * b + b * b) / 3;
    }

    [Fact]
    public void A_point_beside_a_jump_of_D_sees_its_own_side_of_the_kink()
    {
        var mesh = new RectilinearMesh(Axis.Joined(Axis.Uniform(0.5, 5), Axis.Uniform(0.5, 5, 0.5)));
        static double Profile(double x) => x < 0.5 ? 100 * x : 50 + (x - 0.5);       // c′ jumps by 100 where D does by 1/100
        var layers = new LayeredDiffusivity(LayerDirection.AlongX, [0.5], [1, 100]);
        var problem = new DiffusionProblem(mesh, layers, CellField.AtCentres("c", "mol/m^3", mesh, (x, _) => Profile(x)))
        {
            [Side.XMin] = BoundaryCondition.FixedValue(0),
            [Side.XMax] = BoundaryCondition.FixedValue(50.5),
        };
        var field = new Simulation(problem).Field;
        foreach (double x in new[] { 0, 0.01, 0.33, 0.48, 0.5, 0.52, 0.77, 1 }) Assert.Equal(Profile(x), field.At(x), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Simulation(problem).Field.At(1.01));
    }
}
