using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>How each model is drawn: colours by family, dashes within it. Models that are not listed take the next colour.</summary>
internal static class ModelStyle
{
    private static readonly Dictionary<string, (SeriesColor Color, LineDash Dash)> _styles = new()
    {
        ["single-crystal"] = (SeriesColor.Grey, LineDash.Dotted),
        ["hart"] = (SeriesColor.Blue, LineDash.Solid),
        ["maxwell-garnett-1d"] = (SeriesColor.Black, LineDash.DashDotted),
        ["maxwell-garnett-2d"] = (SeriesColor.Green, LineDash.Dashed),
        ["maxwell-garnett-3d"] = (SeriesColor.Green, LineDash.Solid),
        ["belova-murch-2d"] = (SeriesColor.Orange, LineDash.Solid),
        ["belova-murch-2d-rows"] = (SeriesColor.Orange, LineDash.Dashed),
        ["belova-murch-3d-columns"] = (SeriesColor.SkyBlue, LineDash.Solid),
        ["belova-murch-3d-rows"] = (SeriesColor.SkyBlue, LineDash.Dashed),
        ["chen-schuh"] = (SeriesColor.Vermilion, LineDash.Solid),
        ["chen-schuh-arithmetic"] = (SeriesColor.Vermilion, LineDash.Dashed),
        ["bruggeman-2d"] = (SeriesColor.Purple, LineDash.Dashed),
        ["bruggeman-3d"] = (SeriesColor.Purple, LineDash.Solid),
        ["bruggeman-hanai-3d"] = (SeriesColor.Purple, LineDash.DashDotted),
        ["thin-film"] = (SeriesColor.Black, LineDash.Dashed),
    };

    /// <summary>A curve of a model.</summary>
    public static LineSeries Curve(string model, double[] x, double[] y)
    {
        (SeriesColor color, LineDash dash) = _styles.GetValueOrDefault(model, (SeriesColor.Automatic, LineDash.Solid));
        return new LineSeries(model, x, y) { Color = color, Dash = dash };
    }
}
