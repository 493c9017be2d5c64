using System.CommandLine;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Commands.Md;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Gb;

/// <summary><c>limeso gb anneal</c>, <c>limeso gb diffuse</c> and <c>limeso gb vacancies</c>: cases of the kinds <c>boundary-diffusion</c> and <c>boundary-vacancies</c>, written by the command line.</summary>
internal static class BoundaryRunCommands
{
    // Where heating begins and cooling ends: as the keys of the section 'anneal' tell.
    private const string Cold = "30 K";

    // each option, the section and the key of the case that it stands for
    private static readonly (string Option, string Section, string Key, string Value, string Description)[]
        _ofAnneal =
        [
            ("--temperature", "anneal", "temperature", "VALUE", "Temperature to which it is heated (default: \"400 K\")."),
            ("--heating", "anneal", "heating", "VALUE", $"Time to heat it up, from {Cold} on (default: \"5 ns\")."),
            ("--holding", "anneal", "holding", "VALUE", "Time at that temperature (default: \"5 ns\")."),
            ("--cooling", "anneal", "cooling", "VALUE", $"Time to cool it down again, to {Cold} (default: \"5 ns\")."),
            ("--seed", "anneal", "seed", "N", "Seed of the velocities (default: 1)."),
        ],
        _ofDiffuse =
        [
            ("--temperatures", "diffusion", "temperatures", "VALUES", "Temperatures (default: \"[250 K, 300 K, 350 K, 400 K]\")."),
            ("--seeds", "diffusion", "seeds", "N", "Runs at each temperature, with different velocities (default: 3)."),
            ("--equilibration", "diffusion", "equilibration", "VALUE", "Time at constant pressure (default: \"20 ps\")."),
            ("--settling", "diffusion", "settling", "VALUE", "Time at constant volume before atoms are followed (default: \"5 ps\")."),
            ("--vacancies", "diffusion", "vacancies", "N", "Atoms taken out of each boundary, after search and annealing, before equilibration (default: 0)."),
            ("--production", "diffusion", "production", "VALUE", "How long atoms are followed (default: \"200 ps\")."),
            ("--longest-production", "diffusion", "longest-production", "VALUE", "While atoms have moved too little they are followed again for twice as long, up to this (default: as --production)."),
            ("--frozen-width", "diffusion", "frozen-width", "VALUE", "Thickness of the slabs in the grains that do not move along y (default: \"10 A\")."),
            ("--tracking-interval", "diffusion.tracking", "interval", "VALUE", "Time over which an energy profile is averaged (default: \"5 ps\")."),
            ("--fit-from", "diffusion.sampling", "fit-from", "VALUE", "First time of the line through the displacement (default: \"10 ps\")."),
            ("--fit-to", "diffusion.sampling", "fit-to", "VALUE", "Last time of that line (default: \"40 ps\")."),
        ],
        _ofDynamics =
        [
            ("--time-step", "", "time-step", "VALUE", "Time step (default: \"2 fs\")."),
            ("--cell", "", "cell", "NAME", "What the cell may do: crystal, it keeps the crystal's lengths along the boundary when it relaxes, and pressure scales all lengths together; free, each length finds its own way (default: crystal)."),
        ],
        _ofVacancies =
        [
            ("--within", "sites", "within", "VALUE", "Distance from the middle of the boundary up to which a site belongs to it (default: \"6 A\")."),
            ("--most", "sites", "most", "N", "Sites of the boundary at most, spread over their distances (default: 60)."),
            ("--bulk-from", "sites", "bulk-from", "VALUE", "Distance from both boundaries from which a site belongs to the bulk (default: \"20 A\")."),
            ("--bulk", "sites", "bulk", "N", "Sites of the bulk at most, the control (default: 4)."),
            ("--seed", "sites", "seed", "N", "Seed of the choice of sites (default: 1)."),
            ("--image-distance", "", "image-distance", "VALUE", "Least distance of a vacancy from its own images along the boundary (default: \"14 A\")."),
            ("--force-tolerance", "relaxation", "force-tolerance", "VALUE", "Largest force component that may remain (default: \"1e-4 eV/angstrom\")."),
        ];

