using System.Globalization;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.Core.Units;

namespace LiMeso.Transport.Data;

/// <summary>Reads <c>boundaries.csv</c>: one row for each boundary, temperature and definition.</summary>
internal static class BoundaryTable
{
    internal static readonly IReadOnlyList<string> RequiredColumns = ["boundary", "name", "kind", "temperature", "definition", "diffusivity", "status", "source"];

    internal static readonly IReadOnlyList<string> OptionalColumns = ["sigma", "axis", "plane", "misorientation_deg", "upper_bound", "error", "width", "width_error", "runs", "time"];

    private static readonly string[] _descriptive = ["name", "kind", "sigma", "axis", "plane", "misorientation_deg"];

    internal static IReadOnlyList<BoundaryData> Read(string path, string shownAs, DataOrigin origin, IReadOnlyList<DataSource> sources)
    {
        CsvInput table = CsvInput.Read(path, shownAs);
        table.RequireColumns(RequiredColumns, OptionalColumns);
        return [.. table.Rows.GroupBy(row => row["boundary"]).Select(rows => Boundary(rows.Key, [.. rows], origin, sources))];
    }

    private static BoundaryData Boundary(string id, CsvRow[] rows, DataOrigin origin, IReadOnlyList<DataSource> sources)
    {
        CsvRow first = rows[0];
        foreach (CsvRow row in rows)
        {
            foreach (string column in _descriptive)
            {
                if (row[column] != first[column])
                    throw new InputException(row.Location, $"'{column}' of boundary '{id}' is '{row[column]}' here and '{first[column]}' in line {first.Location.Line}");
            }
        }

        foreach (CsvRow row in rows)
        {
            if (row["diffusivity"].Length > 0 == row["upper_bound"].Length > 0)
                throw new InputException(row.Location, $"boundary '{id}' needs either a 'diffusivity' or an 'upper_bound' on it", "Leave one of the two empty.");
        }

        IEnumerable<IGrouping<BoundaryDefinition, CsvRow>> Of(string column) => rows.Where(row => row[column].Length > 0).GroupBy(row => Enumeration<BoundaryDefinition>(row, "definition"));
        MeasuredPoint Value(CsvRow row, string column) => Point(row, column, "error", QuantityKind.Diffusivity, origin, sources) with
        {
            Count = row["runs"].Length == 0 ? null : Whole(row, "runs"),
            SimulatedTime = Optional(row, "time", QuantityKind.Time),
        };
        var curves = Of("diffusivity").ToDictionary(group => group.Key, group => Located(group.First(), () => new DiffusivityCurve(group.Select(row => Value(row, "diffusivity")))));
        var bounds = Of("upper_bound").ToDictionary(group => group.Key, group => (IReadOnlyList<MeasuredPoint>)[.. group.Select(row => Value(row, "upper_bound"))]);
        CsvRow[] widths = [.. rows.Where(row => row["width"].Length > 0).DistinctBy(row => row["temperature"])];
        return Located(first, () => new BoundaryData(id, curves, bounds)
        {
            Name = first["name"],
            Kind = Enumeration<BoundaryKind>(first, "kind"),
            Sigma = first["sigma"].Length == 0 ? null : Whole(first, "sigma"),
            Axis = first["axis"],
            Plane = first["plane"],
            MisorientationDegrees = Optional(first, "misorientation_deg", QuantityKind.Number),
            Width = widths.Length == 0 ? null : new WidthCurve(widths.Select(row => Point(row, "width", "width_error", QuantityKind.Length, origin, sources))),
        });
    }

    private static MeasuredPoint Point(CsvRow row, string value, string error, QuantityKind kind, DataOrigin origin, IReadOnlyList<DataSource> sources)
    {
        ValueStatus status = Enumeration<ValueStatus>(row, "status");
        if (!origin.Admits(status)) throw new InputException(row.Location, ValueSections.MixingProblem(origin, status), ValueSections.MixingAdvice);
        string source = Named(row, "source", [.. sources.Select(s => s.Id)]);
        return new MeasuredPoint(row.Quantity("temperature", QuantityKind.Temperature), row.Quantity(value, kind), Optional(row, error, kind), new Attribution(status, source));
    }

    private static double? Optional(CsvRow row, string column, QuantityKind kind) => row[column].Length == 0 ? null : row.Quantity(column, kind);

    private static int Whole(CsvRow row, string column) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0
            ? value
            : throw new InputException(row.Location, $"'{column}' expects a whole number greater than 0, found '{row[column]}'");

    private static T Enumeration<T>(CsvRow row, string column)
        where T : struct, Enum => EnumNames.Parse<T>(Named(row, column, EnumNames.All<T>()));

    private static string Named(CsvRow row, string column, IReadOnlyList<string> valid)
    {
        string name = row[column];
        if (valid.Contains(name)) return name;
        string suggestion = NearestName.Of(name, valid) is { } near ? $"Did you mean '{near}'?  " : "";
        throw new InputException(row.Location, $"'{column}' cannot be '{name}'", $"{suggestion}Valid here: {string.Join(", ", valid)}.");
    }

    private static T Located<T>(CsvRow row, Func<T> build)
    {
        try
        {
            return build();
        }
        catch (ArgumentException e)
        {
            throw new InputException(row.Location, e.Message, inner: e);
        }
    }
}
