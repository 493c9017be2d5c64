using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Core.Tests.Input;

public class SectionReaderTests
{
    private sealed record Foil(double Thickness, double? Width, int Cells, string Side, IReadOnlyList<double> Times);

    private sealed record Problem(string Title, Foil Foil, IReadOnlyList<double> Currents, bool Plot);

    private static Problem Read(SectionReader s) => new(
        s.Text("title", "Title of the case."),
        s.Section("foil", "The lithium foil.", f => new Foil(
            f.Quantity("thickness", QuantityKind.Length, "Thickness."),
            f.OptionalQuantity("width", QuantityKind.Length, "Width.", "5 nm", Limits.Between(1e-9, 1e-6)),
            f.WholeNumber("cells", "Number of cells.", 100, Limits.Between(2, 1000)),
            f.Name("side", ["electrolyte", "collector"], "Where it is stripped.", "electrolyte"),
            f.Quantities("times", QuantityKind.Time, "Output times.", "[1 h, 2 h]"))),
        [.. s.Sections("current", "Segments.", c => c.Quantity("density", QuantityKind.CurrentDensity, "Current density.", limits: Limits.None), required: false)],
        s.Flag("plot", "Whether to plot.", true));

    private static Problem From(string yaml) => NodeSectionReader.Read(YamlInput.Parse(yaml, "case.yaml"), "", Read);

    private static InputException Refused(string yaml) => Assert.Throws<InputException>(() => From(yaml));

    [Fact]
    public void A_document_becomes_settings_with_defaults()
    {
        Problem p = From("title: Strip\nfoil:\n  thickness: 120 um\n  times: {from: 1 s, to: 100 s, count: 3, spacing: log}\ncurrent:\n- density: -1 A/m^2\n");
        Assert.Equal(("Strip", 120e-6, (double?)null, 100, "electrolyte", true), (p.Title, p.Foil.Thickness, p.Foil.Width, p.Foil.Cells, p.Foil.Side, p.Plot));
        Assert.Equal([1, 10, 100], p.Foil.Times, (a, b) => Math.Abs(a / b - 1) < 1e-15);
        Assert.Equal([-1], p.Currents);
        Assert.Equal([3600, 7200], From("title: Strip\nfoil:\n  thickness: 120 um\n").Foil.Times);
    }

    [Theory]
    [InlineData("title: x\nfoil:\n  thicknes: 1 um\n", "case.yaml:3:3: error: unknown key 'thicknes' in 'foil'", "Did you mean 'thickness'?")]
    [InlineData("title: x\nfoil:\n  thickness: 1 s\n", "case.yaml:3:14: error: 'thickness': expected a length", "thickness: 120 um")]
    [InlineData("title: x\nfoil:\n  thickness: -1 um\n", "case.yaml:3:14: error: 'thickness' must be greater than 0", "")]
    [InlineData("title: x\nfoil:\n  cells: 5\n", "case.yaml:3:3: error: key 'thickness' is missing in 'foil'", "thickness: 120 um")]
    [InlineData("title: x\nfoil:\n  thickness: 1 um\n  cells: 1\n", "case.yaml:4:10: error: 'cells' must be between 2 and 1000", "")]
    [InlineData("title: x\nfoil:\n  thickness: 1 um\n  width: 5 A\n", "case.yaml:4:10: error: 'width' must be between 10 A and 10000 A, found '5 A'", "")]
    [InlineData("title: x\nfoil:\n  thickness: 1 um\n  width: 2 mm\n", "case.yaml:4:10: error: 'width' must be between 1E-06 mm and 0.001 mm, found '2 mm'", "")]
    [InlineData("title: x\nfoil:\n  thickness: 1 um\n  cells: many\n", "case.yaml:4:10: error: 'cells' expects a whole number", "")]
    [InlineData("title: x\nfoil:\n  thickness: 1 um\n  side: colector\n", "case.yaml:4:9: error: 'side' cannot be 'colector'", "Did you mean 'collector'?")]
    [InlineData("title: x\nfoil: 3\n", "case.yaml:2:7: error: 'foil' expects keys of its own", "thickness")]
    [InlineData("title: x\ntitle: y\n", "case.yaml:2:1: error: key 'title' appears twice", "")]
    [InlineData("title: x\nfoil:\n  thickness:\n", "case.yaml:3:3: error: key 'thickness' has no value", "")]
    [InlineData("title: x\nfoil: {thickness: 1 um, times: []}\n", "case.yaml:2:32: error: the list is empty", "")]
    [InlineData("title: [x\n", "case.yaml:2:1: error: not valid YAML", "")]
    [InlineData("", "case.yaml:1: error: the file is empty", "")]
    public void Bad_input_is_refused_with_its_place_and_with_what_to_write(string yaml, string problem, string advice)
    {
        string message = Refused(yaml).Message;
        Assert.StartsWith(problem, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_function_describes_the_section()
    {
        SectionSchema schema = SectionDescriber.Describe(Read);
        Assert.Equal(["title", "foil.thickness", "foil.width", "foil.cells", "foil.side", "foil.times", "plot"], schema.Paths());
        Assert.True(schema.Find("foil.thickness")!.Required);
        Assert.False(schema.Find("foil.width")!.Required);
        Assert.Equal("electrolyte", schema.Find("foil.side")!.Default);
    }

    [Fact]
    public void An_override_replaces_one_value_and_says_where_it_came_from()
    {
        InputMap map = YamlInput.Parse("title: x\nfoil:\n  thickness: 1 um\n", "case.yaml");
        Problem p = NodeSectionReader.Read(InputOverride.Apply(map, "foil.cells", "7", "--set"), "", Read);
        Assert.Equal((7, 1e-6), (p.Foil.Cells, p.Foil.Thickness));
        InputException e = Assert.Throws<InputException>(() => NodeSectionReader.Read(InputOverride.Apply(map, "foil.cells", "0", "--set"), "", Read));
        Assert.StartsWith("--set foil.cells=0: error: 'cells' must be", e.Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => InputOverride.Apply(map, "title.x", "1", "--set"));
    }
}
