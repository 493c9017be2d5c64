namespace LiMeso.Cases.Reports.Model;

/// <summary>What a finished run has to say, free of any format: a title, the numbers that matter, sections of text, tables and figures, and where it all comes from.</summary>
/// <param name="Title">Name of the case, as a heading.</param>
/// <param name="CaseKind">Kind of case, by its name in case files: "depletion".</param>
/// <remarks>
/// Every text of the model may carry the marks of <see cref="InlineText"/> (sub- and superscripts, italic symbols); anything else in it is shown literally.
/// Units are written as in case files ("cm^2/s", "um") and set properly by the writer. The model holds no time of its own: the same model renders to the same bytes.
/// </remarks>
public sealed record Report(string Title, string CaseKind)
{
    /// <summary>One line below the title: the case in a sentence.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The answer: three to six numbers set large above everything else.</summary>
    public IReadOnlyList<KeyNumber> Headline { get; init; } = [];

    /// <summary>What a reader must know before trusting the numbers, directly below them.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>The body.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Links to the run's files.</summary>
    public IReadOnlyList<FileLink> Files { get; init; } = [];

    /// <summary>Methods and data to be credited.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Version, hashes, seed, date: what identifies the run.</summary>
    public IReadOnlyList<ProvenanceEntry> Provenance { get; init; } = [];
}
