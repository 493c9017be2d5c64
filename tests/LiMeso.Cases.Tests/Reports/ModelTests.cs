using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Tests.Reports;

public sealed class ModelTests
{
    private static readonly double[] _two = [1, 2], _three = [1, 2, 3];

    [Fact]
    public void A_series_needs_an_ordinate_for_every_abscissa()
    {
        Assert.Contains("3 abscissae and 2 ordinates", Assert.Throws<ArgumentException>(() => new LineSeries("s", _three, _two)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LineSeries("s", _three, _three) { Band = new Spread(_two, _three) });
        Assert.Throws<ArgumentException>(() => new LineSeries("s", _three, _three) { ErrorBars = new Spread(_three, _two) });
    }

    [Fact]
    public void A_map_has_a_value_for_every_node_of_an_increasing_grid()
    {
        Assert.NotNull(new MapPanel(_three, _two, new double[2, 3]));
        Assert.Contains("the field is 3 x 2, the grid 2 x 3", Assert.Throws<ArgumentException>(() => new MapPanel(_three, _two, new double[3, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MapPanel([1, 1, 2], _two, new double[2, 3]));
        Assert.Throws<ArgumentException>(() => new MapPanel([1, double.NaN], _two, new double[2, 2]));
        Assert.Throws<ArgumentException>(() => new MapPanel([1], _two, new double[2, 1]));
        Assert.Throws<ArgumentException>(() => new MapPanel(_three, _two, new double[2, 3]) { Contours = [new Contours([1]) { Field = new double[3, 2] }] });
        Assert.Throws<ArgumentException>(() => new MapPanel(_three, _two, new double[2, 3]) { Contours = [new Contours([1, 2]) { Labels = ["one"] }] });
    }

    [Fact]
    public void A_figure_has_a_panel() =>
        Assert.Throws<ArgumentException>(() => new LineFigure { Caption = "c", X = new PlotAxis("x"), Y = new PlotAxis("y"), Panels = [] });

    [Fact]
    public void A_table_row_has_a_cell_for_every_column() =>
        Assert.Contains("row 1 has 1 cells", Assert.Throws<ArgumentException>(() => new Table("t", [new("a"), new("b")], [[1, 2], [1]])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("https://example.org/a.h5")]
    [InlineData("javascript:alert(1)")]
    [InlineData("C:\\a.h5")]
    public void Files_are_linked_relative_to_the_report_only(string path) => Assert.Throws<ArgumentException>(() => new FileLink(path, ""));
}
