using System.Security.Cryptography;
using System.Text;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Reports.Html;

/// <summary>Writes a report as one HTML file that needs nothing else: scripts, styles and data inside, no network, readable from any disk.</summary>
/// <remarks>
/// The file carries a content security policy that admits no connection and only its own two scripts, by their hashes, so that a text of the model
/// could not run even if it were not escaped. The same model gives the same bytes.
/// </remarks>
public static class HtmlReportWriter
{
    /// <summary>Writes a report to a file, which appears whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteFile(Report report, string path)
    {
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            Write(report, writer);
        }, Durability.ProcessKill);
    }

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="to">Where to; its encoding must be UTF-8.</param>
    public static void Write(Report report, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(to);
        string plotly = EmbeddedText.Read("LiMeso.Reports.plotly-cartesian.min.js"), script = EmbeddedText.Read("LiMeso.Reports.report.js");
        to.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        to.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {Hash(plotly)} {Hash(script)}; "
            + "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'\">\n");
        to.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"LiMeso\">\n");
        to.Write($"<title>{HtmlText.Content(HtmlText.Plain(report.Title))}</title>\n<style>\n{EmbeddedText.Read("LiMeso.Reports.report.css")}</style>\n</head>\n<body>\n");
        new ReportBody(to).Write(report);
        to.Write($"<script>{plotly}</script>\n<script>{script}</script>\n</body>\n</html>\n");
    }

    private static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
