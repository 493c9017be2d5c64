using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.Tests.TimeSchemes;

public class Sdirk4Tests
{
    private static readonly double[][] _a = [.. Sdirk4.Tableau.Select(row => row.Concat(Enumerable.Repeat(0.0, 6 - row.Length)).ToArray())];
    private static readonly double[] _c = Sdirk4.Abscissae;

    // The eight conditions for order 4 (Hairer, Nørsett & Wanner I, II.2); the coefficients are rounded to double.
    [Fact]
    public void The_tableau_meets_all_conditions_of_order_four()
    {
        double[] b = Sdirk4.Tableau[^1];
        double[] ac = Times(_c), ac2 = Times([.. _c.Select(c => c * c)]), aac = Times(ac);
        Assert.Equal(1, Sum(_ => 1), 1e-15);
        Assert.Equal(1.0 / 2, Sum(i => _c[i]), 1e-15);
        Assert.Equal(1.0 / 3, Sum(i => _c[i] * _c[i]), 1e-15);
        Assert.Equal(1.0 / 6, Sum(i => ac[i]), 1e-15);
        Assert.Equal(1.0 / 4, Sum(i => Math.Pow(_c[i], 3)), 1e-15);
        Assert.Equal(1.0 / 8, Sum(i => _c[i] * ac[i]), 1e-15);
        Assert.Equal(1.0 / 12, Sum(i => ac2[i]), 1e-15);
        Assert.Equal(1.0 / 24, Sum(i => aac[i]), 1e-15);

        double Sum(Func<int, double> term) => Enumerable.Range(0, 6).Sum(i => b[i] * term(i));
    }

    [Fact]
    public void The_embedded_weights_have_order_three_and_not_four()
    {
        double Sum(Func<int, double> term) => Enumerable.Range(0, 6).Sum(i => Sdirk4.Embedded[i] * term(i));
        double[] ac = Times(_c);
        Assert.Equal(1, Sum(_ => 1), 1e-15);
        Assert.Equal(1.0 / 2, Sum(i => _c[i]), 1e-15);
        Assert.Equal(1.0 / 3, Sum(i => _c[i] * _c[i]), 1e-15);
        Assert.Equal(1.0 / 6, Sum(i => ac[i]), 1e-15);
        Assert.NotInRange(Sum(i => Math.Pow(_c[i], 3)), 0.2495, 0.2505);
    }

    [Fact]
    public void Every_implicit_stage_has_order_two()
    {
        double[] rows = Times([1, 1, 1, 1, 1, 1]), ac = Times(_c);
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(_c[i], rows[i], 1e-15);
            Assert.Equal(_c[i] * _c[i] / 2, ac[i], 1e-15);
        }
    }

    // R(z) of y′ = λy by stages: y_i = 1 + z Σ a_ij y_j. A-stable on the negative axis, and zero at infinity.
    [Fact]
    public void Fast_decaying_components_are_damped_and_the_fastest_die_at_once()
    {
        for (double z = 1e-3; z < 1e9; z *= 1.5) Assert.InRange(Math.Abs(StabilityFunction(-z)), 0, 1);
        Assert.InRange(Math.Abs(StabilityFunction(-1e9)), 0, 1e-8);
    }

    private static double StabilityFunction(double z)
    {
        var y = new double[6];
        for (int i = 0; i < 6; i++)
        {
            double sum = 1;
            for (int j = 0; j < i; j++) sum += z * _a[i][j] * y[j];
            y[i] = sum / (1 - z * _a[i][i]);
        }

        return y[5];
    }

    private static double[] Times(double[] v) => [.. _a.Select(row => row.Zip(v, (a, x) => a * x).Sum())];
}
