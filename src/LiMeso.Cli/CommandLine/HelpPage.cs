using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using LiMeso.Cases.Running;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.CommandLine;

/// <summary>The page that <c>--help</c> shows.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        Console.Out.Write(command is LimesoCommand known ? Of(known) : OfProgram(command));
        return ExitCodes.Done;
    }

    /// <summary>"limeso md energy".</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : Limeso.Name;

    /// <summary>"limeso run DIR [options]".</summary>
    public static string UsageOf(Command command)
    {
        if (command.Subcommands.Count > 0) return $"{PathOf(command)} COMMAND [arguments] [options]";
        IEnumerable<string> arguments = command.Arguments.Select(a => (a.Arity.MinimumNumberOfValues, a.Arity.MaximumNumberOfValues) switch
        {
            (0, 1) => $"[{a.Name}]",
            (_, 1) => a.Name,
            (0, _) => $"[{a.Name}...]",
            _ => $"{a.Name}...",
        });
        return string.Join(' ', [PathOf(command), .. arguments, .. command.Options.Where(o => o.Required).Select(Label), "[options]"]);
    }

    private static string OfProgram(Command root)
    {
        var text = new StringBuilder();
        text.Append(Paragraph($"LiMeso {Provenance.Version.Split('+')[0]}. {root.Description}")).Append('\n');
        text.Append($"Usage:\n  {Limeso.Name} COMMAND [arguments] [options]\n\n");
        foreach (IGrouping<string, LimesoCommand> group in root.Subcommands.OfType<LimesoCommand>().GroupBy(c => c.Group))
        {
            var table = new TextTable { Indent = 2 };
            foreach (LimesoCommand command in group) table.Add(command.Name, command.Description ?? "");
            text.Append($"{group.Key}:\n{table}\n");
        }

        text.Append($"Options:\n{Table(root.Options)}\n");
        text.Append(Examples([
            ("limeso run cases/krauskopf-llzo", "run a case; results and report.html land in its folder"),
            ("limeso new depletion my-foil", "start a case of your own from a commented template"),
            ("limeso run my-foil --set foil.thickness=\"60 um\" -o thin", "the same with another thickness"),
            ("limeso list models", "the polycrystal models; 'limeso list models hart' tells one in full"),
            ("limeso depletion --current \"0.1 mA/cm^2\" --thickness \"120 um\" --diffusivity \"2.9e-11 cm^2/s\"", "an answer without a case"),
        ]));
        text.Append("\nExit codes: 0 done, 2 bad input, 3 not converged, 4 cannot read or write, 130/143 interrupted.\n");
        return text.ToString();
    }

    private static string Of(LimesoCommand command)
    {
        var text = new StringBuilder(Paragraph(command.Description ?? ""));
        if (command.Details.Length > 0) text.Append('\n').Append(Paragraph(command.Details));
        text.Append($"\nUsage:\n  {UsageOf(command)}\n");
        if (command.Subcommands.Count > 0)
        {
            var commands = new TextTable { Indent = 2 };
            foreach (Command inner in command.Subcommands) commands.Add(inner.Name, inner.Description ?? "");
            text.Append($"\nCommands:\n{commands}");
        }

        if (command.Arguments.Count > 0)
        {
            var arguments = new TextTable { Indent = 2 };
            foreach (Argument argument in command.Arguments) arguments.Add(argument.Name, argument.Description ?? "");
            text.Append($"\nArguments:\n{arguments}");
        }

        text.Append($"\nOptions:\n{Table([.. command.Options, .. command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive)])}");
        if (command.Examples.Count > 0) text.Append('\n').Append(Examples(command.Examples));
        return text.ToString();
    }

    private static TextTable Table(IEnumerable<Option> options)
    {
        var table = new TextTable { Indent = 2 };
        foreach (Option option in options.Where(o => !o.Hidden)) table.Add(Label(option), option.Description ?? "");
        return table;
    }

    private static string Label(Option option)
    {
        string names = string.Join(", ", [.. option.Aliases.Where(a => a.Length == 2), option.Name]);
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private static string Examples(IEnumerable<(string CommandLine, string Effect)> examples) =>
        "Examples:\n" + string.Concat(examples.Select(e => $"  {e.CommandLine}\n      {e.Effect}\n"));

    private static string Paragraph(string text) => string.Concat(TextTable.Wrap(text, ConsoleWidth.Columns).Select(l => l + "\n"));
}
