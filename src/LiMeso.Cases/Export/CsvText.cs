using System.Globalization;
using System.Text;

namespace LiMeso.Cases.Export;

/// <summary>Comma-separated values after RFC 4180, with line feeds; numbers keep all their digits.</summary>
public static class CsvText
{
    /// <summary>Appends one line.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="cells">The cells.</param>
    public static StringBuilder AppendRow(this StringBuilder text, IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
    }

    /// <summary>A number as it is read back to the same bits; empty when there is none.</summary>
    /// <param name="number">The number, or null.</param>
    public static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    // '#' would begin a comment where it stands first
    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\",\r\n#") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
