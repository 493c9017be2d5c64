using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>The report of a <c>published-values</c> case.</summary>
internal sealed class PublishedValuesReport(ResultData results, CaseHeader header)
{
    private readonly ClaimTable _table = ClaimTable.Of(results);

    public Report Write() => new(header.Title, header.Kind)
    {
        Headline = [.. Headline()],
        Sections =
        [
            new Section("The table", [Introduction(), Table()]),
            .. Differences(),
            new Section("Ratios", [Ratios()]),
            new Section("Roles", [Roles()]),
        ],
        Files = [new FileLink(ClaimTable.MarkdownFile, "the table in Markdown"), new FileLink(ClaimTable.CsvFile, "the table as comma-separated values")],
    };

    private int Count(ClaimVerdict verdict, params ClaimRole[] roles) => _table.Rows.Count(r => r.Verdict == verdict && roles.Contains(r.Role));

    private IEnumerable<KeyNumber> Headline()
    {
        yield return Agreeing("Predictions that agree", "nothing was chosen to give them", ClaimRole.Prediction);
        yield return Agreeing("Consequences that agree", "they follow from fitted or copied values", ClaimRole.Consequence);
        yield return Agreeing("Fitted values reproduced", "the data set was made to give them", ClaimRole.Fitted);
        yield return new KeyNumber("Values that differ", _table.Rows.Count(r => r.Verdict == ClaimVerdict.Differs))
        { Note = $"of {_table.Rows.Count(r => r.Verdict is ClaimVerdict.Agrees or ClaimVerdict.Differs)} compared" };
    }

    private KeyNumber Agreeing(string label, string note, ClaimRole role) =>
        new(label, $"{Count(ClaimVerdict.Agrees, role)} of {Count(ClaimVerdict.Agrees, role) + Count(ClaimVerdict.Differs, role)}") { Note = note };

    private Paragraph Introduction() => new(
        $"{results.Texts["publication"]} prints {CountText.Of(_table.Rows.Count, "value that concerns", "values that concern")} this model or its input. The verdict says by what it was judged: a value "
            + "must round to the printed digits, unless the print says less, a power of ten (\"~\"), an interval, a bound, or a number so round that a tolerance "
            + "is stated.");

    private Table Table() => new("Printed and computed values, in the order of the publication.",
        [
            new Column("Row"), new Column("Value"), new Column("Printed in"), new Column("Printed"), new Column("Here"), new Column("Ratio") { SignificantDigits = 3 },
            new Column("Verdict"), new Column("Role"),
        ],
        [
            .. _table.Rows.Select((r, i) => (IReadOnlyList<Cell>)
                [i + 1, r.Statement, r.Where, r.Published, r.Ours, r.Ratio, ((Cell)r.Judgement).With(Tone(r.Verdict)), r.Role.ToString().ToLowerInvariant()]),
        ]);

    private IEnumerable<Section> Differences()
    {
        ClaimRow[] remarked = [.. _table.Rows.Where(r => r.Remark.Length > 0).OrderBy(r => r.Verdict == ClaimVerdict.Differs ? 0 : 1)];
        if (remarked.Length == 0) yield break;
        yield return new Section("Reasons and remarks",
        [
            new Table("Why values differ (first), and what else there is to know.",
                [new Column("Value"), new Column("Printed"), new Column("Here"), new Column("Verdict"), new Column("Remark")],
                [.. remarked.Select(r => (IReadOnlyList<Cell>)[r.Statement, r.Published, r.Ours, ((Cell)r.Judgement).With(Tone(r.Verdict)), r.Remark])]),
        ]);
    }

    private LineFigure Ratios()
    {
        (ClaimRow Row, int Number)[] rows = [.. _table.Rows.Select((row, i) => (row, i + 1)).Where(r => double.IsFinite(r.row.Ratio) && r.row.Ratio > 0 && !r.row.IsBound)];
        return new LineFigure
        {
            Caption = "Ours over theirs, by row of the table, where a number and not a bound is printed. Named are the values that differ.",
            X = new PlotAxis("Row"),
            Y = PlotAxis.Logarithmic("Ours over printed"),
            Panels =
            [
                new LinePanel(
                [
                    Series("prediction", MarkerShape.Circle, SeriesColor.Blue, r => r.Role == ClaimRole.Prediction),
                    Series("consequence", MarkerShape.Diamond, SeriesColor.Green, r => r.Role == ClaimRole.Consequence),
                    Series("measurement", MarkerShape.Triangle, SeriesColor.Purple, r => r.Role == ClaimRole.Measured),
                    Series("fitted or input", MarkerShape.OpenCircle, SeriesColor.Grey, r => r.Role is ClaimRole.Fitted or ClaimRole.Input),
                ])
                {
                    Marks = new Marks
                    {
                        Lines = [new ReferenceLine(LineDirection.Horizontal, 1)],
                        Annotations =
                        [
                            .. rows.Where(r => r.Row.Verdict == ClaimVerdict.Differs)
                                .Select(r => new Annotation(r.Number, r.Row.Ratio, r.Row.Name) { Side = SideOf((double)r.Number / _table.Rows.Count) }),
                        ],
                    },
                },
            ],
        };

        LineSeries Series(string name, MarkerShape marker, SeriesColor color, Func<ClaimRow, bool> belongs)
        {
            (ClaimRow Row, int Number)[] mine = [.. rows.Where(r => belongs(r.Row))];
            return new LineSeries(name, [.. mine.Select(r => (double)r.Number)], [.. mine.Select(r => r.Row.Ratio)]) { Dash = LineDash.None, Marker = marker, Color = color };
        }
    }

    // Outwards from the middle, but not out of the figure.
    private static LabelSide SideOf(double place) => place is < 0.25 or (>= 0.5 and < 0.75) ? LabelSide.Right : LabelSide.Left;

    private static Table Roles() => new("What a row can tell.", [new Column("Role"), new Column("Meaning")],
    [
        ["prediction", "nothing in the data set or the case was chosen to give it: a test"],
        ["consequence", "it follows from fitted or copied values by the formulas: a test of the formulas, not of the data"],
        ["fitted", "the data set was made to give it: no test"],
        ["measured", "a measurement that the publication quotes"],
        ["input", "copied from the publication into the data set or the case: no test"],
        ["quoted", "printed, but not computed here"],
    ]);

    private static Tone Tone(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Agrees => Reports.Model.Tone.Good,
        ClaimVerdict.Differs => Reports.Model.Tone.Doubtful,
        _ => Reports.Model.Tone.Plain,
    };
}
