using System.Globalization;
using System.Text;
using LiMeso.Cases.Export;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>The table of a publication's values against ours, from results alone.</summary>
internal sealed class ClaimTable
{
    public const string MarkdownFile = "table.md", CsvFile = "table.csv";

    private readonly string _publication;

    private ClaimTable(string publication, IReadOnlyList<ClaimRow> rows) => (_publication, Rows) = (publication, rows);

    /// <summary>The rows, in the order of the case.</summary>
    public IReadOnlyList<ClaimRow> Rows { get; }

    /// <summary>How many rows have each verdict.</summary>
    public IEnumerable<(ClaimVerdict Verdict, int Count)> Counts => Rows.GroupBy(r => r.Verdict).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    /// <summary>The table of a run.</summary>
    /// <param name="results">What was found.</param>
    public static ClaimTable Of(ResultData results) => new(results.Texts["publication"], [.. results.List("claims_in_order").Select(name => Row(results, name))]);

    /// <summary>A verdict in words.</summary>
    public static string Words(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Agrees => "agrees",
        ClaimVerdict.Differs => "differs",
        ClaimVerdict.Input => "input",
        ClaimVerdict.InWords => "in words",
        _ => "not computed",
    };

    /// <summary>How many values have each verdict.</summary>
    public string Summary() =>
        $"{CountText.Of(Rows.Count, "value")}: {string.Join(", ", Counts.Select(c => $"{c.Count} {Verb(c.Verdict, c.Count == 1)}"))}";

    /// <summary>The table in Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("# Published values against ours\n\n").Append(_publication).Append("\n\n");
        text.Append(Summary()).Append(".\n\n");
        text.Append("| value | printed in | printed | here | ratio | verdict | role | remark |\n|---|---|---|---|---|---|---|---|\n");
        foreach (ClaimRow row in Rows)
        {
            string verdict = row.Verdict == ClaimVerdict.Differs ? $"**{row.Judgement}**" : row.Judgement, role = row.Role.ToString().ToLowerInvariant();
            string[] cells = [row.Statement, row.Where, row.PublishedPlain, row.OursPlain, Plain(row.Ratio, 3), verdict, role, row.Remark];
            text.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>The table as comma-separated values.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder();
        text.AppendRow(["name", "statement", "printed_in", "role", "printed", "here", "ratio", "verdict", "remark"]);
        foreach (ClaimRow row in Rows)
        {
            text.AppendRow(
                [row.Name, row.Statement, row.Where, row.Role.ToString().ToLowerInvariant(), row.PublishedPlain, row.OursPlain, Plain(row.Ratio, 4), row.Judgement, row.Remark]);
        }

        return text.ToString();
    }

    private static ClaimRow Row(ResultData results, string name)
    {
        string key = $"claims.{ResultKey.Of(name)}", unit = results.Texts[$"{key}.unit"];
        int digits = (int)results.Number($"{key}.digits"), oursDigits = Math.Max(3, digits + 1);
        double Number(string of) => results.Numbers.GetValueOrDefault($"{key}.{of}", double.NaN);
        string Text(string of) => results.Texts.GetValueOrDefault($"{key}.{of}", "");
        var agreement = Enum.Parse<Agreement>(Text("agreement"));
        (double published, double to, double ours) = (Number("published"), Number("published_to"), Number("computed"));
        ClaimVerdict verdict = Enum.GetValues<ClaimVerdict>().First(v => Words(v) == Text("verdict"));
        bool judged = verdict is ClaimVerdict.Agrees or ClaimVerdict.Differs;
        return new ClaimRow(
            name, Text("statement"), Text("where"), Enum.Parse<ClaimRole>(Text("role")),
            Printed(v => Set(v, digits)), Printed(v => Plain(v, digits)),
            double.IsNaN(ours) ? NumberText.Missing : WithUnit(Set(ours, oursDigits)), double.IsNaN(ours) ? "" : WithUnit(Plain(ours, oursDigits)),
            Number("ratio"), verdict, judged ? $"{Words(verdict)} ({Measure(agreement, Number("tolerance"))})" : Words(verdict),
            agreement is Agreement.AtLeast or Agreement.AtMost, Text("remark"));

        string Printed(Func<double, string> format) => double.IsNaN(published) ? Text("words") : WithUnit(agreement switch
        {
            Agreement.Interval => $"{format(published)} to {format(to)}",
            Agreement.Decade => $"~\u00A0{format(published)}",
            Agreement.AtLeast => $"≥\u00A0{format(published)}",
            Agreement.AtMost => $"≤\u00A0{format(published)}",
            _ => format(published),
        });

        string WithUnit(string number) => unit.Length == 0 ? number : $"{number}\u00A0{UnitText.Display(unit)}";
    }

    private static string Measure(Agreement agreement, double tolerance) => agreement switch
    {
        Agreement.Digits => "printed digits",
        Agreement.Tolerance => $"{NumberText.Format(100 * tolerance)} %",
        Agreement.Decade => "power of ten",
        Agreement.Interval => "interval",
        _ => "bound",
    };

    private static string Verb(ClaimVerdict verdict, bool one) => verdict switch
    {
        ClaimVerdict.Agrees => one ? "agrees" : "agree",
        ClaimVerdict.Differs => one ? "differs" : "differ",
        ClaimVerdict.Input => one ? "is an input" : "are inputs",
        ClaimVerdict.InWords => one ? "is printed in words only" : "are printed in words only",
        _ => one ? "is not computed" : "are not computed",
    };

    private static bool IsHandy(double value) => value == 0 || Math.Abs(value) is >= 1e-3 and < 1e4;

    private static string Set(double value, int digits) =>
        NumberText.Format(value, digits, IsHandy(value) ? Reports.Model.NumberStyle.FixedPoint : Reports.Model.NumberStyle.Scientific);

    private static string Plain(double value, int digits)
    {
        if (double.IsNaN(value)) return "";
        if (IsHandy(value)) return NumberText.Format(value, digits);
        string text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        return $"{text[..e]}e{int.Parse(text.AsSpan(e + 1), CultureInfo.InvariantCulture)}";
    }
}
