namespace LiMeso.Cli.Direct;

/// <summary>What a direct command found.</summary>
/// <param name="Findings">Values in order; the same keys whatever was asked.</param>
/// <param name="Lines">The same for people: label and text.</param>
/// <param name="Warnings">Reasons to distrust the numbers, as sentences.</param>
internal sealed record Answer(IReadOnlyList<Finding> Findings, Func<IReadOnlyList<(string Label, string Text)>> Lines, IReadOnlyList<string> Warnings);
