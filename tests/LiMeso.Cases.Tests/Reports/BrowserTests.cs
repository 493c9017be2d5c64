using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Html;
using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Tests.Reports;

/// <summary>What a real browser makes of a report. Skipped, and counted as skipped, where there is none.</summary>
/// <param name="shared">One browser for all of them.</param>
public sealed class BrowserTests(BrowserTests.SharedBrowser shared) : IClassFixture<BrowserTests.SharedBrowser>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("limeso-report-").FullName;
    private readonly CancellationTokenSource _timeout = Timeout();

    private CancellationToken Cancel => _timeout.Token;

    public void Dispose()
    {
        _timeout.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_report_draws_every_curve_map_and_axis_without_a_complaint_or_a_request()
    {
        Browser.Page page = await OpenAsync(DemoReport.Create());
        Assert.Equal("7/7", Text(await page.EvaluateAsync("document.documentElement.dataset.figures", Cancel)));
        Assert.Empty(page.Complaints);
        Assert.Single(page.Requests, IsFromElsewhere);      // the page itself

        Assert.Equal(4 * 7, await Count(page, ".modebar-btn"));      // zoom, pan, reset, picture: no button that sends data away

        // Figure, drawn curves or markers, heat maps, axes with ticks.
        Assert.Equal(10, await Count(page, "#figure-1 .scatterlayer .trace path.js-line"));
        Assert.Equal(19 + 1, await Count(page, "#figure-2 .scatterlayer .trace .points path"));
        Assert.Equal(5 + 1, await Count(page, "#figure-3 .scatterlayer .trace path.js-line"));          // five models, and the band's outline
        Assert.Equal(4, await Count(page, "#figure-4 .subplot.xy, #figure-4 [class^='subplot x'][class*='y']"));
        Assert.Equal(5, await Count(page, "#figure-6 .heatmaplayer image"));
        Assert.Equal(4, await Count(page, "#figure-5 .errorbars > g.errorbar"));
        Assert.Contains("10−12", Text(await page.EvaluateAsync("[...document.querySelectorAll('#figure-5 .ytick text')].map(t => t.textContent).join(' ').replaceAll('\u200b', '')", Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_behind_a_figure_can_be_read_and_saved()
    {
        Browser.Page page = await OpenAsync(DemoReport.Create());
        // Saving hands a blob to a link; the test looks into the blob instead of the disk.
        await page.EvaluateAsync("window.saved = []; URL.createObjectURL = blob => { window.saved.push(blob); return '#'; }; HTMLAnchorElement.prototype.click = () => {};", Cancel);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true; d.querySelector('button').click(); })", Cancel);
        await page.EvaluateAsync("document.querySelectorAll('button[data-table]')[0].click()", Cancel);
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 50))", Cancel);

        Assert.Equal("32 h", Text(await page.EvaluateAsync("document.querySelectorAll('#figure-1-data ~ *, figure')[0].querySelectorAll('.data th')[9].textContent", Cancel)));
        var saved = (JsonArray)(await page.EvaluateAsync("Promise.all(window.saved.map(blob => blob.text()))", Cancel))!;
        Assert.Equal(8, saved.Count);
        string[] profiles = Lines(saved[0]);
        Assert.Equal("panel,series,Distance from the interface (µm),Li concentration (mol/cm³),lower,upper", profiles[0]);
        Assert.Equal(1 + 10 * 81, profiles.Length);
        Assert.Equal(1 + 5 * 120 * 120, Lines(saved[5]).Length);
        string[] interfaceCurve = Lines(saved[1]);
        Assert.Equal(1.0, double.Parse(interfaceCurve[1].Split(',')[^3], CultureInfo.InvariantCulture));      // C/C0 at t = 0, all digits
        Assert.Equal("\"finite volumes, BDF2\",36.098736,3.6098736,6.1e-7,240", Lines(saved[7])[2]);
    }

    [Fact]
    public async Task A_narrow_page_stacks_the_panels_and_stays_within_its_width()
    {
        Browser.Page page = await OpenAsync(DemoReport.Create());
        const string Tops = "new Set([...document.querySelectorAll('#figure-6 .heatmaplayer image')].map(i => Math.round(i.getBoundingClientRect().top))).size";
        Assert.Equal(2, (await page.EvaluateAsync(Tops, Cancel))!.GetValue<int>());      // three and two
        await page.EvaluateAsync("document.querySelectorAll('.frame').forEach(f => f.style.width = '380px'); window.dispatchEvent(new Event('resize'));", Cancel);
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 500))", Cancel);
        Assert.Equal(5, (await page.EvaluateAsync(Tops, Cancel))!.GetValue<int>());
        Assert.Equal(380, (await page.EvaluateAsync("document.querySelector('#figure-6 .main-svg').getBoundingClientRect().width", Cancel))!.GetValue<double>());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Hostile_texts_are_shown_and_do_nothing()
    {
        Browser.Page page = await OpenAsync(HostileReport.Create());
        Assert.Equal("2/2", Text(await page.EvaluateAsync("document.documentElement.dataset.figures", Cancel)));
        Assert.Equal("undefined", Text(await page.EvaluateAsync("typeof window.harmed", Cancel)));
        Assert.Equal(HostileReport.Text, Text(await page.EvaluateAsync("document.querySelector('h1').textContent", Cancel)));
        Assert.Equal(HostileReport.Text, Text(await page.EvaluateAsync("document.querySelector('#figure-1 .legendtext').textContent", Cancel)));
        Assert.Equal(0, await Count(page, "img, iframe, object, embed, link, base, svg script, a[href^='javascript']"));
        Assert.Empty(page.Complaints);
        Assert.Single(page.Requests, IsFromElsewhere);
    }

    [Fact]
    public async Task The_pages_policy_stops_what_an_injected_element_would_ask_for()
    {
        // The same report with an element and a script that escaping would have prevented.
        string html = await File.ReadAllTextAsync(Save(DemoReport.Create()), Cancel);
        string path = Path.Combine(_directory, "injected.html");
        await File.WriteAllTextAsync(path, html.Replace("<main>", "<main><img src=\"http://127.0.0.1:9/x.png\"><script>window.harmed = 1</script>", StringComparison.Ordinal), Cancel);
        Browser.Page page = await OpenAsync(path);
        Assert.Equal("undefined", Text(await page.EvaluateAsync("typeof window.harmed", Cancel)));
        Assert.Equal(2, page.Complaints.Count(text => text.Contains("Content Security Policy", StringComparison.Ordinal)));      // so the checks above can fail
    }

    [Fact]
    public async Task Requests_and_complaints_of_a_page_do_not_escape_these_tests()
    {
        string path = Path.Combine(_directory, "bad.html");
        await File.WriteAllTextAsync(path, "<html data-figures><img src=\"http://127.0.0.1:9/x.png\"><script>console.error('bad'); throw new Error('worse');</script>", Cancel);
        Browser.Page page = await OpenAsync(path);
        Assert.Contains("http://127.0.0.1:9/x.png", page.Requests);
        Assert.Contains(page.Complaints, text => text.Contains("bad", StringComparison.Ordinal));
        Assert.Contains(page.Complaints, text => text.Contains("worse", StringComparison.Ordinal));
    }

    // A page takes a second, ten on a busy machine.
    private static CancellationTokenSource Timeout()
    {
        var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(90));
        return timeout;
    }

    private async Task<Browser.Page> OpenAsync(Report report) => await OpenAsync(Save(report));

    private async Task<Browser.Page> OpenAsync(string path)
    {
        if (shared.Browser is null) Assert.Skip("no Chromium on the path");
        return await shared.Browser.OpenAsync(path, "document.documentElement.dataset.figures !== undefined", Cancel);
    }

    private string Save(Report report)
    {
        string path = Path.Combine(_directory, "report.html");
        HtmlReportWriter.WriteFile(report, path);
        return path;
    }

    private async Task<int> Count(Browser.Page page, string selector) =>
        (await page.EvaluateAsync($"document.querySelectorAll({JsonValue.Create(selector).ToJsonString()}).length", Cancel))!.GetValue<int>();

    // Maps are drawn as images that the page made itself.
    private static bool IsFromElsewhere(string url) => !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal);

    private static string Text(JsonNode? value) => value!.GetValue<string>();

    public sealed class SharedBrowser : IAsyncLifetime
    {
        internal Browser? Browser { get; private set; }

        public async ValueTask InitializeAsync()
        {
            using CancellationTokenSource timeout = Timeout();
            if (Browser.Find() is { } path) Browser = await Browser.StartAsync(path, timeout.Token);
        }

        public async ValueTask DisposeAsync()
        {
            if (Browser is not null) await Browser.DisposeAsync();
        }
    }

    private static string[] Lines(JsonNode? csv) => Text(csv).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
