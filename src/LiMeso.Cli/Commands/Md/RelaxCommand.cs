using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.Core.Units;

namespace LiMeso.Cli.Commands.Md;

/// <summary><c>limeso md relax</c>: atoms, and as much of the box as is free, to the nearest minimum.</summary>
internal static class RelaxCommand
{
    private static readonly RelaxationOptions _defaults = new();

    public static Command Create()
    {
        var atoms = new AtomOptions();
        var potential = new PotentialOptions();
        Option<string> output = new("--output", "-o") { HelpName = "FILE", Required = true, Description = "LAMMPS data file for the relaxed atoms." };
        Option<bool> overwrite = SharedOptions.Overwrite("Replace that file if it exists.");
        Option<string> box = Named("--box", BoxFreedom.All, "fixed", "What of the box is free");
        Option<string> minimiser = Named("--minimiser", Minimisers.All, "fire", "The method");
        var pressure = new QuantityOption("--pressure", QuantityKind.Pressure, "bar", "0 bar", "Pressure on the free parts of the box");
        var force = new QuantityOption("--force-tolerance", QuantityKind.Force, "eV/angstrom", "1e-5 eV/angstrom", "Largest force component that may remain");
        var stress = new QuantityOption("--stress-tolerance", QuantityKind.Pressure, "bar", "1 bar", "Largest difference from the pressure that may remain");
        Option<int> evaluations = new("--max-evaluations") { HelpName = "N", Description = "Evaluations of the potential before it counts as failed (default: 20000).", DefaultValueFactory = _ => _defaults.MaxEvaluations };
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("relax", "Move atoms, and as much of the box as is free, to the nearest minimum of the energy.")
        {
            Details = "Keys of --json: energy_eV, initial_energy_eV, pressure_bar, largest_force_eV_A, evaluations, atoms, volume_A3, potential, file. "
                + "A case of kind md-relax does the same with frozen atoms and a report.",
            Examples =
            [
                ("limeso md relax atoms.lmp -o relaxed.lmp", "atoms only"),
                ("limeso md relax boundary.lmp -o relaxed.lmp --box y", "atoms and the length along y"),
                ("limeso md relax atoms.lmp -o relaxed.lmp --box full --pressure \"1 GPa\"", "lengths and tilts under pressure"),
            ],
        };
        atoms.AddTo(command);
        command.AddOptions([output, .. potential.All, box, pressure.Option, minimiser, force.Option, stress.Option, evaluations, overwrite, json]);
        command.SetAction(parsed =>
        {
            string file = parsed.GetRequiredValue(output);
            NewFile.Require(file, output.Name, parsed.GetValue(overwrite));
            var options = new RelaxationOptions
            {
                Box = Member(parsed, box, BoxFreedom.All),
                Minimiser = Member(parsed, minimiser, Minimisers.All),
                Pressure = pressure.Read(parsed, Limits.None),
                ForceTolerance = force.Read(parsed, Limits.Positive),
                StressTolerance = stress.Read(parsed, Limits.Positive),
                MaxEvaluations = parsed.GetValue(evaluations),
            };
            ChosenPotential chosen = potential.Read(parsed);
            AtomicSystem system = atoms.Read(parsed, chosen.Potential.Mass);
            if (!options.Box.Suits(system.Box))
                throw new InputException(new SourceLocation(box.Name), "the box may not change along a direction in which it does not repeat", "Choose another freedom, or another --boundary.");
            return Relax(system, chosen, potential.Evaluation(parsed), options, atoms.Name(parsed), file, parsed.GetValue(json));
        });
        return command;
    }

    private static int Relax(AtomicSystem system, ChosenPotential potential, EvaluatorOptions evaluation, RelaxationOptions options, string from, string to, bool json)
    {
        CancellationToken stop = Interruption.Watch(Console.Error.WriteLine);
        using IForceEvaluator evaluator = potential.Potential.CreateEvaluator(evaluation);
        RelaxationResult found = Relaxation.Run(system, evaluator, options, _ => stop.ThrowIfCancellationRequested());
        AtomFile.Write(to, system, $"{from} relaxed with {potential.Name} (metal units)");
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["energy_eV"] = JsonOutput.Number(found.Energy),
                ["initial_energy_eV"] = JsonOutput.Number(found.InitialEnergy),
                ["pressure_bar"] = PressureOutput.Json(found.Pressure),
                ["largest_force_eV_A"] = JsonOutput.Number(found.LargestForce),
                ["evaluations"] = found.Evaluations,
                ["atoms"] = system.Count,
                ["volume_A3"] = JsonOutput.Number(system.Box.Volume),
                ["potential"] = potential.Name,
                ["file"] = to,
            });
            return ExitCodes.Done;
        }

        var table = new TextTable();
        table.Add("energy", $"{found.Energy.ToString("G12", CultureInfo.InvariantCulture)} eV, {Quantities.Number(found.InitialEnergy - found.Energy)} eV less than before");
        table.Add("largest force", $"{Quantities.Number(found.LargestForce)} eV/angstrom");
        table.Add("pressure", PressureOutput.Text(found.Pressure) + " bar");
        table.Add("evaluations", $"{found.Evaluations}");
        table.Add("relaxed atoms", to);
        Console.Out.Write(table);
        return ExitCodes.Done;
    }

    private static Option<string> Named<T>(string name, Registry<T> registry, string fallback, string description)
    {
        var option = new Option<string>(name)
        {
            HelpName = "NAME",
            Description = $"{description}: {string.Join(", ", registry.Names)} (default: {fallback}).",
            DefaultValueFactory = _ => fallback,
        };
        option.CompletionSources.Add(_ => registry.Names);
        return option;
    }

    private static T Member<T>(ParseResult parsed, Option<string> option, Registry<T> registry)
    {
        string name = parsed.GetRequiredValue(option);
        return registry.Contains(name) ? registry[name] : throw new InputException(new SourceLocation(option.Name), $"unknown {registry.What} '{name}'", Suggestion.For(name, registry.Names));
    }
}
