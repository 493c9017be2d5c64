using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Tests.Reports;

/// <summary>A report whose every text tries to become something else.</summary>
internal static class HostileReport
{
    public const string Text = "</script><script>window.harmed=1</script><img src=x onerror=\"window.harmed=1\"> & ' %{x} $x$ <b>";

    public static Report Create()
    {
        double[] x = [1, 2, 3];
        return new Report(Text, Text)
        {
            Subtitle = Text,
            Headline = [new KeyNumber(Text, 1.5, Text) { Note = Text }, new KeyNumber(Text, Text)],
            Notices = [new Notice(NoticeLevel.Warning, Text, Text)],
            Sections =
            [
                new Section(Text,
                [
                    new Paragraph(Text),
                    new Table(Text, [new Column(Text, Text), new Column(Text)], [[1.0, Text], [Cell.Empty, Text]]),
                    new LineFigure
                    {
                        Caption = Text,
                        AnswersTo = Text,
                        X = new PlotAxis(Text, Text),
                        Y = new PlotAxis(Text, Text),
                        Legend = LegendPlacement.TopLeft,
                        Panels =
                        [
                            new LinePanel([new LineSeries(Text, x, x), new LineSeries("b", x, [3, 2, 1])])
                            {
                                Title = Text,
                                Marks = new Marks { Points = [new(2, 2, Text)], Lines = [new(LineDirection.Vertical, 2, Text)], Annotations = [new(1, 1, Text)] },
                            },
                        ],
                    },
                    new MapFigure
                    {
                        Caption = Text,
                        X = new PlotAxis(Text, Text),
                        Y = new PlotAxis(Text, Text),
                        Color = new ColorAxis(Text, Text),
                        Panels = [new MapPanel(x, x, new double[3, 3] { { 0, 1, 2 }, { 1, 2, 3 }, { 2, 3, 4 } }) { Title = Text, Contours = [new Contours([1.5]) { Labels = [Text], Name = Text, Unit = Text }] }],
                    },
                ]),
            ],
            Files = [new FileLink("a\" onclick=\"window.harmed=1/<b>.h5", Text)],
            Citations = [new Citation(CitationRole.Method, Text, "10.1/\"><script>window.harmed=1</script>")],
            Provenance = [new ProvenanceEntry(Text, Text)],
        };
    }
}