    public static IEnumerable<Command> Create() =>
    [
        Create(
            "anneal", "boundary-diffusion", "A boundary heated, held hot and cooled; its energy before and after.", "Annealing of", [("anneal", [])], [.. _ofAnneal, .. _ofDynamics],
            "At constant pressure, which scales all lengths of the cell together; before and after, atoms and the length across the boundary relax. With '--cell free' each length finds its own way, hot and cold. "
                + $"Heating begins and cooling ends at {Cold}; the relaxation takes the rest. Leaves both structures as LAMMPS data files and a report.",
            [("limeso gb anneal GB04 --search --heating \"5 ps\" --holding \"5 ps\" --cooling \"5 ps\" -o annealed", "a short one"), ("limeso gb anneal --structure relaxed.lmp -o annealed", "of a structure from a file, such as 'gb search' leaves")]),
        Create(
            "diffuse", "boundary-diffusion", "Self-diffusion along a boundary: its atoms followed, width, diffusivity with its error.", "Diffusion along", [("diffusion", ["tracking", "sampling"])], [.. _ofDiffuse, .. _ofDynamics],
            "The procedure of Yoon, Sulaimon and Siegel (2023): slabs in the middle of both grains do not move along the normal; constant pressure, constant volume, then atoms are followed. Boundaries are found by "
                + "their energy in every interval. A boundary whose atoms do not diffuse, or not yet, gets an upper bound and the reason. Runs go in parallel, and an interrupted one resumes to the same bits.",
            [("limeso gb diffuse GB04 --temperatures \"400 K\" --min-width \"10 A\" -o s5-310", "Sigma 5 (310) at one temperature"), ("limeso gb diffuse --structure annealed/annealed.lmp -o mine", "of an annealed structure")]),
        Create(
            "vacancies", "boundary-vacancies", "The energy to form a vacancy at each site of a boundary, and in the bulk of the same cell.", "Vacancies at", [("sites", []), ("relaxation", [])], _ofVacancies,
            "One atom at a time is taken out of the relaxed bicrystal, and the others relax in the same box. Atoms that the boundary's periods and mirrors make equal count as one site. Sites whose vacancy goes elsewhere are told. "
                + "Sites go in parallel; what is finished is kept, and the result does not depend on the threads.",
            [("limeso gb vacancies GB04 -o v", "Sigma 5 (310)"), ("limeso gb vacancies --structure s5-310/structures/candidate-3-y.lmp -o v", "a structure that a search or annealing left")]),
    ];

    private static LimesoCommand Create(
        string name, string kind, string description, string title, (string Section, string[] Inner)[] sections, (string Option, string Section, string Key, string Value, string Description)[] own, string details, (string, string)[] examples)
    {
        var boundary = new BoundaryOptions(latticeConstantIsRequired: false);
        var potential = new PotentialOptions();
        Option<string> output = new("--output", "-o") { HelpName = "DIR", Required = true, Description = "Where results go." };
        Option<string?> structure = new("--structure") { HelpName = "FILE", Description = "LAMMPS data file of a bicrystal, instead of a boundary; 'min-width' repeats it." };
        Option<bool>? search = kind == "boundary-diffusion" ? new("--search") { Description = "First search the structure of lowest energy, as 'gb search' does; else begin with a bicrystal without a shift." } : null;
        Option<int> threads = SharedOptions.Threads();
        Option<bool> resume = SharedOptions.Resume("Continue an interrupted run to the same bits."), overwrite = SharedOptions.Overwrite("Replace results that are already there."), json = SharedOptions.Json();
        (string Section, string Key, Option<string?> Option)[] options = [.. own.Select(o => (o.Section, o.Key, new Option<string?>(o.Option) { HelpName = o.Value, Description = o.Description }))];
        var command = new LimesoCommand(name, description) { Details = details, Examples = examples };
        boundary.AddTo(command);
        command.AddOptions([structure, output, .. search is null ? (Option[])[] : [search], .. options.Select(o => o.Option), .. potential.Choice, threads, resume, overwrite, json]);
        command.SetAction(parsed =>
        {
            InputEntry[] Given(string section) => [.. options.Where(o => o.Section == section && parsed.GetValue(o.Option) is not null).Select(o => CommandLineCase.Entry(o.Key, parsed.GetValue(o.Option)!, o.Option.Name))];
            InputMap place = boundary.Section(parsed);
            string? file = parsed.GetValue(structure);
            string what = file is null ? boundary.Read(parsed).Name : Path.GetFileNameWithoutExtension(file);
            InputEntry source = file is null ? CommandLineCase.Entry(Cases.Atoms.BoundarySettings.Key, place) : CommandLineCase.Entry("structure", CommandLineCase.Map(
                [CommandLineCase.Entry("name", what, structure.Name), CommandLineCase.Entry("file", Path.GetFullPath(file), structure.Name), .. place.Entries]));
            InputMap root = CommandLineCase.Map(
            [
                CommandLineCase.Entry("kind", kind), CommandLineCase.Entry("title", $"{title} {what}"), CommandLineCase.Entry("outside-paths", "true"), source,
                CommandLineCase.Entry("potential", CommandLineCase.Map([.. potential.Given(parsed).Select(g => CommandLineCase.Entry(g.Key, g.Value, g.Option))])),
                .. search is not null && parsed.GetValue(search) ? (InputEntry[])[CommandLineCase.Entry(search.Name.TrimStart('-'), CommandLineCase.Map([]))] : [],
                .. sections.Select(s => CommandLineCase.Entry(s.Section, CommandLineCase.Map([.. Given(s.Section), .. s.Inner.Select(i => CommandLineCase.Entry(i, CommandLineCase.Map(Given($"{s.Section}.{i}"))))]))),
                .. Given(""),
            ]);
            string target = parsed.GetRequiredValue(output);
            var run = new RunOptions { Output = target, Resume = parsed.GetValue(resume), Overwrite = parsed.GetValue(overwrite), Threads = parsed.GetValue(threads) };
            return RunCommand.Run(new CaseDirectory(target, root), run, parsed.GetValue(json));
        });
        return command;
    }
}
