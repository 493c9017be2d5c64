using LiMeso.Core.Input;

namespace LiMeso.Cli.CommandLine;

/// <summary>Parts of a case that the command line writes: every value knows the option that it came from.</summary>
internal static class CommandLineCase
{
    private const string Nowhere = "command line";

    public static InputMap Map(InputEntry[] entries) => new(entries, new SourceLocation(Nowhere));

    public static InputEntry Entry(string key, InputNode value) => new(key, value, value.Location);

    public static InputEntry Entry(string key, string value, string origin = Nowhere)
    {
        var location = new SourceLocation(origin);
        // ranges and lists are written as in a case file
        InputNode node = value.TrimStart() is ['[' or '{', ..] ? YamlInput.Parse($"value: {value}", origin).Find("value")!.Value : new InputScalar(value, location);
        return new InputEntry(key, node, location);
    }
}
