using System.Text;
using LiMeso.Cases.Export;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cli.Direct;

/// <summary>Answers every row of a CSV file into another, which appears whole or not at all.</summary>
internal static class QuestionTable
{
    // rows may carry a name of their own
    private const string Label = "label", Warnings = "warnings";

    /// <summary>Reads questions, writes answers.</summary>
    /// <param name="from">The file with the questions.</param>
    /// <param name="to">The file for the answers.</param>
    /// <param name="overwrite">Whether it may be replaced if it exists.</param>
    /// <param name="parameters">Columns that may be there.</param>
    /// <param name="given">Values for all rows.</param>
    /// <param name="answer">Answers one question.</param>
    /// <returns>How many rows were answered.</returns>
    /// <exception cref="InputException">A column or a value cannot be used, or the file exists; nothing was written.</exception>
    public static int Answer(
        string from, string to, bool overwrite, IReadOnlyList<Parameter> parameters, IReadOnlyDictionary<Parameter, (string Text, SourceLocation Place)> given,
        Func<Question, Answer> answer)
    {
        if (Path.GetFullPath(from) == Path.GetFullPath(to))
            throw new InputException(new SourceLocation("--out"), $"'{to}' is the table itself", "Choose another file.");
        if (Directory.Exists(to)) throw new InputException(new SourceLocation("--out"), $"'{to}' is a directory", "Name a file.");
        if (!overwrite && Path.Exists(to)) throw new InputException(new SourceLocation("--out"), $"'{to}' exists already", "Replace it with --overwrite, or choose another file.");
        CsvInput table = CsvInput.Read(from);
        table.RequireColumns([], [.. parameters.Select(p => p.Name), Label]);
        if (table.Columns.Count != table.Columns.Distinct().Count()) throw new InputException(new SourceLocation(from, 1), "a column is there twice");
        if (given.Keys.FirstOrDefault(p => table.Columns.Contains(p.Name)) is { } twice)
            throw new InputException(new SourceLocation(twice.OptionName), $"'{twice.Name}' is also a column of {from}", "Give it once.");
        if (table.Rows.Count == 0) throw new InputException(new SourceLocation(from, 1), "the table has no rows");

        var text = new StringBuilder();
        Parameter[] columns = [.. parameters.Where(p => table.Columns.Contains(p.Name))];
        foreach (CsvRow row in table.Rows)
        {
            var values = new Dictionary<Parameter, (string, SourceLocation)>(given.AsEnumerable());
            foreach (Parameter column in columns.Where(c => row[c.Name].Length > 0)) values[column] = (row[column.Name], row.Location);
            Answer found = answer(new Question(values, row.Location));
            if (text.Length == 0) text.AppendRow([.. table.Columns, .. found.Findings.Select(f => f.Key), Warnings]);
            text.AppendRow([.. table.Columns.Select(c => row[c]), .. found.Findings.Select(ValueOf), string.Join("; ", found.Warnings)]);
        }

        AtomicFile.WriteText(to, text.ToString());
        return table.Rows.Count;
    }

    private static string ValueOf(Finding finding) => finding.Text ?? CsvText.Number(finding.Number);
}
