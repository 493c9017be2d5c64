using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using LiMeso.Core.Registries;

namespace LiMeso.Core.Input;

/// <summary>A table from a comma-separated file with a header row. Every value knows its line.</summary>
public sealed class CsvInput
{
    private readonly string _file;
    private readonly string[] _header;

    private CsvInput(string file, string[] header, IReadOnlyList<CsvRow> rows)
    {
        _file = file;
        _header = header;
        Rows = rows;
    }

    /// <summary>The column names.</summary>
    public IReadOnlyList<string> Columns => _header;

    /// <summary>The data rows.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads a file. Lines that begin with '#' are comments.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The path to show in messages; the path itself when null.</param>
    /// <exception cref="InputException">The file is missing or empty, or a row has another number of values than the header.</exception>
    public static CsvInput Read(string path, string? shownAs = null)
    {
        string file = shownAs ?? path;
        if (!File.Exists(path)) throw new InputException(new SourceLocation(file), "no such file");
        using var text = new StreamReader(path);
        return Read(text, file);
    }

    /// <summary>Reads a table. Lines that begin with '#' are comments.</summary>
    /// <param name="text">The text; left open.</param>
    /// <param name="file">The name to show in messages.</param>
    /// <exception cref="InputException">The text is empty, or a row has another number of values than the header.</exception>
    public static CsvInput Read(TextReader text, string file)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { AllowComments = true, TrimOptions = TrimOptions.Trim, DetectColumnCountChanges = false };
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        if (!parser.Read() || parser.Record is not { } header) throw new InputException(new SourceLocation(file, 1), "the file is empty", "Write a header row with column names.");

        List<CsvRow> rows = [];
        var table = new CsvInput(file, header, rows);
        while (parser.Read())
        {
            var location = new SourceLocation(file, parser.RawRow);
            if (parser.Record!.Length != header.Length)
                throw new InputException(location, $"expected {CountText.Of(header.Length, "value")} as in the header, found {parser.Record.Length}");
            rows.Add(new CsvRow(table, parser.Record, location));
        }

        return table;
    }

    /// <summary>Stops unless every column is one of those known, and all required ones are there.</summary>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <exception cref="InputException">A column is unknown or missing.</exception>
    public void RequireColumns(IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var location = new SourceLocation(_file, 1);
        string[] valid = [.. required, .. optional];
        foreach (string column in _header)
        {
            if (valid.Contains(column)) continue;
            string suggestion = NearestName.Of(column, valid) is { } near ? $"Did you mean '{near}'?  " : "";
            throw new InputException(location, $"unknown column '{column}'", $"{suggestion}Valid here: {string.Join(", ", valid)}.");
        }

        foreach (string column in required)
        {
            if (!_header.Contains(column)) throw new InputException(location, $"column '{column}' is missing", $"Needed: {string.Join(", ", required)}.");
        }
    }

    internal int IndexOf(string column) => Array.IndexOf(_header, column);
}
