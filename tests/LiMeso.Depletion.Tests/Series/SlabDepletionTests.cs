using FsCheck;
using FsCheck.Fluent;
using LiMeso.Depletion.Series;

using LiMeso.Tests;

namespace LiMeso.Depletion.Tests.Series;

public class SlabDepletionTests
{
    private static readonly ReferenceTable _points = ReferenceTable.Read("conc_points.csv");

    [Fact]
    public void Theta_agrees_with_the_table_to_1e12_relative_even_where_it_is_tiny()
    {
        foreach (ReferenceTable.Row row in _points.Rows)
            Agreement.Relative(row.Number("theta"), SlabDepletion.Theta(row.Number("xi"), row.Number("tau")), 1e-12, row.Text("id"));
    }

    [Fact]
    public void A_profile_is_made_of_the_same_numbers_as_single_points()
    {
        foreach (double tau in new[] { 0, 1e-5, 0.1, 0.299, 0.3, 2 })
        {
            double[] xi = [.. Enumerable.Range(0, 41).Select(i => i / 40.0)], theta = new double[41];
            SlabDepletion.Profile(xi, tau, theta);
            for (int i = 0; i < xi.Length; i++) Assert.Equal(SlabDepletion.Theta(xi[i], tau), theta[i]);
        }
    }

    [Fact]
    public void Images_and_cosines_are_the_same_function_to_3e16()
    {
        // Forty pairs and forty terms: both series converge everywhere in this range.
        foreach (double tau in new[] { 0.02, 0.1, 0.3, 1 / Math.PI, 0.5, 1, 3 })
            for (int i = 0; i <= 20; i++)
            {
                double images = ImageSeries.Theta(i / 20.0, tau, 40), cosines = CosineSeries.Theta(i / 20.0, tau, 40);
                Agreement.Absolute(images, cosines, 3e-16 * (1 + 10 * tau), $"xi {i / 20.0} tau {tau}"); // forty terms round more often than three
            }
    }

    [Fact]
    public void Truncation_bounds_hold_and_are_not_loose_by_more_than_a_factor_of_two()
    {
        // One or two terms only, so that what is left out stands far above rounding.
        foreach (double tau in new[] { 0.3, 0.4, 0.6 })
        {
            double left = Math.Abs(CosineSeries.Theta(0, tau, 1) - CosineSeries.Theta(0, tau, 40));
            Assert.InRange(left, 0.5 * CosineSeries.TruncationBound(tau, 1), 1.0001 * CosineSeries.TruncationBound(tau, 1));
        }

        foreach (double tau in new[] { 0.05, 0.1, 0.2, 0.3 })
            for (int i = 0; i <= 4; i++)
            {
                double xi = i / 4.0, left = ImageSeries.Theta(xi, tau, 40) - ImageSeries.Theta(xi, tau, 1), bound = ImageSeries.TruncationBound(xi, tau, 1);
                if (bound > 1e-13) Assert.InRange(left, 0.5 * bound, 1.0001 * bound);
            }
    }

    [Fact]
    public void The_switch_rule_never_truncates_more_than_4e23()
    {
        double worst = 0;
        for (double tau = 1e-6; tau < 100; tau *= 1.01)
            for (int i = 0; i <= 10; i++)
                worst = Math.Max(worst, SlabDepletion.TruncationBound(i / 10.0, tau));
        Assert.InRange(Math.Max(worst, SlabDepletion.TruncationBound(0, SlabDepletion.SwitchTime)), 3e-23, 4e-23);
    }

    [Fact]
    public void Slope_agrees_with_mpmath_to_1e15()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("slope.csv").Rows)
        {
            double slope = SlabDepletion.ThetaSlope(row.Number("xi"), row.Number("tau"));
            Agreement.Absolute(row.Number("slope"), slope, 1e-15, $"xi {row.Text("xi")} tau {row.Text("tau")}");
        }
    }

    [Fact] // the two series of the slope differ by cosine's truncation, e^(−16π²·0.3) = 3e-21
    public void Slope_is_minus_one_at_the_drained_face_and_zero_at_the_sealed_one()
    {
        foreach (double tau in new[] { 1e-6, 0.1, 0.2999, 0.3, 5 })
        {
            Agreement.Absolute(-1, SlabDepletion.ThetaSlope(0, tau), 1e-15);
            Agreement.Absolute(0, SlabDepletion.ThetaSlope(1, tau), 1e-15);
        }
    }

    [Fact] // Simpson on 2000 intervals: error h⁴/180 · θ'''' , worst at short times where θ'''' ~ τ^(-3/2)
    public void The_mean_depletion_is_the_charge_drawn()
    {
        double[] xi = [.. Enumerable.Range(0, 2001).Select(i => i / 2000.0)], theta = new double[xi.Length];
        Prop.ForAll(Gen.Choose(-2000, 1500).Select(i => Math.Pow(10, i / 1000.0)).ToArbitrary(), tau =>
        {
            SlabDepletion.Profile(xi, tau, theta);
            double mean = theta[0] - theta[^1];
            for (int i = 1; i < theta.Length; i += 2) mean += 4 * theta[i] + 2 * theta[i + 1];
            mean /= 3 * 2000;
            return Math.Abs(mean / tau - 1) < 2e-10;
        }).HoldsForRandomCases();
    }

    [Fact]
    public void Depletion_grows_in_time_and_falls_with_depth()
    {
        Gen<(double Tau, double Xi)> points =
            from tau in Gen.Choose(-5000, 1000)
            from xi in Gen.Choose(0, 999)
            select (Math.Pow(10, tau / 1000.0), xi / 1000.0);
        Prop.ForAll(points.ToArbitrary(), p =>
        {
            double here = SlabDepletion.Theta(p.Xi, p.Tau);
            return here >= 0 && SlabDepletion.Theta(p.Xi, 1.01 * p.Tau) >= here && SlabDepletion.Theta(p.Xi + 0.001, p.Tau) <= here + 1e-15;
        }).HoldsForRandomCases();
    }

    [Fact]
    public void Interface_depletion_and_rate_agree_with_mpmath()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("interface.csv").Rows)
        {
            double tau = row.Number("tau");
            Agreement.Relative(row.Number("theta0"), InterfaceDepletion.Theta(tau), 1e-15, "theta0 " + row.Text("tau"));
            Agreement.Relative(row.Number("rate"), InterfaceDepletion.Rate(tau), 1e-14, "rate " + row.Text("tau"));
            Agreement.Relative(row.Number("theta0"), SlabDepletion.Theta(0, tau), 1e-15, "theta(0) " + row.Text("tau"));
        }
    }

    [Fact]
    public void Interface_depletion_keeps_its_bounds()
    {
        for (double tau = 1e-9; tau < 1e4; tau *= 1.03)
        {
            double theta = InterfaceDepletion.Theta(tau), semiInfinite = 2 * Math.Sqrt(tau / Math.PI), ulps = 1e-15 * theta;
            Assert.InRange(theta, Math.Max(tau, semiInfinite) - ulps, Math.Min(tau + 1.0 / 3, tau + semiInfinite) + ulps);
        }
    }

    [Theory]
    [InlineData(-0.01, 1)]
    [InlineData(1.01, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0.5, -1)]
    [InlineData(0.5, double.NaN)]
    public void Points_outside_the_slab_are_refused(double xi, double tau)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SlabDepletion.Theta(xi, tau));
        Assert.Throws<ArgumentOutOfRangeException>(() => SlabDepletion.Profile([xi], tau, new double[1]));
    }
}
