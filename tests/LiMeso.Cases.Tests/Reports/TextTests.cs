using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Tests.Reports;

public sealed class TextTests
{
    [Theory]
    [InlineData(36.0987, 3, "36.1")]
    [InlineData(0.1, 4, "0.1")]                              // as short as the number is
    [InlineData(0.99998, 4, "1.000")]                        // these zeros are the result of rounding
    [InlineData(1.0, 4, "1")]
    [InlineData(120, 2, "120")]                              // digits before the point are never cut
    [InlineData(12345.678, 3, "12\u202F346")]
    [InlineData(9999.96, 4, "10\u202F000")]                  // rounding adds a digit
    [InlineData(99999.6, 4, "1.000\u00A0×\u00A010^{5}")]
    [InlineData(0.001, 4, "0.001")]
    [InlineData(0.00099996, 4, "0.001000")]
    [InlineData(0.00012345, 3, "1.23\u00A0×\u00A010^{−4}")]
    [InlineData(2.9e-11, 2, "2.9\u00A0×\u00A010^{−11}")]
    [InlineData(1e-8, 4, "1\u00A0×\u00A010^{−8}")]
    [InlineData(-5.5e-7, 2, "−5.5\u00A0×\u00A010^{−7}")]
    [InlineData(-0.5, 3, "−0.5")]
    [InlineData(0.0, 3, "0")]
    [InlineData(double.NaN, 3, "–")]
    [InlineData(double.NegativeInfinity, 3, "−∞")]
    [InlineData(double.Epsilon, 3, "4.94\u00A0×\u00A010^{−324}")]
    public void Numbers_have_the_digits_that_mean_something(double value, int digits, string text) => Assert.Equal(text, NumberText.Format(value, digits));

    [Fact]
    public void A_style_overrules_the_magnitude()
    {
        Assert.Equal("0.0000290", NumberText.Format(0.000028996, 3, NumberStyle.FixedPoint));
        Assert.Equal("3.61\u00A0×\u00A010^{1}", NumberText.Format(36.1, 3, NumberStyle.Scientific));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberText.Format(1, 0));
    }

    [Theory]
    [InlineData(999, "999")]
    [InlineData(1234, "1234")]
    [InlineData(200000, "200\u202F000")]
    [InlineData(-1234567, "−1\u202F234\u202F567")]
    public void Counts_keep_all_digits(long count, string text) => Assert.Equal(text, NumberText.Format(count));

    [Fact]
    public void A_number_and_its_unit_stay_on_one_line() => Assert.Equal("3.61\u00A0mAh/cm²", NumberText.WithUnit(3.6099, "mAh/cm^2", 3));

    [Theory]
    [InlineData("cm^2/s", "cm²/s")]
    [InlineData("m2/s", "m²/s")]
    [InlineData("cm^2 s^-1", "cm² s⁻¹")]
    [InlineData("um", "µm")]
    [InlineData("uA/um^2", "µA/µm²")]
    [InlineData("mumble", "mumble")]
    [InlineData("mol/m^3", "mol/m³")]
    [InlineData("10^-11 cm^2/s", "10⁻¹¹ cm²/s")]
    [InlineData("100 um", "100 µm")]
    [InlineData("1000/K", "1000/K")]
    [InlineData("ohm*m", "Ω·m")]
    [InlineData("degC", "°C")]
    [InlineData("%", "%")]
    [InlineData("1", "")]
    [InlineData(null, "")]
    public void Units_are_set_as_they_are_printed(string? unit, string text) => Assert.Equal(text, UnitText.Display(unit));

    [Theory]
    [InlineData("*D*_{gb}", "<i>D</i><sub>gb</sub>")]
    [InlineData("10^{−11}", "10<sup>−11</sup>")]
    [InlineData("*J. Mater. Chem. A* 11", "<i>J. Mater. Chem. A</i> 11")]
    [InlineData("2*3*4", "2*3*4")]
    [InlineData("*.h5 and *.csv", "*.h5 and *.csv")]
    [InlineData("some_file^2 {x}", "some_file^2 {x}")]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("_{<script>}", "<sub>&lt;script&gt;</sub>")]
    public void Marks_are_set_and_everything_else_is_literal(string text, string html) => Assert.Equal(html, HtmlText.Inline(text));

    [Fact]
    public void Marks_disappear_where_no_mark_up_is_known() => Assert.Equal("D_gb? Dgb, 10−11", HtmlText.Plain("D_gb? *D*_{gb}, 10^{−11}"));

    [Fact]
    public void Paths_are_encoded_piece_by_piece() => Assert.Equal("para%20view/a%22b.pvd", HtmlText.Path("para view/a\"b.pvd"));
}
