using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Plots;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Reports.Html;

/// <summary>Writes the visible page of a report, and beside each figure and table the data that its script reads.</summary>
/// <param name="to">Where to.</param>
internal sealed class ReportBody(TextWriter to)
{
    private int _figures, _tables;
    private string _fileStem = "report";

    /// <summary>Writes the page.</summary>
    public void Write(Report report)
    {
        _fileStem = Slug(HtmlText.Plain(report.Title));
        to.Write("<main>\n<header>\n");
        to.Write($"<div class=\"kind\">LiMeso · {HtmlText.Inline(report.CaseKind)}</div>\n<h1>{HtmlText.Inline(report.Title)}</h1>\n");
        if (report.Subtitle is { } subtitle) to.Write($"<p class=\"subtitle\">{HtmlText.Inline(subtitle)}</p>\n");
        to.Write("</header>\n");
        if (report.Headline.Count > 0) Write(new KeyNumbers(report.Headline));
        foreach (Notice notice in report.Notices) Write(notice);
        WriteContents(report);
        for (int i = 0; i < report.Sections.Count; i++)
        {
            to.Write($"<section id=\"section-{i + 1}\">\n<h2>{HtmlText.Inline(report.Sections[i].Heading)}</h2>\n");
            foreach (Block block in report.Sections[i].Blocks) Write(block);
            to.Write("</section>\n");
        }

        WriteFiles(report.Files);
        WriteCitations(report.Citations);
        WriteProvenance(report.Provenance);
        to.Write("<noscript><p>The figures of this report are drawn by a script inside this file; its numbers, tables and sources are readable without.</p></noscript>\n</main>\n");
    }

