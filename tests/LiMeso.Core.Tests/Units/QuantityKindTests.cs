using LiMeso.Core.Units;

namespace LiMeso.Core.Tests.Units;

public class QuantityKindTests
{
    // The nearest double to the value in SI, as if it had been written there: input must not lose bits to its unit.
    [Theory]
    [InlineData("120 um", 120e-6)]
    [InlineData("120um", 120e-6)]
    [InlineData("12 A", 12e-10)]
    [InlineData("12 Å", 12e-10)]
    [InlineData("3.4876 A", 3.4876e-10)]
    [InlineData("1e-3 mm", 1e-6)]
    [InlineData("2 m", 2)]
    public void A_length_is_read_to_the_last_bit(string text, double metres) => Assert.Equal(metres, QuantityKind.Length.Parse(text));

    [Theory]
    [InlineData("0.1 mA/cm^2", 1)]
    [InlineData("0.1 mA cm^-2", 1)]
    [InlineData("0.1 mA cm⁻²", 1)]
    [InlineData("0.1 mA/cm2", 1)]
    [InlineData("-3 A/m^2", -3)]
    public void In_a_current_density_A_is_the_ampere(string text, double amperePerSquareMetre) =>
        Assert.Equal(amperePerSquareMetre, QuantityKind.CurrentDensity.Parse(text));

    [Fact]
    public void Every_kind_reads_its_own_example()
    {
        Assert.Equal(2.9e-15, QuantityKind.Diffusivity.Parse("2.9e-11 cm^2/s"), 1e-30);
        Assert.Equal(78300, QuantityKind.Concentration.Parse("0.0783 mol/cm^3"), 1e-9);
        Assert.Equal(534, QuantityKind.Density.Parse("0.534 g/cm^3"), 1e-12);
        Assert.Equal(6.94e-3, QuantityKind.MolarMass.Parse("6.94 g/mol"), 1e-18);
        Assert.Equal(108000, QuantityKind.ArealCapacity.Parse("3 mAh/cm^2"), 1e-9);
        Assert.Equal(108000, QuantityKind.ArealCapacity.Parse("3 mA h cm^-2"), 1e-9);
        Assert.Equal(129600, QuantityKind.Time.Parse("36 h"));
        Assert.Equal(300, QuantityKind.Temperature.Parse("300 K"));
        Assert.Equal(298.15, QuantityKind.Temperature.Parse("25 degC"), 1e-12);
        Assert.Equal(0.9, QuantityKind.Number.Parse("90 %"), 1e-15);
        Assert.Equal(0.48 * 1.602176634e-19, QuantityKind.Energy.Parse("0.48 eV"), 1e-34);
        Assert.Equal(QuantityKind.Energy.Parse("0.48 eV"), QuantityKind.Energy.Parse("46.31295979 kJ/mol"), 1e-27);
        Assert.Equal(1.602176634e-9, QuantityKind.Force.Parse("1 eV/A"), 1e-23);
        Assert.Equal(QuantityKind.Force.Parse("1 eV/Angstrom"), QuantityKind.Force.Parse("1 eV/A"));
        Assert.Equal(1e5, QuantityKind.Pressure.Parse("1 bar"));
        Assert.Equal(160.2176634e9, QuantityKind.Pressure.Parse("1 eV/A^3"), 1e-3);
        Assert.Equal(Math.PI / 6, QuantityKind.Angle.Parse("30 deg"), 1e-15);
        Assert.Throws<FormatException>(() => QuantityKind.Number.Parse("30 deg"));
        Assert.Equal(0.3905, QuantityKind.SurfaceEnergy.Parse("390.5 mJ/m^2"), 1e-15);
    }

    [Theory]
    [InlineData("5 A", "120 A")]
    [InlineData("5um", "0.012 um")]
    [InlineData("no length", "1.2E-08 m")]
    public void A_value_is_shown_in_the_unit_of_another_text(string written, string shown) => Assert.Equal(shown, QuantityKind.Length.FormatLike(12e-9, written));

    [Fact]
    public void Units_that_are_not_converted_by_a_factor_alone_are_shown_in_SI()
    {
        Assert.Equal("300 K", QuantityKind.Temperature.FormatLike(300, "25 degC"));
        Assert.Equal("1E-19 J", QuantityKind.Energy.FormatLike(1e-19, "60 kJ/mol"));
    }

    [Theory]
    [InlineData("120")]
    [InlineData("120 furlong")]
    [InlineData("120 s")]
    [InlineData("um")]
    [InlineData("")]
    [InlineData("12 um um")]
    [InlineData("nan um")]
    public void What_is_no_length_is_refused_with_an_example(string text)
    {
        FormatException e = Assert.Throws<FormatException>(() => QuantityKind.Length.Parse(text));
        Assert.Contains("expected a length such as '120 um'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_shown_in_the_unit_asked_for() => Assert.Equal("36.1 h", QuantityKind.Time.Format(129960, "h"));
}
