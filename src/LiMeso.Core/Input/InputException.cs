namespace LiMeso.Core.Input;

/// <summary>Input that cannot be used. The message has the form "file:line:column: error: what is wrong" and, below it, what to write instead.</summary>
/// <param name="location">Where it stands, or null when it is no file's fault.</param>
/// <param name="problem">What is wrong, in one sentence.</param>
/// <param name="advice">What to write instead; may be null.</param>
/// <param name="inner">The error beneath, if any.</param>
public sealed class InputException(SourceLocation? location, string problem, string? advice = null, Exception? inner = null)
    : Exception($"{(location is null ? "" : $"{location}: ")}error: {problem}{(advice is null ? "" : $"\n    {advice}")}", inner)
{
    /// <summary>Where the value stands.</summary>
    public SourceLocation? Location { get; } = location;

    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to write instead.</summary>
    public string? Advice { get; } = advice;
}
