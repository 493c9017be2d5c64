using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds;

/// <summary>What the monitors of a run recorded, as figures.</summary>
internal static class MonitorFigures
{
    private const int MostCurves = 8, ProfilesShown = 12, MostPoints = 2000;

    /// <summary>The section; none when the run had no monitors.</summary>
    /// <param name="results">The results.</param>
    public static IEnumerable<Section> Section(ResultData results)
    {
        Block[] blocks = [.. results.List(MonitorResults.List).Select(key => Block(results, key))];
        if (blocks.Length > 0) yield return new Section("Monitors", blocks);
    }

    private static Block Block(ResultData results, string key)
    {
        string name = results.Texts[$"monitors.{key}.name"];
        if (!results.Arrays.ContainsKey($"monitor/{key}/time")) return StopText(results, key, name);
        return results.List($"monitors.{key}.columns").Count > MostCurves && results.Arrays.ContainsKey($"monitor/{key}/x") ? Profiles(results, key, name) : Curves(results, key, name);
    }

    private static Paragraph StopText(ResultData results, string key, string name)
    {
        bool met = results.Numbers.TryGetValue($"monitors.{key}.depletion_time_s", out double time) && double.IsFinite(time);
        string unit = DisplayUnits.OfTime(time);
        return new Paragraph($"Monitor *{name}*: {(met ? $"{results.Texts[$"monitors.{key}.meaning"]} after {NumberText.WithUnit(QuantityKind.Time.In(time, unit), unit)}" : "its condition was not met")}.");
    }

    private static LineFigure Curves(ResultData results, string key, string name)
    {
        ResultArray values = results.Array($"monitor/{key}/values");
        IReadOnlyList<string> columns = results.List($"monitors.{key}.columns");
        double[] times = results.Values($"monitor/{key}/time");
        int[] rows = Chosen(times.Length, MostPoints);
        string timeUnit = DisplayUnits.OfTime(times[^1]);
        (string unit, double factor) = DisplayUnits.Of(values.Unit);
        double[] x = [.. rows.Select(r => QuantityKind.Time.In(times[r], timeUnit))];

        // a column with a unit of its own, in brackets, does not belong to the axis
        IEnumerable<int> shown = Enumerable.Range(0, columns.Count).Where(c => !columns[c].EndsWith(')'));
        return new LineFigure
        {
            Caption = $"What monitor *{name}* recorded{(rows.Length < times.Length ? " (some of its rows)" : "")}.",
            X = new PlotAxis("Time", timeUnit),
            Y = new PlotAxis(unit == "mol/cm^3" ? "Li concentration" : "Amount", unit),
            Panels = [new LinePanel([.. shown.Select(c => new LineSeries(Label(results, key, columns, c), x, [.. rows.Select(r => factor * values.Values[r * columns.Count + c])]))])],
        };
    }

    private static LineFigure Profiles(ResultData results, string key, string name)
    {
        ResultArray values = results.Array($"monitor/{key}/values");
        double[] times = results.Values($"monitor/{key}/time"), x = results.Values($"monitor/{key}/x"), y = results.Values($"monitor/{key}/y");
        double[] distance = new double[x.Length];
        for (int i = 1; i < x.Length; i++) distance[i] = distance[i - 1] + Math.Sqrt((x[i] - x[i - 1]) * (x[i] - x[i - 1]) + (y[i] - y[i - 1]) * (y[i] - y[i - 1]));
        string timeUnit = DisplayUnits.OfTime(times[^1]), lengthUnit = DisplayUnits.OfLength(distance[^1]);
        (string unit, double factor) = DisplayUnits.Of(values.Unit);
        double[] along = [.. distance.Select(d => QuantityKind.Length.In(d, lengthUnit))];
        return new LineFigure
        {
            Caption = $"Profiles along the points of monitor *{name}*, from the first to the last, at successive times.",
            X = new PlotAxis("Distance along the line", lengthUnit),
            Y = new PlotAxis("Li concentration", unit),
            Panels = [new LinePanel([.. Chosen(times.Length, ProfilesShown).Select(r => Profile(r, QuantityKind.Time.In(times[r], timeUnit)))])],
            SeriesColors = new ColorAxis("Time", timeUnit),
        };

        LineSeries Profile(int row, double time) => new(NumberText.WithUnit(time, timeUnit), along, [.. values.Row(row).Select(v => v * factor)]) { ColorValue = time };
    }

    private static string Label(ResultData results, string key, IReadOnlyList<string> columns, int column)
    {
        if (!results.Arrays.ContainsKey($"monitor/{key}/x")) return columns[column];
        double x = results.Values($"monitor/{key}/x")[column], y = results.Values($"monitor/{key}/y")[column];
        bool flat = columns[column].Contains("y=", StringComparison.Ordinal);
        return FormattableString.Invariant($"{(flat ? "(" : "x = ")}{x * 1e6:0.####}{(flat ? FormattableString.Invariant($", {y * 1e6:0.####})") : "")} µm");
    }

    // about so many rows, evenly spread, the first and the last among them
    private static int[] Chosen(int rows, int most) =>
        rows <= most ? [.. Enumerable.Range(0, rows)] : [.. Enumerable.Range(0, most).Select(k => (int)((long)k * (rows - 1) / (most - 1)))];
}
