using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Html;

/// <summary>Sets a table: numbers aligned at the decimal point, in one style per column.</summary>
internal static class TableHtml
{
    // As wide as a digit, and as wide as a full stop: they stand in for the decimals that a neighbour has.
    private const char FigureSpace = '\u2007', PunctuationSpace = '\u2008';

    /// <summary>The <c>table</c> element.</summary>
    /// <param name="table">The table.</param>
    /// <param name="label">"Table 3".</param>
    public static string Render(Table table, string label)
    {
        var html = new StringBuilder();
        html.Append("<table>\n<caption><b>").Append(label).Append("</b>").Append(HtmlText.Inline(table.Caption)).Append("</caption>\n<thead><tr>");
        bool[] numeric = [.. table.Columns.Select((_, j) => table.Rows.Any(row => row[j].Number is not null))];
        string[][] cells = [.. table.Columns.Select((column, j) => Set(column, [.. table.Rows.Select(row => row[j])]))];
        for (int j = 0; j < table.Columns.Count; j++)
        {
            string unit = UnitText.Display(table.Columns[j].Unit);
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{(numeric[j] ? " class=\"n\"" : "")}>{HtmlText.Inline(table.Columns[j].Title)}");
            if (unit.Length > 0) html.Append(CultureInfo.InvariantCulture, $"<span class=\"u\">{HtmlText.Content(unit)}</span>");
            html.Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < table.Rows.Count; i++)
        {
            html.Append("<tr>");
            for (int j = 0; j < table.Columns.Count; j++)
            {
                string[] classes = [.. new[] { numeric[j] ? "n" : "", ToneClass(table.Rows[i][j].Tone) }.Where(name => name.Length > 0)];
                html.Append(classes.Length == 0 ? "<td>" : $"<td class=\"{string.Join(' ', classes)}\">").Append(cells[j][i]).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody>\n</table>").ToString();
    }

    /// <summary>The table's heads and rows with all digits, for its CSV file.</summary>
    /// <param name="table">The table.</param>
    public static JsonArray ToLines(Table table)
    {
        var lines = new JsonArray { new JsonArray([.. table.Columns.Select(c => JsonValue.Create(HtmlText.Plain(UnitText.Heading(c.Title, c.Unit))))]) };
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            lines.Add(new JsonArray([.. row.Select(cell => cell.Number is { } number
                ? double.IsFinite(number) ? JsonValue.Create(number) : null
                : cell.Text is { } text ? JsonValue.Create(HtmlText.Plain(text)) : null)]));
        }

        return lines;
    }

    /// <summary>The mark that stands for a tone beside its colour.</summary>
    public static string ToneMark(Tone tone) => tone switch { Tone.Good => "✓\u00A0", Tone.Doubtful => "≈\u00A0", Tone.Bad => "✗\u00A0", _ => "" };

    /// <summary>The style sheet's name for a tone.</summary>
    public static string ToneClass(Tone tone) => tone == Tone.Plain ? "" : tone.ToString().ToLowerInvariant();

    private static string[] Set(Column column, Cell[] cells)
    {
        NumberStyle style = StyleOf(column, cells);
        string[] texts = [.. cells.Select(cell => Plain(cell, column, style))];
        int decimals = cells.Zip(texts, (cell, text) => cell.Number is null ? 0 : Decimals(text)).DefaultIfEmpty(0).Max();
        bool aligned = decimals > 0 && !texts.Any(text => text.Contains('×', StringComparison.Ordinal));
        return [.. cells.Zip(texts, (cell, text) =>
            HtmlText.Inline(ToneMark(cell.Tone) + text) + (aligned && cell.Number is { } number && double.IsFinite(number) ? Padding(decimals - Decimals(text)) : ""))];

        string Padding(int missing) => (missing == decimals ? PunctuationSpace.ToString() : "") + new string(FigureSpace, missing);
    }

    private static string Plain(Cell cell, Column column, NumberStyle style) => cell switch
    {
        { Number: { } count, IsCount: true } => NumberText.Format((long)count),
        { Number: { } number } => NumberText.Format(number, column.SignificantDigits, style),
        { Text: { } text } => text,
        _ => NumberText.Missing,
    };

    // Digits after the point of a number without a power of ten.
    private static int Decimals(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 || text.Contains('×', StringComparison.Ordinal) ? 0 : text.Length - point - 1;
    }

    // Columns of one kind of quantity keep one style; those whose rows are different quantities (a scorecard) leave it to each number.
    private static NumberStyle StyleOf(Column column, Cell[] cells)
    {
        if (column.Style != NumberStyle.Automatic) return column.Style;
        double[] sizes = [.. cells.Where(c => c is { Number: { } n, IsCount: false } && double.IsFinite(n) && n != 0).Select(c => Math.Abs(c.Number!.Value))];
        if (sizes.Length == 0 || sizes.Max() / sizes.Min() > 1e4) return NumberStyle.Automatic;
        return sizes.Max() is >= 1e-3 and < 1e5 ? NumberStyle.FixedPoint : NumberStyle.Scientific;
    }
}
