using System.CommandLine;
using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Core.Input;
using LiMeso.Storage.Atoms;

namespace LiMeso.Cli.Commands.Md;

/// <summary><c>limeso md run</c>: molecular dynamics of the atoms of a file, or of a crystal, through one stage. It is a case of kind <c>md-run</c>, written by the command line.</summary>
internal static class RunMdCommand
{
    // each option, and the key of the case that it stands for
    private static readonly (string Option, string Key, string Value, string Description)[] _ofStage =
    [
        ("--time", "duration", "VALUE", "How long to run, such as \"10 ps\"."),
        ("--temperature", "temperature", "VALUE", "Temperature to hold, and of the velocities where the file has none."),
        ("--end-temperature", "end-temperature", "VALUE", "Temperature at the end: it changes linearly in time."),
        ("--thermostat", "thermostat", "NAME", $"What holds the temperature: none, {string.Join(", ", ThermostatKinds.All.Names)} (default: nose-hoover)."),
        ("--thermostat-period", "thermostat-period", "VALUE", "Its period or relaxation time (default: \"0.1 ps\")."),
        ("--barostat", "barostat", "NAME", $"What holds the pressure: none, {string.Join(", ", BarostatKinds.All.Names)} (default: none)."),
        ("--pressure", "pressure", "VALUE", "Pressure to hold (default: \"1 bar\")."),
    ];

    private static readonly (string Option, string Key, string Value, string Description)[] _ofCase =
    [
        ("--time-step", "time-step", "VALUE", "Time step (default: \"2 fs\")."),
        ("--start-temperature", "start-temperature", "VALUE", "Temperature of new velocities at the start, in place of those of the file."),
        ("--seed", "seed", "N", "Seed of velocities and noise: same seed, same run (default: 1)."),
    ];

    private static readonly (string Option, string Key, string Value, string Description)[] _ofOutput =
    [
        ("--thermo-interval", "thermo-interval", "VALUE", "Time between two lines of thermo.csv (default: \"0.02 ps\")."),
        ("--trajectory", "trajectory", "NAMES", $"Forms in which frames are kept: none, {string.Join(", ", TrajectoryFormats.All.Names)} (default: \"[extxyz, vtk]\")."),
        ("--trajectory-interval", "trajectory-interval", "VALUE", "Time between two frames (default: \"0.5 ps\")."),
    ];

    public static Command Create()
    {
        var atoms = new AtomOptions();
        var potential = new PotentialOptions();
        Option<string> output = new("--output", "-o") { HelpName = "DIR", Required = true, Description = "Where results go." };
        Option<bool> resume = SharedOptions.Resume("Continue an interrupted run from its last checkpoint, to the same bits.");
        Option<bool> overwrite = SharedOptions.Overwrite("Replace results that are already there.");
        Option<bool> json = SharedOptions.Json();
        var options = _ofStage.Concat(_ofCase).Concat(_ofOutput).ToDictionary(o => o.Option, o => new Option<string?>(o.Option) { HelpName = o.Value, Description = o.Description });
        options["--time"].Required = true;
        var command = new LimesoCommand("run", "Molecular dynamics of the atoms of a file, or of a crystal.")
        {
            Details = "Leaves thermo.csv, trajectories, the atoms at the end (final.lmp) and a report. Ctrl-C or SIGTERM leaves a checkpoint. "
                + "Several stages, frozen atoms and analysis are for a case: 'limeso new md-run DIR'.",
            Examples =
            [
                ("limeso md run atoms.lmp -o warm --time \"10 ps\" --temperature \"300 K\"", "constant volume and temperature"),
                ("limeso md run atoms.lmp -o free --time \"10 ps\" --temperature \"300 K\" --barostat mtk --pressure \"1 bar\"", "constant pressure"),
                ("limeso md run --crystal bcc --lattice-constant \"3.55 A\" --cells 5,5,5 -o bulk --time \"10 ps\" --temperature \"300 K\"", "a block of a crystal"),
                ("limeso md run warm/final.lmp -o keep --time \"20 ps\" --thermostat none --time-step \"1 fs\"", "constant energy, from where another run ended"),
            ],
        };
        atoms.AddTo(command);
        command.AddOptions([output, .. options.Values, .. potential.All, resume, overwrite, json]);
        command.SetAction(parsed =>
        {
            string place = parsed.GetRequiredValue(output);
            InputMap Section((string Option, string Key, string, string)[] keys, params InputEntry[] more) =>
                CommandLineCase.Map([.. more, .. keys.Where(k => parsed.GetValue(options[k.Option]) is not null).Select(k => CommandLineCase.Entry(k.Key, parsed.GetValue(options[k.Option])!, k.Option))]);
            InputMap root = Section(
                _ofCase,
                CommandLineCase.Entry("kind", "md-run"), CommandLineCase.Entry("title", $"Molecular dynamics of {atoms.Name(parsed)}"), CommandLineCase.Entry("outside-paths", "true"),
                CommandLineCase.Entry("structure", atoms.Structure(parsed)),
                CommandLineCase.Entry("potential", CommandLineCase.Map([.. potential.Given(parsed).Select(g => CommandLineCase.Entry(g.Key, g.Value, g.Option))])),
                CommandLineCase.Entry("threads", FormattableString.Invariant($"{potential.Evaluation(parsed).Threads}"), "--threads"),
                CommandLineCase.Entry("stages", new InputList([Section(_ofStage, CommandLineCase.Entry("name", "run"))], new SourceLocation("--time"))),
                CommandLineCase.Entry("output", Section(_ofOutput)));
            var run = new RunOptions { Output = place, Resume = parsed.GetValue(resume), Overwrite = parsed.GetValue(overwrite) };
            // what the case names lies outside of it: its own place is where its results are
            return RunCommand.Run(new CaseDirectory(place, root), run, parsed.GetValue(json));
        });
        return command;
    }
}
