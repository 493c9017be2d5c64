namespace LiMeso.Transport.Tests;

public class HarrisonRegimeTests
{
    private const double Hour = 3600;

    // Lithium at 300 K, D_bulk = 2.06e-15 m²/s, boundaries 1.2 nm wide.
    [Theory]
    [InlineData(150e-6, 35 * Hour, HarrisonType.AB, 0.107)]
    [InlineData(150e-6, 0.5 * Hour, HarrisonType.B, 0.0128)]
    [InlineData(1.8e-6, 1 * Hour, HarrisonType.A, 1.51)]
    [InlineData(0.9e-6, 100 * 60, HarrisonType.A, 3.91)]
    [InlineData(0.3e-6, 0.5 * Hour, HarrisonType.A, 6.42)]
    public void Foils_with_grains_of_150_um_have_no_effective_medium_and_micron_grains_do(double grainSize, double time, HarrisonType type, double ratio)
    {
        HarrisonRegime regime = HarrisonRegime.Of(2.06e-15, time, grainSize, 1.2e-9);
        Assert.Equal(type, regime.Type);
        Assert.Equal(type == HarrisonType.A, regime.EffectiveMediumExists);
        Assert.InRange(regime.Ratio / ratio, 0.99, 1.01);
    }

    [Theory]
    [InlineData(1e-9, HarrisonType.B)]      // α = 0.005
    [InlineData(1e-7, HarrisonType.BC)]     // α = 0.5
    [InlineData(1e-5, HarrisonType.C)]      // α = 50
    public void Wide_or_attractive_boundaries_take_the_grains_out_of_play(double segregatedWidth, HarrisonType type)
    {
        // √(Dt) = 1e-7 m in grains of 1 mm; width and segregation enter as their product.
        Assert.Equal(type, HarrisonRegime.Of(1e-17, 1000, 1e-3, segregatedWidth).Type);
        Assert.Equal(type, HarrisonRegime.Of(1e-17, 1000, 1e-3, segregatedWidth / 20, segregation: 20).Type);
    }

    [Fact]
    public void The_regime_depends_on_time_through_the_diffusion_length_only()
    {
        HarrisonRegime slow = HarrisonRegime.Of(1e-16, 4e4, 1e-6, 1e-9), fast = HarrisonRegime.Of(4e-16, 1e4, 1e-6, 1e-9);
        Assert.Equal((slow.Type, slow.Ratio, slow.Alpha), (fast.Type, fast.Ratio, fast.Alpha));
        Assert.Equal(2.0, slow.Ratio, 12);
        Assert.Equal(2.5e-4, slow.Alpha, 12);
    }

    [Fact]
    public void The_statement_is_one_plain_sentence_with_the_numbers() =>
        Assert.Equal(
            "In 35 h bulk diffusion reaches sqrt(D_bulk t) = 16.1 um, 0.11 of the grain size 150 um (an effective medium needs 1.25): between type A and type B kinetics, "
            + "most atoms never leave their grain and no effective medium exists: any polycrystal diffusivity is a formal average here.",
            HarrisonRegime.Of(2.06e-15, 35 * Hour, 150e-6, 1.2e-9).Statement);

    [Fact]
    public void Impossible_arguments_are_refused() =>
        Assert.All(
            [() => HarrisonRegime.Of(0, 1, 1, 0), () => HarrisonRegime.Of(1, double.NaN, 1, 0), () => HarrisonRegime.Of(1, 1, -1, 0), () => HarrisonRegime.Of(1, 1, 1, -1), () => HarrisonRegime.Of(1, 1, 1, 0, 0)],
            (Func<HarrisonRegime> of) => Assert.Throws<ArgumentOutOfRangeException>(of));
}
