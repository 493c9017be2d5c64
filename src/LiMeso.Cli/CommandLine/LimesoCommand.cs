using System.CommandLine;

namespace LiMeso.Cli.CommandLine;

/// <summary>A command that can explain itself.</summary>
internal sealed class LimesoCommand(string name, string summary) : Command(name, summary)
{
    /// <summary>More about it, in paragraphs.</summary>
    public string Details { get; init; } = "";

    /// <summary>Command lines with what they do.</summary>
    public IReadOnlyList<(string CommandLine, string Effect)> Examples { get; init; } = [];

    /// <summary>The group in the list of commands.</summary>
    public string Group { get; init; } = "Cases";
}
