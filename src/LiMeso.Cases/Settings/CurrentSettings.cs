using LiMeso.Cases.Files;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Depletion.Pulses;

namespace LiMeso.Cases.Settings;

/// <summary>The current drawn from the foil, as a case file states it: constant, in segments, or in a table.</summary>
/// <param name="Constant">Constant current density, A/m², or null.</param>
/// <param name="Segments">Segments with the repetitions written out, or empty.</param>
/// <param name="TableFile">File with times and currents to be joined by straight lines, as written; or null.</param>
/// <param name="TableLocation">Where the file is named.</param>
public sealed record CurrentSettings(double? Constant, IReadOnlyList<CurrentSegment> Segments, string? TableFile, SourceLocation TableLocation)
{
    /// <summary>Reads the section: one of current-density, segments, table.</summary>
    /// <param name="section">The section.</param>
    public static CurrentSettings Read(SectionReader section)
    {
        double? constant = section.OptionalQuantity("current-density", QuantityKind.CurrentDensity, "Constant stripping current density.", "0.1 mA/cm^2");
        IReadOnlyList<CurrentSegment> once = section.Sections("segments", "Stretches of constant current, one after the other; the current is off after the last one.", ReadSegment, required: false);
        int repeat = ReadRepeat(section);
        string? table = section.OptionalText("table", "CSV file with columns time and current-density (with units), joined by straight lines.", "current.csv");
        int given = (constant is null ? 0 : 1) + (once.Count == 0 ? 0 : 1) + (table is null ? 0 : 1);
        string first = section.Has("table") ? "table" : section.Has("segments") ? "segments" : "current-density";
        section.Check(given == 1, first, given == 0 ? "the current is missing" : "give one of current-density, segments and table, not several",
            "Write for example 'current-density: 0.1 mA/cm^2'.");
        if (once.Count == 0) section.RefuseUnused(["repeat"], "a current without segments");
        return new CurrentSettings(constant, [.. Enumerable.Repeat(once, repeat).SelectMany(s => s)], table, section.LocationOf("table"));
    }

    /// <summary>Reads one stretch of constant current.</summary>
    /// <param name="section">The section.</param>
    public static CurrentSegment ReadSegment(SectionReader section) => new(
        section.Quantity("current-density", QuantityKind.CurrentDensity, "Current density: positive strips, 0 rests, negative plates.", limits: Limits.None),
        section.Quantity("duration", QuantityKind.Time, "How long it lasts."));

    /// <summary>Reads how often segments are gone through.</summary>
    /// <param name="section">The section that holds the segments.</param>
    public static int ReadRepeat(SectionReader section) =>
        section.WholeNumber("repeat", "How often the segments are gone through.", 1, Limits.Between(1, 100_000));

    /// <summary>The current in time, with the table read.</summary>
    /// <param name="paths">Where the case's files are.</param>
    /// <exception cref="InputException">The table cannot be used.</exception>
    public CurrentProgram ToProgram(CasePaths paths)
    {
        if (Constant is { } constant) return CurrentProgram.OfConstant(constant);
        return TableFile is { } file ? ReadTable(paths, file) : CurrentProgram.OfSegments(Segments);
    }

    /// <summary>SHA-256 of the table file, by its name: part of what the run depends on. Empty when there is no table.</summary>
    /// <param name="paths">Where the case's files are.</param>
    public IReadOnlyDictionary<string, string> FileHashes(CasePaths paths) => TableFile is { } file
        ? new Dictionary<string, string> { [file] = InputHashes.OfFile(paths.Resolve(file, TableLocation)) }
        : new Dictionary<string, string>();

    private CurrentProgram ReadTable(CasePaths paths, string file)
    {
        CsvInput table = CsvInput.Read(paths.Resolve(file, TableLocation), file);
        table.RequireColumns(["time", "current-density"], []);
        double[] times = [.. table.Rows.Select(r => r.Quantity("time", QuantityKind.Time, Limits.NotNegative))];
        double[] currents = [.. table.Rows.Select(r => r.Quantity("current-density", QuantityKind.CurrentDensity, Limits.None))];
        if (times.Length < 2) throw new InputException(new SourceLocation(file, 1), "expected at least two rows");
        if (times[0] != 0) throw new InputException(table.Rows[0].Location, "the first time must be 0 s");
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] <= times[i - 1]) throw new InputException(table.Rows[i].Location, "times must increase");
        }

        return CurrentProgram.OfTable(times, currents);
    }
}
