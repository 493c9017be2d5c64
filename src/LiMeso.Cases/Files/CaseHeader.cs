using LiMeso.Core.Input;

namespace LiMeso.Cases.Files;

/// <summary>What every case says about itself.</summary>
/// <param name="Kind">Name of the case kind.</param>
/// <param name="Title">Title of the report.</param>
/// <param name="Summary">One sentence below the title, or null.</param>
/// <param name="Tier">How much work it is.</param>
/// <param name="AnswersTo">The published figure or number that the case answers to, or null.</param>
/// <param name="OutsidePaths">Whether absolute paths may lead out of the case directory.</param>
public sealed record CaseHeader(string Kind, string Title, string? Summary, CaseTier Tier, string? AnswersTo, bool OutsidePaths)
{
    private static readonly string[] _tiers = [.. Enum.GetNames<CaseTier>().Select(t => t.ToLowerInvariant())];

    /// <summary>Reads the keys that every case has.</summary>
    /// <param name="section">Top level of the case file.</param>
    /// <param name="kind">Name of the case kind that reads it.</param>
    public static CaseHeader Read(SectionReader section, string kind) => new(
        section.Name("kind", [kind], "Kind of case."),
        section.Text("title", "Title of the report.", example: $"My {kind} case"),
        section.OptionalText("summary", "One sentence below the title.", example: "What this case asks, in a sentence."),
        Enum.Parse<CaseTier>(section.Name("tier", _tiers, "How much work it is: quick (seconds), long (minutes to hours), planned (a cluster).", "quick"), ignoreCase: true),
        section.OptionalText("answers-to", "Published figure or number that the case answers to.", example: "Fig. 8 of Yoon et al. (2023)"),
        section.Flag("outside-paths", "Whether absolute paths may lead out of this directory.", false));
}
