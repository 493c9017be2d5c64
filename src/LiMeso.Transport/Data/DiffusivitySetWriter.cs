using System.Globalization;
using System.Text;
using LiMeso.Core.Units;

namespace LiMeso.Transport.Data;

/// <summary>Writes a diffusivity set in the form that <see cref="DiffusivitySetReader"/> reads. Reading gives back every value bit for bit.</summary>
public static class DiffusivitySetWriter
{
    /// <summary>Writes <c>dataset.yaml</c> and, when the set has boundaries, <c>boundaries.csv</c>.</summary>
    /// <param name="set">The set.</param>
    /// <param name="directory">Where to; created when missing.</param>
    /// <exception cref="ArgumentException">The set mixes published and computed values without saying so, or a value has no source; nothing is written.</exception>
    public static void Write(DiffusivitySet set, string directory)
    {
        ArgumentNullException.ThrowIfNull(set);
        DiffusivitySetChecks.Require(set);
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, DiffusivitySetReader.DescriptionFile), Description(set));
        string table = Path.Combine(directory, DiffusivitySetReader.BoundariesFile);
        if (set.Boundaries.Count > 0) File.WriteAllText(table, BoundaryTableText(set));
        else File.Delete(table);
    }

    private static string Description(DiffusivitySet set)
    {
        var yaml = new StringBuilder();
        yaml.Append("name: ").AppendLine(Quoted(set.Name));
        yaml.Append("title: ").AppendLine(Quoted(set.Title));
        yaml.Append("origin: ").AppendLine(EnumNames.Of(set.Origin));
        yaml.AppendLine("sources:");
        foreach (DataSource source in set.Sources) yaml.Append("  - id: ").AppendLine(Quoted(source.Id)).Append("    citation: ").AppendLine(Quoted(source.Citation));

        Curve(yaml, "", "bulk", set.Bulk);
        yaml.AppendLine("boundary:");
        yaml.Append("  definition: ").AppendLine(EnumNames.Of(set.Definition));
        yaml.Append(CultureInfo.InvariantCulture, $"  extremes: {set.Extremes}").AppendLine();
        Curve(yaml, "  ", BoundarySelection.Mean, set.Mean);
        Curve(yaml, "  ", BoundarySelection.Slowest, set.Slowest);
        Curve(yaml, "  ", BoundarySelection.Fastest, set.Fastest);
        foreach ((BoundaryDefinition definition, BoundaryMeans means) in set.OtherMeans.OrderBy(m => m.Key))
        {
            yaml.Append("  ").Append(EnumNames.Of(definition)).AppendLine(":");
            foreach (string selection in BoundarySelection.Reserved) Curve(yaml, "    ", selection, means.Of(selection));
        }

        yaml.AppendLine("width:");
        Points(yaml, "  ", set.Width.Points, QuantityKind.Length, "A");
        Factor(yaml, "triple-junction", set.TripleJunctionFactor);
        Factor(yaml, "segregation", set.Segregation);
        return yaml.ToString();
    }

    private static void Curve(StringBuilder yaml, string indent, string name, DiffusivityCurve? curve)
    {
        if (curve is null) return;
        yaml.Append(indent).Append(name).AppendLine(":");
        yaml.Append(indent).Append("  use: ").AppendLine(EnumNames.Of(curve.Method));
        if (curve.Breaks.Count > 0) yaml.Append(indent).Append("  breaks: [").AppendJoin(", ", curve.Breaks.Select(Kelvin)).AppendLine("]");
        if (curve.Points.Count > 0) Points(yaml, indent + "  ", curve.Points, QuantityKind.Diffusivity, "cm^2/s");
        if (curve.Lines.Count == 0) return;

        yaml.Append(indent).AppendLine("  lines:");
        foreach (ArrheniusLine line in curve.Lines)
        {
            yaml.Append(indent).Append("    - {from: ").Append(Kelvin(line.Range.From)).Append(", to: ").Append(Kelvin(line.Range.To))
                .Append(", prefactor: ").Append(ExactText.Of(line.Prefactor, QuantityKind.Diffusivity, "cm^2/s"))
                .Append(", activation-energy: ").Append(ExactText.Of(line.ActivationEnergy, QuantityKind.Energy, "eV"));
            Attribution(yaml, line.Attribution).AppendLine("}");
        }
    }

    private static void Points(StringBuilder yaml, string indent, IReadOnlyList<MeasuredPoint> points, QuantityKind kind, string unit)
    {
        yaml.Append(indent).AppendLine("points:");
        foreach (MeasuredPoint point in points)
        {
            yaml.Append(indent).Append("  - {temperature: ").Append(Kelvin(point.Temperature)).Append(", value: ").Append(ExactText.Of(point.Value, kind, unit));
            if (point.Error is { } error) yaml.Append(", error: ").Append(ExactText.Of(error, kind, unit));
            if (point.Count is { } count) yaml.Append(CultureInfo.InvariantCulture, $", count: {count}");
            if (point.SimulatedTime is { } time) yaml.Append(", time: ").Append(ExactText.Of(time, QuantityKind.Time, "ps"));
            Attribution(yaml, point.Attribution).AppendLine("}");
        }
    }

    private static void Factor(StringBuilder yaml, string name, AttributedNumber number)
    {
        yaml.Append(name).Append(": {factor: ").Append(ExactText.Of(number.Value, QuantityKind.Number, ""));
        Attribution(yaml, number.Attribution).AppendLine("}");
    }

    private static StringBuilder Attribution(StringBuilder yaml, Attribution attribution) =>
        yaml.Append(", status: ").Append(EnumNames.Of(attribution.Status)).Append(", source: ").Append(Quoted(attribution.Source));

    private static string BoundaryTableText(DiffusivitySet set)
    {
        var csv = new StringBuilder();
        csv.AppendLine("boundary,name,kind,sigma,axis,plane,misorientation_deg,temperature,definition,diffusivity,upper_bound,error,width,width_error,runs,time,status,source");
        foreach (BoundaryData boundary in set.Boundaries)
        {
            var known = boundary.Diffusivities.SelectMany(d => d.Value.Points, (d, point) => (Definition: d.Key, Point: point, IsBound: false));
            var bounds = boundary.Bounds.SelectMany(d => d.Value, (d, point) => (Definition: d.Key, Point: point, IsBound: true));
            foreach ((BoundaryDefinition definition, MeasuredPoint point, bool isBound) in known.Concat(bounds).OrderBy(r => r.Definition).ThenBy(r => r.Point.Temperature))
                csv.AppendJoin(',', Row(boundary, definition, point, isBound).Select(Field)).AppendLine();
        }

        return csv.ToString();
    }

    private static string[] Row(BoundaryData boundary, BoundaryDefinition definition, MeasuredPoint point, bool isBound)
    {
        string value = ExactText.Of(point.Value, QuantityKind.Diffusivity, "cm^2/s");
        MeasuredPoint? width = boundary.Width?.Points.FirstOrDefault(p => p.Temperature == point.Temperature);
        return
        [
            boundary.Id, boundary.Name, EnumNames.Of(boundary.Kind), boundary.Sigma?.ToString(CultureInfo.InvariantCulture) ?? "", boundary.Axis, boundary.Plane,
            boundary.MisorientationDegrees is { } angle ? ExactText.Of(angle, QuantityKind.Number, "") : "", Kelvin(point.Temperature), EnumNames.Of(definition),
            isBound ? "" : value, isBound ? value : "", point.Error is { } error ? ExactText.Of(error, QuantityKind.Diffusivity, "cm^2/s") : "",
            width is null ? "" : ExactText.Of(width.Value, QuantityKind.Length, "A"), width?.Error is { } widthError ? ExactText.Of(widthError, QuantityKind.Length, "A") : "",
            point.Count?.ToString(CultureInfo.InvariantCulture) ?? "", point.SimulatedTime is { } time ? ExactText.Of(time, QuantityKind.Time, "ps") : "",
            EnumNames.Of(point.Attribution.Status), point.Attribution.Source,
        ];
    }

    private static string Kelvin(double temperature) => ExactText.Of(temperature, QuantityKind.Temperature, "K");

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Field(string text) => text.AsSpan().ContainsAny(',', '"', '\n') || text.StartsWith('#') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
