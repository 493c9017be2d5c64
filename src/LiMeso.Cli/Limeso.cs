using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Commands;
using LiMeso.Cli.Commands.Campaigns;
using LiMeso.Cli.Commands.Gb;
using LiMeso.Cli.Commands.Md;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli;

/// <summary>The program <c>limeso</c>: reads the command line, hands over to one command, turns failures into messages and exit codes.</summary>
internal static class Limeso
{
    public const string Name = "limeso";

    public static int Run(string[] args)
    {
        bool json = args.Contains(SharedOptions.JsonName);
        try
        {
            ParseResult parsed = Root().Parse([.. AttachedNumber.Detach(args)], new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            if (parsed.Action is not HelpPage && CommandLineErrors.Find(parsed) is { } problem) return Failure.Report(problem, json);
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem)
        {
            return Failure.Report(problem, json);
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Lithium-metal anodes at the mesoscale: grain sizes and diffusivities in, depletion time and capacity out.")
        {
            RunCommand.Create(),
            CheckCommand.Create(),
            NewCommand.Create(),
            CompareCommand.Create(),
            SweepCommand.Create(),
            ExportCommand.Create(),
            ReportCommand.Create(),
            DepletionCommand.Create(),
            DiffusivityCommand.Create(),
            HomogeniseCommand.Create(),
            MdCommand.Create(),
            GbCommand.Create(),
            CampaignCommand.Create(),
            ListCommand.Create(),
            SchemaCommand.Create(),
            CompletionCommand.Create(),
        };
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h") { Description = "Show this help; 'limeso COMMAND --help' shows that of a command.", Action = new HelpPage() });
        root.Options.Add(new VersionOption("--version") { Description = "Show the version.", Action = new VersionLine() });
        root.Directives.Clear();
        root.Add(new SuggestDirective());
        root.SetAction(_ => Failure.Report(CommandLineErrors.NoCommand(root), json: false));
        return root;
    }

    private sealed class VersionLine : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Console.Out.WriteLine($"{Name} {Provenance.Version}");
            return ExitCodes.Done;
        }
    }
}
