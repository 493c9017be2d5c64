using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Core;

namespace LiMeso.Atomistics.Tests.Minimisation;

public class MinimiserTests
{
    public static TheoryData<string> Names => [.. Minimisers.All.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bowl_with_stiffnesses_a_thousand_apart_is_descended_to_its_bottom(string name)
    {
        var bowl = new Landscape(3, x => (
            0.5 * (0.01 * x[0] * x[0] + x[1] * x[1] + 10 * x[2] * x[2]), [-0.01 * x[0], -x[1], -10 * x[2]]));
        double[] x = [1, 2, -3];
        MinimisationStep last = Minimisers.All[name].Minimise(bowl, x, new MinimiserOptions(1e-9, 20_000));
        Assert.InRange(last.Residual, 0, 1e-9);
        Assert.Equal(0, x[0], 1e-7);
        Assert.Equal(0, x[1], 1e-9);
        Assert.Equal(0, x[2], 1e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_curved_valley_of_Rosenbrock_is_followed_to_its_end(string name)
    {
        var valley = new Landscape(2, x =>
        {
            double a = 1 - x[0], b = x[1] - x[0] * x[0];
            return (a * a + 100 * b * b, [2 * a + 400 * x[0] * b, -200 * b]);
        });
        double[] x = [-1.2, 1];
        MinimisationStep last = Minimisers.All[name].Minimise(valley, x, new MinimiserOptions(1e-8, 50_000));
        Assert.Equal(1, x[0], 1e-7);
        Assert.Equal(1, x[1], 1e-7);
        Assert.InRange(last.Energy, 0, 1e-14);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forces_are_found_small_where_energies_no_longer_tell_points_apart(string name)
    {
        // Energies near 1e6 resolve 1e-10, that is displacements of 1e-5; a residual of 1e-10 needs the slopes.
        var flat = new Landscape(2, x => (1e6 + 0.5 * (x[0] * x[0] + 2 * x[1] * x[1]), [-x[0], -2 * x[1]]));
        double[] x = [0.3, -0.2];
        MinimisationStep last = Minimisers.All[name].Minimise(flat, x, new MinimiserOptions(1e-10, 2_000));
        Assert.InRange(last.Residual, 0, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_landscape_without_a_bottom_is_told_as_not_converged(string name)
    {
        var slope = new Landscape(1, x => (-x[0], [1]));
        ConvergenceException e = Assert.Throws<ConvergenceException>(() => Minimisers.All[name].Minimise(slope, new double[1], new MinimiserOptions(1e-3, 100)));
        Assert.InRange(e.Iterations, 100, 102);
        Assert.Equal(1, e.LastResidual);
        Assert.Equal(1e-3, e.Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_step_is_longer_than_allowed(string name)
    {
        List<double> visited = [];
        var steep = new Landscape(1, x =>
        {
            visited.Add(x[0]);
            return (500 * x[0] * x[0], [-1000 * x[0]]);
        });
        Minimisers.All[name].Minimise(steep, [5.0], new MinimiserOptions(1e-6, 10_000, LargestStep: 0.05));
        Assert.All(visited.Zip(visited.Skip(1)), pair => Assert.InRange(Math.Abs(pair.Second - pair.First), 0, 0.0500001 + 0.025));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_minimum_is_recognised_at_the_start(string name)
    {
        int evaluations = 0;
        var bowl = new Landscape(1, x =>
        {
            evaluations++;
            return (x[0] * x[0], [-2 * x[0]]);
        });
        MinimisationStep last = Minimisers.All[name].Minimise(bowl, new double[1], new MinimiserOptions(1e-6, 10));
        Assert.Equal(1, last.Evaluations);
        Assert.Equal(1, evaluations);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_walk_that_is_put_down_after_every_step_goes_on_to_the_same_bits(string name)
    {
        var valley = new Landscape(2, x =>
        {
            double a = 1 - x[0], b = x[1] - x[0] * x[0];
            return (a * a + 100 * b * b, [2 * a + 400 * x[0] * b, -200 * b]);
        });
        var options = new MinimiserOptions(1e-8, 50_000);
        double[] whole = [-1.2, 1], parts = [-1.2, 1];
        IDescent one = Minimisers.All[name].Begin(valley, whole, options), two = Minimisers.All[name].Begin(valley, parts, options);
        for (int step = 0; step < 60; step++)
        {
            one.Advance();
            two.Advance();
            var state = new SavedState();
            two.Save(state);
            two = Minimisers.All[name].Resume(valley, parts = new double[2], options, state);
            Assert.Equal(whole, parts);
            Assert.Equal(one.Reached, two.Reached);
        }

        var other = new SavedState();
        one.Save(other);
        string another = Minimisers.All.Names.First(n => n != name);
        Assert.Throws<StateMismatchException>(() => Minimisers.All[another].Resume(valley, parts, options, other));
        Assert.Throws<StateMismatchException>(() => Minimisers.All[name].Resume(valley, new double[3], options, other));
    }

    private sealed class Landscape(int variables, Func<double[], (double Energy, double[] Forces)> function) : IEnergyLandscape
    {
        public int Variables => variables;

        public double Residual { get; private set; }

        public double Evaluate(ReadOnlySpan<double> x, Span<double> forces)
        {
            (double energy, double[] f) = function([.. x]);
            f.CopyTo(forces);
            Residual = f.Max(Math.Abs);
            return energy;
        }
    }
}
