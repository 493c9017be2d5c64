using System.CommandLine;
using LiMeso.Core.Units;

namespace LiMeso.Cli.Direct;

/// <summary>A value that a direct command is asked with: an option on the command line, and a column of a table.</summary>
/// <param name="Name">Name of the column; the option has two hyphens before it.</param>
/// <param name="Description">One sentence.</param>
internal sealed record Parameter(string Name, string Description)
{
    /// <summary>The kind of quantity; null for text.</summary>
    public QuantityKind? Kind { get; init; }

    /// <summary>Whether zero is allowed; negative values never are.</summary>
    public bool MayBeZero { get; init; }

    /// <summary>Valid names, for completion; null when any text will do.</summary>
    public Func<IEnumerable<string>>? Names { get; init; }

    /// <summary>"--current".</summary>
    public string OptionName => $"--{Name}";

    /// <summary>A quantity.</summary>
    public static Parameter Of(QuantityKind kind, string name, string description) => new(name, description) { Kind = kind };

    /// <summary>A name.</summary>
    public static Parameter Named(string name, string description, Func<IEnumerable<string>> names) => new(name, description) { Names = names };

    /// <summary>Whether it is true or false.</summary>
    public bool IsFlag { get; init; }

    /// <summary>Another spelling of the option; null for none.</summary>
    public string? OtherOptionName { get; init; }

    /// <summary>The option of this parameter.</summary>
    public Option ToOption()
    {
        string[] aliases = OtherOptionName is null ? [] : [OtherOptionName];
        if (IsFlag) return new Option<bool>(OptionName, aliases) { Description = Description };
        var option = new Option<string?>(OptionName, aliases)
        {
            HelpName = Kind is null ? "NAME" : "VALUE",
            Description = Kind is null ? Description : $"{Description} Such as \"{Kind.Example}\".",
        };
        if (Names is { } names) option.CompletionSources.Add(_ => names());
        return option;
    }

    /// <summary>What the option was given; null when it was not.</summary>
    public static string? Read(ParseResult parsed, Option option) =>
        option is Option<bool> flag ? parsed.GetValue(flag) ? "true" : null : parsed.GetValue((Option<string?>)option);
}
