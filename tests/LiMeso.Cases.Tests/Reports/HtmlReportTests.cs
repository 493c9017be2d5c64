using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LiMeso.Cases.Reports.Html;
using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Tests.Reports;

public sealed partial class HtmlReportTests
{
    private static readonly string _demo = Render(DemoReport.Create());

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(_demo, Render(DemoReport.Create()));

    [Fact]
    public void A_written_file_holds_the_same_bytes_without_a_byte_order_mark()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("limeso-report-").FullName, "report.html");
        HtmlReportWriter.WriteFile(DemoReport.Create(), path);
        HtmlReportWriter.WriteFile(DemoReport.Create(), path);      // an older one is replaced
        Assert.Equal(Encoding.UTF8.GetBytes(_demo), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("hostile")]
    public void Nothing_in_a_report_is_loaded_from_elsewhere(string which)
    {
        string markup = Markup(which == "demo" ? _demo : Render(HostileReport.Create()));
        Assert.DoesNotContain(Tag().Matches(markup), tag => tag.Value.Contains(" src=", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Tag().Matches(markup), tag => tag.Value.StartsWith("<link", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("@import", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", markup, StringComparison.Ordinal);
        // Links lead to the run's own files, to places in the page, or to cited works.
        Assert.All(Href().Matches(markup), href => Assert.Matches("^(#|https://doi\\.org/|[^:/]+(/[^:/]+)*$)", href.Groups[1].Value));
    }

    [Fact]
    public void The_policy_admits_no_connection_and_no_script_but_the_two_inside()
    {
        string policy = Regex.Match(_demo, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        string[] hashes = [.. Script().Matches(_demo).Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups[1].Value)))}'")];
        Assert.Equal(2, hashes.Length);
        Assert.StartsWith($"default-src 'none'; script-src {hashes[0]} {hashes[1]};", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_texts_leave_only_the_elements_of_the_page()
    {
        string html = Render(HostileReport.Create());
        Assert.Empty(Vocabulary(html).Except(Vocabulary(_demo)));
        Assert.Equal(2, Script().Count(html));

        // Names of all elements and attributes; a text that breaks out brings one that the harmless report does not have.
        static IEnumerable<string> Vocabulary(string page) => Tag().Matches(Markup(page))
            .SelectMany(tag => Regex.Matches(Regex.Replace(tag.Value, "\"[^\"]*\"", ""), "[a-zA-Z0-9-]+").Select(name => name.Value))
            .Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Data_in_a_report_is_valid_and_holds_every_digit_of_its_curves()
    {
        double[] x = [0, 1.0 / 3, 2e-11], y = [Math.PI, double.NaN, 1e300];
        JsonNode figure = Data(Render(OneFigure(new LineSeries("a", x, y))), "figure-1");
        JsonNode table = figure["tables"]![0]!;
        Assert.Equal(x, table["x"]!.AsArray().Select(node => node!.GetValue<double>()));
        Assert.Equal([Math.PI, double.NaN, 1e300], table["series"]![0]!["y"]!.AsArray().Select(node => node?.GetValue<double>() ?? double.NaN));
    }

    [Fact]
    public void What_an_axis_cannot_show_is_left_out()
    {
        double[] x = [1, 10], y = [-1, 0];
        var figure = new LineFigure
        {
            Caption = "c",
            X = PlotAxis.Logarithmic("x"),
            Y = PlotAxis.Logarithmic("y"),
            Panels =
            [
                new LinePanel([new LineSeries("negative", x, y) { Band = new Spread([-1, double.NaN], [1, 1]) }, new LineSeries("nothing", [], [])])
                {
                    Marks = new Marks { Lines = [new(LineDirection.Horizontal, -1, "l")], Points = [new(0, 1, "p")], Annotations = [new(1, double.NaN, "a")] },
                },
            ],
        };
        JsonNode plot = Data(Render(new Report("r", "k") { Sections = [new Section("s", [figure])] }), "figure-1")["plot"]!;
        Assert.Empty(plot["layout"]!["annotations"]!.AsArray());
        Assert.Empty(plot["layout"]!["shapes"]!.AsArray());
        Assert.Equal(3, plot["data"]!.AsArray().Count);      // two curves and a band
    }

    [Fact]
    public void Figures_and_tables_are_numbered_captioned_and_say_what_they_answer_to()
    {
        Assert.Contains("<b>Fig. 6.</b>Capacity at depletion", _demo, StringComparison.Ordinal);
        Assert.Contains("Answers to Fig. 8 of Yoon et al. (2023).", _demo, StringComparison.Ordinal);
        Assert.Contains("<caption><b>Table 2.</b>Numbers the source prints, and ours.</caption>", _demo, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"n\">Depletion time<span class=\"u\">h</span></th>", _demo, StringComparison.Ordinal);
        Assert.Equal(7, Regex.Count(_demo, "<div class=\"plot\" id=\"figure-[1-7]\"[^>]*role=\"img\" aria-labelledby=\"figure-[1-7]-caption\""));
    }

    [Fact]
    public void Cards_notices_files_sources_and_provenance_are_all_there()
    {
        Assert.Contains("<dd class=\"value\">36.1 <span class=\"unit\">h</span></dd>", _demo, StringComparison.Ordinal);
        Assert.Contains("differs by 6.1\u00A0×\u00A010<sup>−7</sup>", _demo, StringComparison.Ordinal);
        Assert.Contains("<aside class=\"notice warning\" role=\"note\"><strong>Warning: no effective medium exists here</strong>", _demo, StringComparison.Ordinal);
        Assert.Contains("√(<i>D</i><sub>bulk</sub> <i>t</i>)/<i>d</i> = 0.11", _demo, StringComparison.Ordinal);
        Assert.Contains("<a href=\"paraview/fields.pvd\">paraview/fields.pvd</a>", _demo, StringComparison.Ordinal);
        Assert.Contains("<a rel=\"noreferrer\" href=\"https://doi.org/10.1039/d3ta03814e\">doi:10.1039/d3ta03814e</a>", _demo, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">input hash</th><td>sha256:5f0c6f1e9d0a</td>", _demo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_keeps_one_style_and_lines_its_decimal_points_up()
    {
        var table = new Table("t", [new Column("v") { SignificantDigits = 3 }], [[12.5], [3.14159], [2.0], [double.NaN]]);
        string html = Render(new Report("r", "k") { Sections = [new Section("s", [table])] });
        // Figure spaces (U+2007) stand for missing digits, a punctuation space (U+2008) for a missing point.
        Assert.Contains("<td class=\"n\">12.5\u2007</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">3.14</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">2\u2008\u2007\u2007</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">–</td>", html, StringComparison.Ordinal);

        var small = new Table("t", [new Column("v")], [[0.0012], [2.5e-4]]);
        html = Render(new Report("r", "k") { Sections = [new Section("s", [small])] });
        Assert.Contains("<td class=\"n\">0.00025</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scorecard_of_many_quantities_sets_each_number_for_itself()
    {
        Assert.Contains("<td class=\"n\">36.1</td>", _demo, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">2.90\u00A0×\u00A010<sup>−11</sup></td>", _demo, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">200\u202F000</td>", _demo, StringComparison.Ordinal);
        Assert.Contains("<td class=\"bad\">✗\u00A0differs</td>", _demo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_maps_values_are_stored_once_and_rounded_to_what_a_picture_shows()
    {
        JsonNode figure = Data(_demo, "figure-6");
        JsonNode[] maps = [.. figure["plot"]!["data"]!.AsArray().Where(trace => trace!["type"]!.GetValue<string>() == "heatmap").Select(trace => trace!)];
        Assert.Equal(5, maps.Length);
        Assert.All(maps, map => Assert.Equal((120, 120), (map["z"]!.AsArray().Count, map["z"]![0]!.AsArray().Count)));
        Assert.True(_demo.Length < 3_000_000, $"{_demo.Length} characters; 1.5 million are the plotting library");
    }

    [Fact]
    public void Notices_titles_and_sections_may_all_be_missing()
    {
        string html = Render(new Report("bare", "depletion"));
        Assert.Contains("<h1>bare</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<section", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<nav", html, StringComparison.Ordinal);
    }

    private static Report OneFigure(LineSeries series) => new("r", "k")
    {
        Sections = [new Section("s", [new LineFigure { Caption = "c", X = new PlotAxis("x"), Y = new PlotAxis("y"), Panels = [new LinePanel([series])] }])],
    };

    private static string Render(Report report)
    {
        using var html = new StringWriter();
        HtmlReportWriter.Write(report, html);
        return html.ToString();
    }

    private static JsonNode Data(string html, string id) =>
        JsonNode.Parse(Regex.Match(html, $"<script type=\"application/json\" id=\"{id}-data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value)!;

    // The page without the content of its scripts, which are no markup.
    private static string Markup(string html) => Regex.Replace(html, "(<script[^>]*>).*?</script>", "$1</script>", RegexOptions.Singleline);

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<[a-zA-Z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Href();
}
