using System.CommandLine;
using System.CommandLine.Parsing;
using LiMeso.Core.Input;

namespace LiMeso.Cli.CommandLine;

/// <summary>
/// What is wrong with a command line, in one message with a suggestion. The parser takes a misspelt option for an argument wherever one fits;
/// here every word that looks like an option must be one.
/// </summary>
internal static class CommandLineErrors
{
    /// <summary>The first thing wrong with a command line, or null.</summary>
    public static InputException? Find(ParseResult parsed)
    {
        if (parsed.Tokens.Any(t => t.Type == TokenType.Directive)) return null;
        Command command = parsed.CommandResult.Command;
        if (MisspeltOption(parsed) is { } option) return UnknownOption(option, command);
        bool isGroup = command.Subcommands.Count > 0;
        if (isGroup && parsed.UnmatchedTokens.Count > 0) return UnknownCommand(parsed.UnmatchedTokens[0], command);
        if (parsed.UnmatchedTokens.Count > 0) return Stray(parsed.UnmatchedTokens[0], command);
        if (isGroup && parsed.Errors.Count > 0) return NoCommand(command);
        return parsed.Errors.Count > 0 ? Explain(parsed.Errors[0], command) : null;
    }

    /// <summary>The command of a group, or of the program, is missing.</summary>
    public static InputException NoCommand(Command group) =>
        new(null, "no command given", $"Commands: {string.Join(", ", group.Subcommands.Select(c => c.Name))}.  '{HelpPage.PathOf(group)} --help' says what they do.");

    private static string? MisspeltOption(ParseResult parsed) =>
        parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).FirstOrDefault(t => t.Type == TokenType.Argument && LooksLikeOption(t.Value))?.Value;

    // "-1 mA/cm^2" and "-" are values
    private static bool LooksLikeOption(string word) => word is ['-', '-', not '-', ..] || (word is ['-', char letter, ..] && char.IsAsciiLetter(letter));

    private static InputException UnknownOption(string word, Command command)
    {
        string name = word.Split('=', ':')[0];
        return new InputException(null, $"unknown option '{name}'", Suggestion.For(name, OptionsOf(command).Select(o => o.Name), "Valid here"));
    }

    private static InputException UnknownCommand(string word, Command group) =>
        new(null, $"unknown command '{word}'", Suggestion.For(word, group.Subcommands.Select(c => c.Name), "Commands"));

    private static InputException Stray(string word, Command command) =>
        new(null, $"'{word}' is one argument too many", $"Usage: {HelpPage.UsageOf(command)}");

    private static InputException Explain(ParseError error, Command command)
    {
        string usage = $"Usage: {HelpPage.UsageOf(command)}";
        return error.SymbolResult switch
        {
            ArgumentResult { Argument: var argument, Tokens.Count: 0, Parent: CommandResult } => new InputException(null, $"{argument.Name} is missing", usage),
            OptionResult { Option: var option, IdentifierTokenCount: 0 } => new InputException(null, $"option '{option.Name}' is missing", usage),
            OptionResult { Option: var option, Tokens.Count: 0 } =>
                new InputException(null, $"option '{option.Name}' has no value", $"Usage: {option.Name} {option.HelpName}"),
            OptionResult { Option: var option, Tokens.Count: > 1 } => new InputException(null, $"option '{option.Name}' is given more than once", usage),
            _ => Written(error.Message),
        };
    }

    // Messages of our own parsers say where and what, "--threads: error: …", as all located errors do.
    private static InputException Written(string message)
    {
        const string Mark = ": error: ";
        int at = message.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? new InputException(null, message) : new InputException(new SourceLocation(message[..at]), message[(at + Mark.Length)..]);
    }

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive)).Where(o => !o.Hidden);
}
