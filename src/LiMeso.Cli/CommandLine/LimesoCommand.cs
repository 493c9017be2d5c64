using System.CommandLine;
using LiMeso.Cli.Terminal;

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

    /// <summary>Takes options, in the order in which its help lists them.</summary>
    /// <param name="options">The options.</param>
    public void AddOptions(IEnumerable<Option> options)
    {
        foreach (Option option in options) Add(option);
    }

    /// <summary>Makes it a group, which does nothing by itself but say so.</summary>
    /// <param name="commands">Its commands, in the order in which its help lists them.</param>
    /// <returns>This command.</returns>
    public LimesoCommand AsGroupOf(IEnumerable<Command> commands)
    {
        foreach (Command command in commands) Add(command);
        SetAction(_ => Failure.Report(CommandLineErrors.NoCommand(this), json: false));
        return this;
    }
}
