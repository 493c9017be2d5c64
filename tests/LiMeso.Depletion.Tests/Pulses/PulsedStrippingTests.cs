using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LiMeso.Core;
using LiMeso.Depletion.Pulses;

using LiMeso.Tests;

namespace LiMeso.Depletion.Tests.Pulses;

public class PulsedStrippingTests
{
    private static readonly double _c0 = InitialConcentration.FromDensity(PhysicalConstants.LithiumDensity);

    // Up to twelve segments of stripping, rest and plating, lasting 1e-5 to 1 diffusion times of a foil with F C0 D/L = 1 A/m².
    private static readonly Arbitrary<(double Current, double Duration)[]> _programmes =
        Gen.Elements(-1.0, -0.3, 0, 0, 0.4, 1, 2, 6).SelectMany(i => Gen.Choose(-5000, 0).Select(t => (i, Math.Pow(10, t / 1000.0)))).NonEmptyListOf()
            .Select(list => list.Take(12).ToArray()).ToArbitrary();

    private static PulsedStripping Unit((double Current, double Duration)[] segments) =>
        new(new CurrentProfile(segments.Select(s => new CurrentSegment(s.Current, s.Duration))), 1, 1, 1 / PhysicalConstants.Faraday);

    [Fact]
    public void First_depletion_and_charge_agree_with_the_table_to_1e12()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("pulse_cases.csv").Rows)
        {
            PulsedOutcome outcome = Case(row).Solve();
            Assert.NotNull(outcome.Depletion);
            Agreement.Relative(row.Number("first_depletion_t_s"), outcome.Depletion.Time, 1e-12, row.Text("id"));
            double charge = row.Number("charge_at_depletion_mAh_cm2");
            Agreement.Relative(charge, ArealCapacity.ToMilliampHourPerSquareCentimetre(outcome.Depletion.RemovedCharge), 1e-12, row.Text("id"));
            Assert.Equal(outcome.RemovedCharge, outcome.Depletion.RemovedCharge);
            Assert.Equal(0, outcome.Lowest.Concentration);
        }
    }

    [Fact]
    public void Concentrations_agree_with_the_table_to_1e12_by_superposition_and_by_modes()
    {
        Dictionary<string, ReferenceTable.Row> cases = ReferenceTable.Read("pulse_cases.csv").Rows.ToDictionary(r => r.Text("id"));
        foreach (ReferenceTable.Row row in ReferenceTable.Read("pulse_points.csv").Rows)
        {
            PulsedStripping problem = Case(cases[row.Text("id")]);
            double time = row.Number("t_s"), exact = row.Number("C_mol_cm3") * Agreement.MolPerCubicCentimetre;
            double x = Math.Min(row.Number("x_um") * Agreement.Micrometre, problem.Thickness);
            string what = $"{row.Text("id")} t {row.Text("t_s")} x {row.Text("x_um")}";
            Agreement.Absolute(exact, problem.Concentration(x, time), 1e-12 * problem.InitialConcentration, what);
            StrippingHistory history = problem.March();
            history.AdvanceTo(time);
            double[] c = [x];
            history.Concentrations(c, c);
            Agreement.Absolute(exact, c[0], 1e-12 * problem.InitialConcentration, what + " by modes");
        }
    }

    [Fact]
    public void Modes_and_superposition_are_the_same_solution()
    {
        double[] x = [0, 0.01, 0.2, 0.55, 1], direct = new double[5], modal = new double[5];
        Prop.ForAll(_programmes, segments =>
        {
            PulsedStripping problem = Unit(segments);
            StrippingHistory history = problem.March();
            for (int i = 0; i <= 25; i++)
            {
                double time = problem.Profile.Duration * i / 25;
                history.AdvanceTo(time);
                problem.Concentrations(x, time, direct);
                history.Concentrations(x, modal);
                for (int j = 0; j < x.Length; j++) Agreement.Absolute(direct[j], modal[j], 1e-13 * problem.InitialConcentration, $"t {time} x {x[j]}");
                Agreement.Absolute(direct[0], history.InterfaceConcentration, 1e-13 * problem.InitialConcentration, $"t {time} interface");
            }
        }).HoldsForRandomCases();
    }

    [Fact] // 2000 pulses far shorter than the shortest modal age, so that a crowd of recent changes is carried along
    public void Modes_and_superposition_agree_after_thousands_of_short_pulses()
    {
        CurrentProfile profile = new CurrentProfile([new(3, 4e-6), new(0, 1e-6), new(-0.5, 2e-6), new(0.2, 3e-6)]).Repeat(500);
        var problem = new PulsedStripping(profile, 1, 1, 1 / PhysicalConstants.Faraday);
        StrippingHistory history = problem.March();
        double[] x = [0, 0.003, 0.05, 0.4], direct = new double[4], modal = new double[4];
        foreach (double fraction in new[] { 0.013, 0.2, 0.77, 1 })
        {
            double time = fraction * profile.Duration;
            history.AdvanceTo(time);
            problem.Concentrations(x, time, direct);
            history.Concentrations(x, modal);
            for (int j = 0; j < x.Length; j++) Agreement.Absolute(direct[j], modal[j], 1e-12 * problem.InitialConcentration, $"t {time} x {x[j]}");
        }
    }

    [Fact]
    public void The_mean_concentration_is_what_the_charge_left() =>
        Prop.ForAll(_programmes, segments =>
        {
            // Gauss-Legendre on panels refined towards the face, where the last change of current has left a thin layer.
            PulsedStripping problem = Unit(segments);
            double time = problem.Profile.Duration, mean = 0;
            for (double right = 1; right > 1e-9; right /= 2)
                mean += MathNet.Numerics.Integration.GaussLegendreRule.Integrate(x => problem.Concentration(x, time), right > 2e-9 ? right / 2 : 0, right, 20);
            Agreement.Absolute(problem.MeanConcentration(time), mean, 1e-11 * problem.InitialConcentration);
        }).HoldsForRandomCases();

    [Fact] // 300 samples a segment see what the bounds must not miss
    public void No_depletion_is_missed_and_none_is_invented() =>
        Prop.ForAll(_programmes, segments =>
        {
            PulsedStripping problem = Unit(segments);
            PulsedOutcome outcome = problem.Solve();
            if (outcome.Depletion is { } depletion)
            {
                // Right after a rise of the current C falls so steeply that the last place of the time matters: C changes sign within two of them.
                double ulp = Math.BitIncrement(depletion.Time) - depletion.Time, rounding = 2e-14 * problem.InitialConcentration;
                Assert.InRange(problem.Concentration(0, depletion.Time - 2 * ulp), -rounding, problem.InitialConcentration);
                Assert.InRange(problem.Concentration(0, Math.Min(depletion.Time + 2 * ulp, problem.Profile.Duration)), -problem.InitialConcentration, rounding);
                Assert.InRange(depletion.Time, problem.Profile.StartOf(depletion.Segment), problem.Profile.StartOf(depletion.Segment + 1));
            }

            double before = 0, lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
            for (int k = 0; k < segments.Length; k++)
                for (int i = 0; i <= 300; i++)
                {
                    double time = problem.Profile.StartOf(k) + (problem.Profile.StartOf(k + 1) - problem.Profile.StartOf(k)) * Math.Pow(i / 300.0, 3);
                    if (time > outcome.EndTime * (1 - 1e-12)) continue;
                    double c = problem.Concentration(0, time);
                    if (c <= 0) before = Math.Max(before, time);
                    lowest = Math.Min(lowest, c);
                    highest = Math.Max(highest, c);
                }

            Assert.Equal(0, before);
            Assert.InRange(outcome.Lowest.Concentration, double.NegativeInfinity, lowest + 2e-9 * problem.InitialConcentration);
            Assert.InRange(outcome.Highest.Concentration, highest - 2e-9 * problem.InitialConcentration, double.PositiveInfinity);
            Agreement.Absolute(problem.Concentration(0, outcome.Highest.Time), outcome.Highest.Concentration, 1e-12 * problem.InitialConcentration);
        }).HoldsForRandomCases();

    [Fact] // a spike whose end overshoots zero by a billionth of C0, within a segment of 1e-5 diffusion times
    public void A_dip_of_a_billionth_is_found_and_a_miss_by_a_billionth_is_not()
    {
        double spike = SpikeThatJustEmpties();
        Assert.Equal(1, Spiked(spike * (1 + 1e-9)).Solve().Depletion?.Segment);
        PulsedOutcome missed = Spiked(spike * (1 - 1e-9)).Solve();
        Assert.Null(missed.Depletion);
        Assert.InRange(missed.Lowest.Concentration * PhysicalConstants.Faraday, 1e-10, 2e-9);

        static PulsedStripping Spiked(double current) => Unit([(0.5, 0.7), (current, 1e-5), (0, 1), (0.1, 1)]);

        static double SpikeThatJustEmpties()
        {
            double without = Spiked(0.5).Concentration(0, 0.7 + 1e-5), with = Spiked(1.5).Concentration(0, 0.7 + 1e-5);
            return 0.5 + without / (without - with); // linear in the current
        }
    }

    [Fact]
    public void After_a_step_down_the_interface_recovers_before_it_runs_empty()
    {
        ReferenceTable.Row row = ReferenceTable.Read("pulse_cases.csv").Rows.Single(r => r.Text("name") == "high_then_low");
        PulsedStripping problem = Case(row);
        double atStep = problem.Concentration(0, problem.Profile.StartOf(1)), after = problem.Concentration(0, problem.Profile.StartOf(1) + 20);
        Assert.True(after > atStep);
        Assert.Equal(1, problem.Solve().Depletion?.Segment);
    }

    [Fact]
    public void Constant_current_is_the_constant_current_solution()
    {
        var constant = new StrippingProblem(1, 120e-6, 2.9e-15, _c0);
        var pulsed = new PulsedStripping(CurrentProfile.Constant(0.5, 1e4).Then(CurrentProfile.Constant(0.5, 1e4)), 120e-6, 2.9e-15, _c0);
        foreach (double time in new[] { 10.0, 9999, 10000, 15000 })
            Agreement.Relative(new StrippingProblem(0.5, 120e-6, 2.9e-15, _c0).Concentration(3e-6, time), pulsed.Concentration(3e-6, time), 1e-14);
        DepletionEvent? depletion = new PulsedStripping(CurrentProfile.Constant(1, 1e3).Repeat(200), 120e-6, 2.9e-15, _c0).Solve().Depletion;
        Agreement.Relative(constant.Solve().DepletionTime, depletion!.Time, 1e-12);
    }

    [Fact]
    public void Rests_raise_the_charge_delivered()
    {
        double continuous = new StrippingProblem(30, 20e-6, 1e-13, _c0).Solve().Capacity;
        CurrentProfile pulses = new CurrentProfile([new(30, 300), new(0, 300)]).Repeat(40);
        Assert.True(new PulsedStripping(pulses, 20e-6, 1e-13, _c0).Solve().Depletion!.RemovedCharge > continuous);
    }

    [Fact]
    public void A_profile_that_stops_in_time_empties_nothing_and_reports_its_margin()
    {
        PulsedStripping problem = Unit([(0.5, 0.5), (0, 2)]);
        PulsedOutcome outcome = problem.Solve();
        Assert.Null(outcome.Depletion);
        Assert.Equal(2.5, outcome.EndTime);
        Assert.Equal(0.5, outcome.Lowest.Time, 1e-12);
        Agreement.Relative(problem.Concentration(0, 0.5), outcome.Lowest.Concentration, 1e-14);
        Assert.False(outcome.ExceedsInitial);
    }

    [Fact]
    public void Plating_what_was_stripped_exceeds_the_initial_concentration_at_the_face()
    {
        PulsedOutcome outcome = Unit([(0.5, 0.1), (-0.5, 0.1)]).Solve();
        Assert.True(outcome.ExceedsInitial);
        Assert.Equal(0.2, outcome.Highest.Time, 1e-12);
        Assert.Equal(0, outcome.RemovedCharge, 1e-15);
        Assert.False(Unit([(0.5, 0.1), (-0.1, 0.01), (0, 0.5)]).Solve().ExceedsInitial);
    }

    [Fact] // the search halves segments until bounds decide, and must not be fed infinities
    public void Problems_beyond_double_precision_are_refused()
    {
        CurrentProfile profile = CurrentProfile.Constant(1, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulsedStripping(profile, 1e200, 1e-200, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulsedStripping(profile, 1e-200, 1e200, 1));
    }

    [Fact]
    public void A_history_refuses_to_run_backwards()
    {
        StrippingHistory history = Unit([(1, 0.1), (0, 0.1)]).March();
        history.AdvanceTo(0.15);
        Assert.Throws<ArgumentOutOfRangeException>(() => history.AdvanceTo(0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => history.AdvanceTo(0.21));
    }

    [Fact]
    public void Snapshots_of_a_history_allocate_nothing()
    {
        PulsedStripping problem = Unit([(1, 0.1), (0, 0.1), (0.5, 0.1)]);
        double[] x = [.. Enumerable.Range(0, 50).Select(i => i / 50.0)], c = new double[50];
        StrippingHistory history = problem.March();
        history.AdvanceTo(0.15);
        history.Concentrations(x, c);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            history.AdvanceTo(0.2 + 0.01 * i);
            history.Concentrations(x, c);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static PulsedStripping Case(ReferenceTable.Row row)
    {
        IEnumerable<CurrentSegment> segments = row.Text("segments_I_mA_cm2:dt_s").Split(';').Select(s => s.Split(':')).Select(p => new CurrentSegment(
            double.Parse(p[0], CultureInfo.InvariantCulture) * Agreement.MilliampPerSquareCentimetre, double.Parse(p[1], CultureInfo.InvariantCulture)));
        return new PulsedStripping(
            new CurrentProfile(segments), row.Number("L_um") * Agreement.Micrometre, row.Number("D_cm2_s") * Agreement.SquareCentimetre,
            row.Number("C0_mol_cm3") * Agreement.MolPerCubicCentimetre);
    }
}
