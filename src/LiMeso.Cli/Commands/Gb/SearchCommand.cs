using System.CommandLine;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Commands.Md;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Gb;

/// <summary><c>limeso gb search</c>: the structure of lowest energy of a boundary. It is a case of kind <c>boundary-search</c>, written by the command line.</summary>
internal static class SearchCommand
{
    // each option, and the key of the case that it stands for
    private static readonly (string Option, string Key, string Value, string Description)[] _ofCase =
    [
        ("--points-x", "points-x", "N", "Translations along x (default: 8 when the period is shorter than 14 angstrom, else 16)."),
        ("--points-z", "points-z", "N", "Translations along z (default: the same)."),
        ("--thresholds", "thresholds", "VALUES", "Distances below which one atom of a pair is left out (default: \"{from: 1 A, to: 2.6 A, count: 17}\")."),
        ("--seed", "seed", "N", "Seed of the choice of the atom (default: 1)."),
        ("--finalists", "finalists", "N", "Candidates that are relaxed to the end (default: 8)."),
        ("--force-tolerance", "force-tolerance", "VALUE", "Largest force component that may remain on them (default: \"1e-3 eV/angstrom\")."),
    ];

    public static Command Create()
    {
        var boundary = new BoundaryOptions(latticeConstantIsRequired: false);
        var potential = new PotentialOptions();
        Option<string> output = new("--output", "-o") { HelpName = "DIR", Required = true, Description = "Where results go." };
        Option<bool> exhaustive = new("--exhaustive") { Description = "Relax every model to the end, also those that symmetry makes equal to others or that a short relaxation shows to be hopeless." };
        Option<int> threads = SharedOptions.Threads();
        Option<bool> resume = SharedOptions.Resume("Continue an interrupted search: what is finished is not repeated.");
        Option<bool> overwrite = SharedOptions.Overwrite("Replace results that are already there.");
        Option<bool> json = SharedOptions.Json();
        Dictionary<string, Option<string?>> options = _ofCase.ToDictionary(o => o.Option, o => new Option<string?>(o.Option) { HelpName = o.Value, Description = o.Description });
        var command = new LimesoCommand("search", "The structure of lowest energy of a boundary, its energy, its gamma surface.")
        {
            Details = "The procedure of Yoon, Sulaimon and Siegel (2023): one grain is shifted to each point of a grid, one atom of each pair nearer than a threshold is left out, at both boundaries alike, "
                + "and atoms and the length across the boundary relax; then all lengths. Translations that make the same boundary are skipped; all candidates are relaxed a little, the better ones more, "
                + "the best to the end. Candidates run in parallel, the result does not depend on the threads, and an interrupted search loses only the candidates in work. "
                + "Leaves a report with the gamma surface, the structures, every candidate's energy.",
            Examples =
            [
                ("limeso gb search GB04 -o s5-310", "Sigma 5 (310) of the catalogue"),
                ("limeso gb search GB17 -o twin --exhaustive", "every model, for comparison"),
                ("limeso gb search --axis \"0 0 1\" --plane \"7 2 0\" -o mine --threads 1 --json", "one of your own"),
            ],
        };
        boundary.AddTo(command);
        command.AddOptions([output, .. options.Values, exhaustive, .. potential.Choice, threads, resume, overwrite, json]);
        command.SetAction(parsed =>
        {
            string place = parsed.GetRequiredValue(output);
            BoundarySettings settings = boundary.Read(parsed);
            InputMap root = CommandLineCase.Map(
            [
                CommandLineCase.Entry("kind", "boundary-search"), CommandLineCase.Entry("title", $"Structure of {settings.Name}"), CommandLineCase.Entry("outside-paths", "true"),
                CommandLineCase.Entry(BoundarySettings.Key, boundary.Section(parsed)),
                CommandLineCase.Entry("potential", CommandLineCase.Map([.. potential.Given(parsed).Select(g => CommandLineCase.Entry(g.Key, g.Value, g.Option))])),
                CommandLineCase.Entry("exhaustive", parsed.GetValue(exhaustive) ? "true" : "false", exhaustive.Name),
                .. _ofCase.Where(k => parsed.GetValue(options[k.Option]) is not null).Select(k => CommandLineCase.Entry(k.Key, parsed.GetValue(options[k.Option])!, k.Option)),
            ]);
            var run = new RunOptions { Output = place, Resume = parsed.GetValue(resume), Overwrite = parsed.GetValue(overwrite), Threads = parsed.GetValue(threads) };
            // what the case names lies outside of it: its own place is where its results are
            return RunCommand.Run(new CaseDirectory(place, root), run, parsed.GetValue(json));
        });
        return command;
    }
}
