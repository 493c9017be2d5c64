using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>The numbers behind a line figure, stored once: its curves, its data tables and its CSV file all read them here. Series with the same abscissae share a table.</summary>
/// <param name="figure">The figure.</param>
internal sealed class CurveTables(LineFigure figure)
{
    private readonly JsonArray _tables = [];
    private (int Panel, IReadOnlyList<double> X)? _open;

    /// <summary>Adds a series to its panel's table, or to a new one.</summary>
    /// <returns>Where it lies: number of the table, number of the series in it.</returns>
    public JsonArray Add(int panel, LineSeries series)
    {
        if (_open is not { } open || open.Panel != panel || !open.X.SequenceEqual(series.X))
        {
            _tables.Add(new JsonObject
            {
                ["panel"] = PlotFrame.PanelName(figure.Panels.Count, panel, figure.Panels[panel].Title),
                ["xTitle"] = Heading(figure.X),
                ["yTitle"] = Heading(figure.Y),
                ["x"] = PlotJson.Numbers(series.X),
                ["series"] = new JsonArray(),
            });
            _open = (panel, series.X);
        }

        var entry = new JsonObject { ["name"] = HtmlText.Plain(series.Name), ["y"] = PlotJson.Numbers(series.Y) };
        if (series.ErrorBars is { } bars) entry["error"] = Ends(bars);
        if (series.Band is { } band) entry["band"] = Ends(band);
        JsonArray columns = _tables[^1]!["series"]!.AsArray();
        columns.Add(entry);
        return [_tables.Count - 1, columns.Count - 1];
    }

    /// <summary>The tables.</summary>
    public JsonArray ToJson() => _tables;

    private static JsonObject Ends(Spread spread) =>
        new() { ["lower"] = PlotJson.Numbers(spread.Lower), ["upper"] = PlotJson.Numbers(spread.Upper) };

    private static string Heading(PlotAxis axis) => HtmlText.Plain(UnitText.Heading(axis.Title, axis.Unit));
}
