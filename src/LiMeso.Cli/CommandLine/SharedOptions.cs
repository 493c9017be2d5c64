using System.CommandLine;
using LiMeso.Core.Input;

namespace LiMeso.Cli.CommandLine;

/// <summary>Arguments and options that several commands have.</summary>
internal static class SharedOptions
{
    public const string JsonName = "--json";

    public static Argument<string> Case() => new("DIR") { Description = "Case directory: one with a case.yaml." };

    public static Argument<string[]> Cases() => new("DIR") { Description = "Case directories.", Arity = ArgumentArity.OneOrMore };

    public static Argument<string> Results() => new("DIR") { Description = "Case directory with results, or a results directory." };

    public static Option<string?> Output(string description) => new("--output", "-o") { HelpName = "DIR", Description = description };

    public static Option<bool> Resume(string description) => new("--resume") { Description = description };

    public static Option<bool> Overwrite(string description) => new("--overwrite") { Description = description };

    public static Option<bool> Json() => new(JsonName) { Description = "Print one JSON object on standard output, and nothing else there." };

    public static Option<int> Threads() => new("--threads", "-j")
    {
        HelpName = "N",
        Description = "Threads to use (default: all cores). Results do not depend on it.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (int.TryParse(text, out int threads) && threads is >= 1 and <= 4096) return threads;
            argument.AddError($"--threads: error: expected a whole number from 1 to 4096, found '{text}'");
            return 0;
        },
    };

    public static Option<string[]> Set()
    {
        var option = new Option<string[]>("--set")
        {
            HelpName = "KEY=VALUE",
            Description = "Use another value for a key of the case, such as foil.thickness=\"60 um\". May be given several times.",
        };
        option.CompletionSources.Add(CaseKeys.Complete);
        return option;
    }

    /// <summary>What <c>--set</c> was given.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Overrides(IReadOnlyList<string>? set) => [.. (set ?? []).Select(Override)];

    private static KeyValuePair<string, string> Override(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < text.Length - 1
            ? KeyValuePair.Create(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new InputException(new SourceLocation($"--set {text}"), "expected KEY=VALUE", "Write for example --set material.grain-size=\"1 um\".");
    }
}