    private void WriteContents(Report report)
    {
        var entries = report.Sections.Select((section, i) => ($"section-{i + 1}", section.Heading)).ToList();
        if (report.Files.Count > 0) entries.Add(("files", "Files"));
        if (report.Citations.Count > 0) entries.Add(("sources", "Sources"));
        if (report.Provenance.Count > 0) entries.Add(("provenance", "Provenance"));
        if (entries.Count < 3) return;
        to.Write("<nav aria-label=\"Contents\">");
        foreach ((string id, string heading) in entries) to.Write($"<a href=\"#{id}\">{HtmlText.Inline(heading)}</a> ");
        to.Write("</nav>\n");
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph: to.Write($"<p>{HtmlText.Inline(paragraph.Text)}</p>\n"); break;
            case KeyNumbers numbers: Write(numbers); break;
            case Notice notice: Write(notice); break;
            case Table table: Write(table); break;
            case LineFigure figure: Write(figure, LinePlot.Describe(figure), figure.Panels.Count); break;
            case MapFigure figure: Write(figure, MapPlot.Describe(figure), figure.Panels.Count); break;
            default: throw new NotSupportedException($"no way to write a {block.GetType().Name}");
        }
    }

    private void Write(KeyNumbers numbers)
    {
        // Up to five stand in one row; more are spread over rows as even as can be.
        int cards = Math.Max(1, numbers.Numbers.Count), rows = (cards + 4) / 5, columns = (cards + rows - 1) / rows;
        to.Write($"<dl class=\"cards{(columns > 4 ? " many" : "")}\" style=\"--columns: {columns}\">\n");
        foreach (KeyNumber card in numbers.Numbers)
        {
            string value = card.Value switch
            {
                { Number: { } count, IsCount: true } => NumberText.Format((long)count),
                { Number: { } number } => NumberText.Format(number, card.SignificantDigits),
                { Text: { } words } => words,
                _ => NumberText.Missing,
            };
            string classes = string.Join(' ', new[] { "value", card.Value.Number is null && card.Unit is null ? "words" : "", TableHtml.ToneClass(card.Value.Tone) }.Where(name => name.Length > 0));
            string unit = UnitText.Display(card.Unit);
            to.Write($"<div class=\"card\"><dt>{HtmlText.Inline(card.Label)}</dt><dd class=\"{classes}\">{HtmlText.Inline(TableHtml.ToneMark(card.Value.Tone) + value)}");
            if (unit.Length > 0) to.Write($" <span class=\"unit\">{HtmlText.Content(unit)}</span>");
            to.Write("</dd>");
            if (card.Note is { } note) to.Write($"<dd class=\"note\">{HtmlText.Inline(note)}</dd>");
            to.Write("</div>\n");
        }

        to.Write("</dl>\n");
    }

    private void Write(Notice notice)
    {
        string level = notice.Level.ToString();
        to.Write($"<aside class=\"notice {level.ToLowerInvariant()}\" role=\"note\"><strong>{level}: {HtmlText.Inline(notice.Title)}</strong><p>{HtmlText.Inline(notice.Text)}</p></aside>\n");
    }

    private void Write(Table table)
    {
        string id = $"table-{++_tables}";
        to.Write($"<div class=\"tabular\" id=\"{id}\"><div class=\"scroll\">\n{TableHtml.Render(table, $"Table {_tables}.")}\n</div>");
        to.Write($"<div class=\"below\"><button type=\"button\" data-table=\"{id}\" data-file=\"{_fileStem}-{id}\">Save as CSV</button></div>");
        WriteData(id, TableHtml.ToLines(table));
        to.Write("</div>\n");
    }

    private void Write(Figure figure, JsonObject plot, int panels)
    {
        string id = $"figure-{++_figures}";
        to.Write($"<figure{(panels > 1 ? " class=\"wide\"" : "")}>\n<div class=\"frame\"><div class=\"plot\" id=\"{id}\" data-file=\"{_fileStem}-{id}\" "
            + $"role=\"img\" aria-labelledby=\"{id}-caption\"></div></div>\n");
        to.Write($"<figcaption id=\"{id}-caption\"><b>Fig. {_figures}.</b>{HtmlText.Inline(figure.Caption)}");
        if (figure.AnswersTo is { } source) to.Write($" <span class=\"source\">Answers to {HtmlText.Inline(source)}.</span>");
        to.Write("</figcaption>\n<details><summary>Data</summary><button type=\"button\">Save as CSV</button><div class=\"data\"></div></details>\n");
        WriteData(id, plot);
        to.Write("</figure>\n");
    }

    // The serializer escapes every character that means something to HTML, so that no text can end the element.
    private void WriteData(string id, JsonNode data) => to.Write($"<script type=\"application/json\" id=\"{id}-data\">{data.ToJsonString()}</script>\n");

    private void WriteFiles(IReadOnlyList<FileLink> files)
    {
        if (files.Count == 0) return;
        to.Write("<section id=\"files\">\n<h2>Files</h2>\n<table class=\"files\"><thead><tr><th scope=\"col\">File</th><th scope=\"col\">Content</th></tr></thead><tbody>\n");
        foreach (FileLink file in files)
            to.Write($"<tr><td><a href=\"{HtmlText.Attribute(HtmlText.Path(file.Path))}\">{HtmlText.Content(file.Path)}</a></td><td>{HtmlText.Inline(file.Description)}</td></tr>\n");
        to.Write("</tbody></table>\n</section>\n");
    }

    private void WriteCitations(IReadOnlyList<Citation> citations)
    {
        if (citations.Count == 0) return;
        to.Write("<section id=\"sources\">\n<h2>Sources</h2>\n");
        foreach ((CitationRole role, string heading) in new[] { (CitationRole.Method, "Methods"), (CitationRole.Data, "Data"), (CitationRole.Software, "Software") })
        {
            List<Citation> owed = [.. citations.Where(citation => citation.Role == role)];
            if (owed.Count == 0) continue;
            to.Write($"<h3>{heading}</h3>\n<ul class=\"citations\">\n");
            foreach (Citation citation in owed)
            {
                to.Write($"<li>{HtmlText.Inline(citation.Text)}");
                if (citation.Doi is { } doi)
                    to.Write($" <a rel=\"noreferrer\" href=\"https://doi.org/{HtmlText.Attribute(HtmlText.Path(doi))}\">doi:{HtmlText.Content(doi)}</a>");
                to.Write("</li>\n");
            }

            to.Write("</ul>\n");
        }

        to.Write("</section>\n");
    }

    private void WriteProvenance(IReadOnlyList<ProvenanceEntry> entries)
    {
        if (entries.Count == 0) return;
        to.Write("<section id=\"provenance\">\n<h2>Provenance</h2>\n<table class=\"provenance\"><tbody>\n");
        foreach (ProvenanceEntry entry in entries)
            to.Write($"<tr><th scope=\"row\">{HtmlText.Content(entry.Name)}</th><td>{HtmlText.Content(entry.Value)}</td></tr>\n");
        to.Write("</tbody></table>\n</section>\n");
    }

    private static string Slug(string title)
    {
        string slug = string.Concat(title.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLower(c, CultureInfo.InvariantCulture) : '-'));
        slug = string.Join('-', slug.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "report" : slug[..Math.Min(slug.Length, 60)].TrimEnd('-');
    }
}
