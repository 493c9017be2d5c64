using LiMeso.Cases.Reports.Html;

namespace LiMeso.Cases.Tests.Reports;

public sealed class HtmlReportTests
{
    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(Render(), Render());

    private static string Render()
    {
        using var html = new StringWriter();
        HtmlReportWriter.Write(DemoReport.Create(), html);
        return html.ToString();
    }
}
