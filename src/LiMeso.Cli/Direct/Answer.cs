namespace LiMeso.Cli.Direct;

/// <summary>One value of an answer, under a key that stays the same for scripts.</summary>
/// <param name="Key">Key in JSON, and column of a table; quantities carry their unit: "depletion_time_s".</param>
/// <param name="Number">The value, or null.</param>
/// <param name="Text">The value, if it is a text.</param>
internal readonly record struct Finding(string Key, double? Number, string? Text = null);

/// <summary>What a direct command found.</summary>
/// <param name="Findings">Values in order; the same keys whatever was asked.</param>
/// <param name="Lines">The same for people: label and text.</param>
/// <param name="Warnings">Reasons to distrust the numbers, as sentences.</param>
internal sealed record Answer(IReadOnlyList<Finding> Findings, Func<IReadOnlyList<(string Label, string Text)>> Lines, IReadOnlyList<string> Warnings);
