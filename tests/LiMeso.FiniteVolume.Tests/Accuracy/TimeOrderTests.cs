using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Sources;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.Tests.Accuracy;

/// <summary>
/// The same 40 cells throughout, compared with the same equations solved by sdirk4 in 1024 steps: what differs is the error in time.
/// </summary>
public class TimeOrderTests
{
    // Errors of 64 and 128 steps. 0.05 is what the next term of the error expansion leaves of Euler, Crank-Nicolson and sdirk4 at these steps;
    // bdf2 starts with a step of order 1, whose trace fades as 1/n (1.94 at 64 steps, 1.97 at 128).
    [Theory]
    [InlineData("implicit-euler", 0.05)]
    [InlineData("crank-nicolson", 0.05)]
    [InlineData("bdf2", 0.1)]
    [InlineData("sdirk4", 0.05)]
    public void Halving_the_step_divides_the_error_by_two_to_the_stated_order_even_after_a_jump_of_the_flux(string scheme, double slack)
    {
        int coarse = scheme == "sdirk4" ? 32 : 64;
        Assert.InRange(MeasuredOrder(scheme, coarse, ConstantFlux), TimeSchemeKinds.All[scheme].Order - slack, TimeSchemeKinds.All[scheme].Order + slack);
    }

    // Stage order 2 shows where boundary values vary smoothly in time: between 3 and 4 (Ostermann & Roche, Math. Comput. 59 (1992) 403).
    [Fact]
    public void Sdirk4_keeps_order_three_when_boundary_values_vary_in_time() =>
        Assert.InRange(MeasuredOrder("sdirk4", 64, VaryingConditions), 3, 4);

    private static double MeasuredOrder(string scheme, int steps, Action<DiffusionProblem> setConditions)
    {
        double[] exact = Solve("sdirk4", 1024, setConditions);
        return Math.Log2(Difference(Solve(scheme, steps, setConditions), exact) / Difference(Solve(scheme, 2 * steps, setConditions), exact));
    }

    private static void ConstantFlux(DiffusionProblem problem)
    {
        problem[Side.XMin] = BoundaryCondition.FixedFlux(1);
        problem.Add(new SpaceTimeSource((x, _, t) => Math.Cos(Math.PI * x) * Math.Cos(5 * t)));
    }

    private static void VaryingConditions(DiffusionProblem problem)
    {
        problem[Side.XMin] = BoundaryCondition.FixedFlux(new FunctionOfTime(t => Math.Pow(Math.Sin(2 * t), 2)));
        problem[Side.XMax] = BoundaryCondition.Robin(0.7, new FunctionOfTime(t => 1 + 0.3 * Math.Sin(t)));
    }

    private static double[] Solve(string scheme, int steps, Action<DiffusionProblem> setConditions)
    {
        var mesh = new RectilinearMesh(Axis.Geometric(1, 40, 3));
        var initial = CellField.AtCentres("concentration", "mol/m^3", mesh, (x, _) => 2 + Math.Cos(Math.PI * x));
        var problem = new DiffusionProblem(mesh, new UniformDiffusivity(0.5), initial);
        setConditions(problem);
        var simulation = new Simulation(problem, new SimulationOptions { Scheme = TimeSchemeKinds.All[scheme], StepControl = new FixedStep(1.0 / steps) });
        simulation.Run(1);
        Assert.Equal(steps, simulation.Steps);
        return simulation.Field.Values.ToArray();
    }

    private static double Difference(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
