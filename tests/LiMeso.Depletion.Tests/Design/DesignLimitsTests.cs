using FsCheck;
using FsCheck.Fluent;
using LiMeso.Core;
using LiMeso.Depletion.Design;

using LiMeso.Tests;

namespace LiMeso.Depletion.Tests.Design;

public class DesignLimitsTests
{
    private static readonly double _c0 = InitialConcentration.FromDensity(PhysicalConstants.LithiumDensity);

    private static StrippingTarget Target(double milliampPerSquareCentimetre, double milliampHourPerSquareCentimetre) => new(
        milliampPerSquareCentimetre * Agreement.MilliampPerSquareCentimetre,
        ArealCapacity.FromMilliampHourPerSquareCentimetre(milliampHourPerSquareCentimetre));

    // Current 0.1 to 1000 A/m², utilisation 0.1 to 99.9 %, thickness 1 to 1000 µm.
    private static readonly Arbitrary<(double I, double U, double L)> _designs =
        (from i in Gen.Choose(-1000, 3000)
         from u in Gen.Choose(1, 999)
         from l in Gen.Choose(-6000, -3000)
         select (Math.Pow(10, i / 1000.0), u / 1000.0, Math.Pow(10, l / 1000.0))).ToArbitrary();

    [Fact]
    public void Required_diffusivities_agree_with_the_table_to_1e12()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("required_D.csv").Rows)
        {
            StrippingTarget target = Target(row.Number("I_mA_cm2"), row.Number("capacity_mAh_cm2"));
            double thickness = row.Number("L_um") * Agreement.Micrometre;
            DesignAnswer answer = DesignLimits.RequiredDiffusivity(target, thickness, _c0);
            Agreement.Relative(row.Number("utilisation"), target.Capacity / (PhysicalConstants.Faraday * _c0 * thickness), 1e-12, row.Text("id"));
            if (row.Text("D_required_cm2_s") == "infeasible")
            {
                Assert.False(answer.IsFeasible);
                Assert.Equal(Obstacle.NotEnoughLithium, answer.Obstacle);
                Assert.Contains("mAh/cm²", answer.Reason, StringComparison.Ordinal);
                Assert.True(double.IsNaN(answer.ValueOrNaN));
                Assert.Throws<InvalidOperationException>(() => answer.Value);
            }
            else
            {
                Agreement.Relative(row.Number("D_required_cm2_s") * Agreement.SquareCentimetre, answer.Value, 1e-12, row.Text("id"));
            }
        }
    }

    [Theory] // D of an unlimited foil: 7.485e-10, 1.2474e-9 and 4.158e-9 cm²/s, ratio 9 : 15 : 50
    [InlineData(3, 3, 7.4846e-14)]
    [InlineData(3, 5, 1.24743e-13)]
    [InlineData(10, 5, 4.1581e-13)]
    public void Thick_foils_need_the_semi_infinite_diffusivity(double current, double capacity, double diffusivity) =>
        Agreement.Relative(diffusivity, DesignLimits.RequiredDiffusivityOfThickFoil(Target(current, capacity), _c0), 2e-5);

    [Fact]
    public void The_required_diffusivity_just_meets_the_target() =>
        Prop.ForAll(_designs, p =>
        {
            var target = new StrippingTarget(p.I, p.U * PhysicalConstants.Faraday * _c0 * p.L);
            double d = DesignLimits.RequiredDiffusivity(target, p.L, _c0).Value;
            Agreement.Relative(target.Capacity, new StrippingProblem(p.I, p.L, d, _c0).Solve().Capacity, 1e-14);
        }).HoldsForRandomCases();

    [Fact] // at one utilisation D_req = Λ(u) u I Q/(F C0)²·…: only the product I·Q enters
    public void The_required_diffusivity_scales_as_current_times_capacity() =>
        Prop.ForAll(_designs, p =>
        {
            double charge = p.U * PhysicalConstants.Faraday * _c0 * p.L;
            double one = DesignLimits.RequiredDiffusivity(new StrippingTarget(p.I, charge), p.L, _c0).Value;
            double other = DesignLimits.RequiredDiffusivity(new StrippingTarget(3 * p.I, 5 * charge), 5 * p.L, _c0).Value;
            Agreement.Relative(15 * one, other, 3e-15 / (1 - p.U));
        }).HoldsForRandomCases();

    [Fact]
    public void Thicker_foils_need_less_diffusivity_and_never_less_than_an_unlimited_one()
    {
        StrippingTarget target = Target(3, 3);
        double unlimited = DesignLimits.RequiredDiffusivityOfThickFoil(target, _c0), previous = double.PositiveInfinity;
        for (double thickness = 14.6e-6; thickness < 1e-3; thickness *= 1.05)
        {
            double d = DesignLimits.RequiredDiffusivity(target, thickness, _c0).Value;
            Assert.InRange(d, unlimited * (1 - 1e-15), previous * (1 + 1e-15));
            previous = d;
        }

        Agreement.Relative(unlimited, previous, 1e-15);
    }

    [Fact] // below u = 0.35 the thickness hardly matters, so it is the capacity it gives, not the thickness, that is sharp
    public void The_thinnest_foil_just_meets_the_target() =>
        Prop.ForAll(_designs, p =>
        {
            var target = new StrippingTarget(p.I, p.U * PhysicalConstants.Faraday * _c0 * p.L);
            double d = DesignLimits.RequiredDiffusivity(target, p.L, _c0).Value;
            DesignAnswer thinnest = DesignLimits.ThinnestFoil(target, d, _c0);
            if (!thinnest.IsFeasible)
            {
                // What p.L needs differs from what an unlimited foil needs by rounding only.
                Agreement.Relative(DesignLimits.RequiredDiffusivityOfThickFoil(target, _c0), d, 1e-14);
                return;
            }

            Agreement.Relative(target.Capacity, new StrippingProblem(p.I, thinnest.Value, d, _c0).Solve().Capacity, 1e-14);
            if (p.U > 0.5) Agreement.Relative(p.L, thinnest.Value, 1e-12);
        }).HoldsForRandomCases();

    [Fact]
    public void No_foil_helps_when_diffusion_is_too_slow()
    {
        StrippingTarget target = Target(3, 3);
        double enough = DesignLimits.RequiredDiffusivityOfThickFoil(target, _c0);
        DesignAnswer slow = DesignLimits.ThinnestFoil(target, 0.99 * enough, _c0);
        Assert.Equal(Obstacle.DiffusionTooSlow, slow.Obstacle);
        Agreement.Relative(0.99 * target.Capacity, slow.AttainableCapacity, 1e-14);
        Assert.True(DesignLimits.ThinnestFoil(target, 1.000001 * enough, _c0).IsFeasible);
    }

    [Fact] // full use is the limit of fast diffusion: 14.55 and 24.25 µm hold 3 and 5 mAh/cm²
    public void The_thinnest_foil_tends_to_full_use()
    {
        double full = DesignLimits.ThinnestFoilAtFullUse(ArealCapacity.FromMilliampHourPerSquareCentimetre(3), _c0);
        Assert.Equal(14.55e-6, full, 0.005e-6);
        Assert.Equal(24.25e-6, DesignLimits.ThinnestFoilAtFullUse(ArealCapacity.FromMilliampHourPerSquareCentimetre(5), _c0), 0.005e-6);
        foreach (double d in new[] { 1e-10, 1e-8, 1e-4 })
        {
            // u = 1 − 1/(3Λ) with Λ = F C0 D/(I L)
            double thickness = DesignLimits.ThinnestFoil(Target(3, 3), d, _c0).Value, lambda = PhysicalConstants.Faraday * _c0 * d / (30 * thickness);
            Agreement.Relative(full / (1 - 1 / (3 * lambda)), thickness, 1e-14);
        }
    }

    [Fact]
    public void The_maximum_current_delivers_the_capacity_and_a_larger_one_does_not() =>
        Prop.ForAll(_designs, p =>
        {
            double capacity = p.U * PhysicalConstants.Faraday * _c0 * p.L, d = 1e-14;
            double current = DesignLimits.MaximumCurrent(capacity, p.L, d, _c0).Value;
            Agreement.Relative(capacity, new StrippingProblem(current, p.L, d, _c0).Solve().Capacity, 1e-14);
            Assert.True(new StrippingProblem(1.001 * current, p.L, d, _c0).Solve().Capacity < capacity);
        }).HoldsForRandomCases();

    [Fact]
    public void A_foil_without_enough_lithium_has_no_maximum_current() =>
        Assert.Equal(Obstacle.NotEnoughLithium, DesignLimits.MaximumCurrent(PhysicalConstants.Faraday * _c0 * 1e-5, 1e-5, 1e-14, _c0).Obstacle);

    [Theory] // u = 1 − 1/(3Λ) + tiny: Λ = 10/3 at 90 %
    [InlineData(0.9, 10.0 / 3, 1e-9)]
    [InlineData(0.99, 100.0 / 3, 1e-12)]
    [InlineData(0.1, 0.4 / Math.PI, 1e-14)]
    public void A_contour_of_a_map_is_one_Lambda(double utilisation, double lambda, double tolerance)
    {
        Agreement.Relative(lambda, DesignLimits.LambdaAtUtilisation(utilisation), tolerance);
        double d = DesignLimits.DiffusivityAtUtilisation(utilisation, 30, 25e-6, _c0);
        Agreement.Relative(utilisation, new StrippingProblem(30, 25e-6, d, _c0).Solve().Utilisation, 1e-14);
    }
}
