using FsCheck;
using FsCheck.Fluent;
using LiMeso.Core;

using LiMeso.Tests;

namespace LiMeso.Depletion.Tests;

public class StrippingProblemTests
{
    private static readonly double _handbook = InitialConcentration.FromDensity(PhysicalConstants.LithiumDensity);

    private static double PowerOfTen(int thousandths) => Math.Pow(10, thousandths / 1000.0);

    private static readonly Arbitrary<(double I, double L, double D)> _problems =
        (from i in Gen.Choose(-1000, 3000)
         from l in Gen.Choose(-6500, -3000)
         from d in Gen.Choose(-17000, -9000)
         select (PowerOfTen(i), PowerOfTen(l), PowerOfTen(d))).ToArbitrary();

    [Fact]
    public void Depletion_times_agree_with_the_table_to_1e12()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("depletion_times.csv").Rows)
        {
            StrippingSolution solution = Problem(row).Solve();
            string id = row.Text("id");
            Agreement.Relative(row.Number("Lambda"), solution.Lambda, 1e-12, id);
            Agreement.Relative(row.Number("tau_d"), solution.ReducedTime, 1e-12, id);
            Agreement.Relative(row.Number("t_d_s"), solution.DepletionTime, 1e-12, id);
            Agreement.Relative(row.Number("capacity_mAh_cm2"), solution.CapacityInMilliampHourPerSquareCentimetre, 1e-12, id);
            Agreement.Relative(row.Number("utilisation"), solution.Utilisation, 1e-12, id);
            Agreement.Relative(row.Number("t_semi_inf_s"), solution.SemiInfiniteTime, 1e-12, id);
            // A difference of two times: relative to the larger of the two.
            double larger = Math.Max(solution.DepletionTime, Math.Abs(solution.ThinFilmTime));
            Agreement.Absolute(row.Number("t_thinfilm_s"), solution.ThinFilmTime, 1e-12 * larger, id);
        }
    }

    [Fact]
    public void Concentrations_agree_with_the_table_to_1e12_of_the_initial_one()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("conc_points.csv").Rows)
        {
            var problem = new StrippingProblem(
                row.Number("I_mA_cm2") * Agreement.MilliampPerSquareCentimetre, row.Number("L_um") * Agreement.Micrometre,
                row.Number("D_cm2_s") * Agreement.SquareCentimetre, row.Number("C0_mol_cm3") * Agreement.MolPerCubicCentimetre);
            double x = Math.Min(row.Number("x_um") * Agreement.Micrometre, problem.Thickness);
            double c = problem.Concentration(x, row.Number("t_s")), exact = row.Number("C_mol_cm3") * Agreement.MolPerCubicCentimetre;
            Agreement.Absolute(exact, c, 1e-12 * problem.InitialConcentration, row.Text("id"));
            double[] profile = [x];
            problem.Concentrations(profile, row.Number("t_s"), profile);
            Agreement.Absolute(c, profile[0], 1e-15 * problem.InitialConcentration, row.Text("id"));
        }
    }

    [Fact] // Yoon, Sulaimon & Siegel (2023): 0.1 mA/cm², 120 µm, 150 µm grains at 300 K: "36 hours", 3.6 mAh/cm²
    public void The_published_36_hours_follow_from_the_crystal_of_the_potential_at_zero_kelvin()
    {
        double c0 = InitialConcentration.FromBccLatticeConstant(InitialConcentration.MeamLatticeConstantAtZeroKelvin);
        StrippingSolution solution = new StrippingProblem(1, 120e-6, 2.9e-15, c0).Solve();
        Assert.Equal(36.1, solution.DepletionTime / 3600, 0.05);
        Assert.Equal(3.61, solution.CapacityInMilliampHourPerSquareCentimetre, 0.005);
        Assert.Equal(DepletionRegime.SemiInfinite, solution.Regime);
    }

    [Theory]
    [InlineData(InitialConcentration.MeamLatticeConstantAtZeroKelvin, 36.1)]
    [InlineData(InitialConcentration.MeamLatticeConstantAt300Kelvin, 32.5)] // time goes as C0², C0 as a⁻³
    public void The_lattice_constant_sets_the_hours(double latticeConstant, double hours)
    {
        double c0 = InitialConcentration.FromBccLatticeConstant(latticeConstant);
        Assert.Equal(hours, new StrippingProblem(1, 120e-6, 2.9e-15, c0).Solve().DepletionTime / 3600, 0.05);
    }

    [Fact]
    public void Handbook_density_gives_34_87_hours() =>
        Assert.Equal(34.87, new StrippingProblem(1, 120e-6, 2.9e-15, _handbook).Solve().DepletionTime / 3600, 0.005);

    [Fact] // the source's thickness series levels off at about 40 µm: 20, 35, 40 µm reach 81.7, 98.6 and 99.6 % of the limit
    public void Foils_thicker_than_40_micrometres_gain_nothing()
    {
        Assert.Equal(0.817, FractionOfLimit(20e-6), 0.0005);
        Assert.Equal(0.986, FractionOfLimit(35e-6), 0.0005);
        Assert.Equal(0.996, FractionOfLimit(40e-6), 0.0005);
        Assert.Equal(1, FractionOfLimit(80e-6), 1e-7);

        static double FractionOfLimit(double thickness)
        {
            StrippingSolution s = new StrippingProblem(1, thickness, 2.9e-15, _handbook).Solve();
            return s.DepletionTime / s.SemiInfiniteTime;
        }
    }

    [Fact] // Λ to 1e±8 and well beyond: u → πΛ/4 and u → 1 − 1/(3Λ)
    public void Utilisation_is_stable_at_both_extremes()
    {
        for (int exponent = -150; exponent <= 150; exponent++)
        {
            double lambda = Math.Pow(10, exponent), u = ReducedDepletionTime.FromLambda(lambda) / lambda;
            if (exponent <= -1) Agreement.Relative(Math.PI / 4 * lambda, u, 1e-15, $"Lambda 1e{exponent}");
            if (exponent >= 1) Agreement.Relative(1 - 1 / (3 * lambda), u, 1e-15, $"Lambda 1e{exponent}");
        }
    }

    [Fact] // θ0(τ_d) = Λ, and the condition number of τ_d lies between 1 and 2
    public void Solved_times_put_the_interface_at_zero()
    {
        for (double lambda = 1e-8; lambda < 1e8; lambda *= 1.07)
        {
            double tau = ReducedDepletionTime.FromLambda(lambda);
            Agreement.Relative(lambda, LiMeso.Depletion.Series.SlabDepletion.Theta(0, tau), 2e-15, $"Lambda {lambda}");
            (double lower, double upper) = ReducedDepletionTime.Bracket(lambda);
            Assert.InRange(tau, lower * (1 - 1e-14), upper * (1 + 1e-14));
        }
    }

    [Fact]
    public void Utilisation_rises_with_Lambda_without_a_step()
    {
        double previous = 0;
        for (double lambda = 0.05; lambda < 6; lambda += 1e-4)
        {
            double u = ReducedDepletionTime.FromLambda(lambda) / lambda;
            Assert.InRange(u - previous, -1e-16, previous == 0 ? 1 : 1e-4); // du/dΛ ≤ π/4
            previous = u;
        }
    }

    [Fact]
    public void Time_from_utilisation_inverts_time_from_Lambda()
    {
        for (double lambda = 1e-8; lambda < 1e6; lambda *= 1.1)
        {
            double tau = ReducedDepletionTime.FromLambda(lambda), u = tau / lambda;
            Agreement.Relative(tau, ReducedDepletionTime.FromUtilisation(u), 1e-14 / (1 - u), $"Lambda {lambda}"); // dτ/τ = du/u · 1/(1−u) near full use
        }
    }

    [Fact]
    public void Depletion_time_rises_with_diffusivity_thickness_and_concentration_and_falls_with_current() =>
        Prop.ForAll(_problems, p =>
        {
            double here = new StrippingProblem(p.I, p.L, p.D, _handbook).Solve().DepletionTime, more = 1.05, slack = here * (1 - 4e-15);
            return new StrippingProblem(p.I, p.L, more * p.D, _handbook).Solve().DepletionTime >= slack
                && new StrippingProblem(p.I, more * p.L, p.D, _handbook).Solve().DepletionTime >= slack
                && new StrippingProblem(p.I, p.L, p.D, more * _handbook).Solve().DepletionTime > here
                && new StrippingProblem(more * p.I, p.L, p.D, _handbook).Solve().DepletionTime < here;
        }).HoldsForRandomCases();

    [Fact]
    public void Depletion_time_lies_between_its_two_limits() =>
        Prop.ForAll(_problems, p =>
        {
            StrippingSolution s = new StrippingProblem(p.I, p.L, p.D, _handbook).Solve();
            double ulps = 4e-15 * s.DepletionTime;
            return s.DepletionTime <= s.SemiInfiniteTime + ulps && s.DepletionTime >= s.ThinFilmTime - ulps && s.Utilisation is > 0 and < 1.000000000000001;
        }).HoldsForRandomCases();

    [Fact]
    public void Doubling_the_foil_and_halving_the_current_leaves_the_utilisation() =>
        Prop.ForAll(_problems, p =>
            new StrippingProblem(p.I, p.L, p.D, _handbook).Solve().Utilisation == new StrippingProblem(p.I / 2, 2 * p.L, p.D, _handbook).Solve().Utilisation)
        .HoldsForRandomCases();

    [Fact] // gains and losses of the limits as Λ crosses: 9e-8, 0.19 %, 1.2 % above; 1.4 %, 0.04 % below
    public void The_limits_err_as_derived()
    {
        Assert.Equal(9e-8, Error(0.3, s => s.SemiInfiniteTime), 0.5e-8);
        Assert.Equal(1.9e-3, Error(0.5, s => s.SemiInfiniteTime), 0.05e-3);
        Assert.Equal(1.2e-2, Error(0.6, s => s.SemiInfiniteTime), 0.05e-2);
        Assert.Equal(-1.4e-2, Error(0.7, s => s.ThinFilmTime), 0.05e-2);
        Assert.Equal(-4e-4, Error(1.0, s => s.ThinFilmTime), 0.5e-4);

        static double Error(double lambda, Func<StrippingSolution, double> limit)
        {
            StrippingSolution s = new StrippingProblem(PhysicalConstants.Faraday / lambda, 1, 1, 1).Solve();
            return limit(s) / s.DepletionTime - 1;
        }
    }

    [Theory]
    [InlineData(0.58, DepletionRegime.SemiInfinite)]
    [InlineData(0.66, DepletionRegime.Intermediate)]
    [InlineData(0.75, DepletionRegime.ThinFilm)]
    public void The_regime_says_which_limit_serves(double lambda, DepletionRegime regime) =>
        Assert.Equal(regime, new StrippingProblem(PhysicalConstants.Faraday / lambda, 1, 1, 1).Solve().Regime);

    [Fact]
    public void The_interface_is_empty_at_the_depletion_time_and_the_mean_is_what_the_charge_left()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("depletion_times.csv").Rows)
        {
            StrippingProblem problem = Problem(row);
            StrippingSolution solution = problem.Solve();
            Agreement.Absolute(0, problem.InterfaceConcentration(solution.DepletionTime), 4e-15 * problem.InitialConcentration, row.Text("id"));
            double left = problem.MeanConcentration(solution.DepletionTime) / problem.InitialConcentration;
            Agreement.Absolute(1 - solution.Utilisation, left, 1e-15, row.Text("id"));
            Assert.InRange(solution.TruncationBound, 0, 1e-22);
        }
    }

    [Fact]
    public void The_flux_is_the_current_at_the_electrolyte_and_zero_at_the_collector()
    {
        var problem = new StrippingProblem(30, 15e-6, 7.5e-14, _handbook);
        foreach (double time in new[] { 1.0, 300, 3000 })
        {
            Agreement.Relative(-30 / PhysicalConstants.Faraday, problem.Flux(0, time), 1e-14);
            Agreement.Absolute(0, problem.Flux(15e-6, time), 1e-15 * 30 / PhysicalConstants.Faraday);
        }
    }

    [Fact]
    public void A_profile_allocates_nothing()
    {
        var problem = new StrippingProblem(1, 120e-6, 2.9e-15, _handbook);
        double[] x = [.. Enumerable.Range(0, 200).Select(i => i * 120e-6 / 200)], c = new double[200];
        problem.Concentrations(x, 1e5, c);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1; i <= 50; i++) problem.Concentrations(x, 1e5 * i, c);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, -1, 1, 1)]
    [InlineData(1, 1, double.NaN, 1)]
    [InlineData(1, 1, 1, double.PositiveInfinity)]
    public void Impossible_problems_are_refused(double current, double thickness, double diffusivity, double concentration) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StrippingProblem(current, thickness, diffusivity, concentration));

    private static StrippingProblem Problem(ReferenceTable.Row row) => new(
        row.Number("I_mA_cm2") * Agreement.MilliampPerSquareCentimetre, row.Number("L_um") * Agreement.Micrometre,
        row.Number("D_cm2_s") * Agreement.SquareCentimetre, row.Number("C0_mol_cm3") * Agreement.MolPerCubicCentimetre);
}
