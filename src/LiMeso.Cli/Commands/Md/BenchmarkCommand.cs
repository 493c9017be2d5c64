using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands.Md;

/// <summary><c>limeso md benchmark</c>: how fast atoms move at constant energy.</summary>
internal static class BenchmarkCommand
{
    private const double TimeStepPicoseconds = 0.001, StartTemperature = 300;

    // Long enough for the just-in-time compiler to have seen what matters and compiled it anew.
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(1.5);

    public static Command Create()
    {
        var atoms = new AtomOptions("--data");
        var potential = new PotentialOptions();
        Option<int> steps = new("--steps") { HelpName = "N", Description = "Steps to time (default: 200).", DefaultValueFactory = _ => 200 };
        steps.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--steps: expected a whole number from 1.");
        });
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("benchmark", "Speed of molecular dynamics at constant energy, in atom-steps a second.")
        {
            Details = "Steps of 1 fs from the velocities of the data file, or from 300 K when it has none; a second and a half of steps first, which are not timed. "
                + "Keys of --json: atom_steps_per_second, atoms, steps, threads, potential, wall_s, cpu_s, temperature_K, energy_change_eV_per_atom.",
            Examples =
            [
                ("limeso md benchmark --data atoms.lmp --steps 500 --threads 1 --json", "for scripts"),
                ("limeso md benchmark --crystal bcc --lattice-constant \"3.55 A\" --cells 10,10,10", "2000 atoms of a crystal"),
            ],
        };
        atoms.AddTo(command);
        command.AddOptions([steps, .. potential.All, json]);
        command.SetAction(parsed =>
        {
            ChosenPotential chosen = potential.Read(parsed);
            return Run(atoms.Read(parsed, chosen.Potential.Mass), chosen, potential.Evaluation(parsed), parsed.GetValue(steps), parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(AtomicSystem system, ChosenPotential potential, EvaluatorOptions options, int steps, bool json)
    {
        var settings = new DynamicsSettings(TimeStepPicoseconds);
        if (system.Velocities.All(v => v == 0)) ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), StartTemperature, seed: 1);
        using IForceEvaluator evaluator = potential.Potential.CreateEvaluator(options);
        var dynamics = new MolecularDynamics(system, evaluator, settings);
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < _warmUp;) dynamics.Advance();

        double energy = dynamics.ConservedEnergy;
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        for (int step = 0; step < steps; step++) dynamics.Advance();
        double wall = Stopwatch.GetElapsedTime(begin).TotalSeconds, used = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        double speed = (double)system.Count * steps / wall, change = (dynamics.ConservedEnergy - energy) / system.Count;
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["atom_steps_per_second"] = JsonOutput.Number(speed),
                ["atoms"] = system.Count,
                ["steps"] = steps,
                ["threads"] = options.Threads,
                ["potential"] = potential.Name,
                ["wall_s"] = JsonOutput.Number(wall),
                ["cpu_s"] = JsonOutput.Number(used),
                ["temperature_K"] = JsonOutput.Number(dynamics.Temperature),
                ["energy_change_eV_per_atom"] = JsonOutput.Number(change),
            });
            return ExitCodes.Done;
        }

        var table = new TextTable();
        table.Add("speed", $"{Quantities.Number(speed)} atom-steps a second");
        table.Add("atoms", $"{system.Count}, {steps} steps of 1 fs, {options.Threads} threads");
        table.Add("time", $"{Quantities.Number(wall)} s on the wall, {Quantities.Number(used)} s of the processors");
        table.Add("state", $"{Quantities.Number(dynamics.Temperature)} K, energy changed by {Quantities.Number(change)} eV per atom");
        table.Add("potential", potential.Name);
        Console.Out.Write(table);
        return ExitCodes.Done;
    }
}
