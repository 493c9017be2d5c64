using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Export;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Storage.Files;

namespace LiMeso.Cli.Commands.Md;

/// <summary><c>limeso md energy</c>: energy, pressure and forces of atoms as they are.</summary>
internal static class EnergyCommand
{
    public static Command Create()
    {
        var atoms = new AtomOptions();
        var potential = new PotentialOptions();
        Option<string?> forces = new("--forces") { HelpName = "FILE", Description = "Write id, position, force and energy of each atom into a CSV file." };
        Option<bool> overwrite = SharedOptions.Overwrite("Replace the file named by --forces if it exists.");
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("energy", "Energy, pressure and forces of atoms as they are.")
        {
            Details = "The pressure is that of the forces alone, without the motion of the atoms; positive means compressed. Keys of --json: energy_eV, "
                + "pressure_bar (xx, yy, zz, xy, xz, yz), atoms, potential, volume_A3. Columns of --forces: id, x, y, z (inside the box, angstrom), fx, fy, fz (eV/angstrom), "
                + "pe (eV).",
            Examples =
            [
                ("limeso md energy atoms.lmp --potential li-kim-2012 --json", "for scripts"),
                ("limeso md energy atoms.lmp --forces forces.csv", "with the force on each atom"),
                ("limeso md energy --crystal bcc --lattice-constant \"3.4876 A\" --cells 2,2,2", "a block of a crystal"),
                ("limeso md energy atoms.lmp --library library.meam --parameters Li.meam --element Li", "a potential from files of LAMMPS"),
            ],
        };
        atoms.AddTo(command);
        command.AddOptions([.. potential.All, forces, overwrite, json]);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(forces) is { } file) NewFile.Require(file, forces.Name, parsed.GetValue(overwrite));
            ChosenPotential chosen = potential.Read(parsed);
            return Evaluate(atoms.Read(parsed, chosen.Potential.Mass), chosen, potential.Evaluation(parsed), parsed.GetValue(forces), parsed.GetValue(json));
        });
        return command;
    }

    private static int Evaluate(AtomicSystem system, ChosenPotential potential, EvaluatorOptions options, string? forces, bool json)
    {
        var found = new Interactions(system.Count);
        using (IForceEvaluator evaluator = potential.Potential.CreateEvaluator(options)) evaluator.Evaluate(system, found);
        SymmetricTensor pressure = Relaxation.PressureOf(system.Box, found);
        if (forces is not null) AtomicFile.WriteText(forces, ForceTable(system, found));
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["energy_eV"] = JsonOutput.Number(found.Energy),
                ["pressure_bar"] = PressureOutput.Json(pressure),
                ["atoms"] = system.Count,
                ["potential"] = potential.Name,
                ["volume_A3"] = JsonOutput.Number(system.Box.Volume),
            });
            return ExitCodes.Done;
        }

        var table = new TextTable();
        table.Add("energy", $"{found.Energy.ToString("G12", CultureInfo.InvariantCulture)} eV ({Quantities.Number(found.Energy / system.Count)} eV per atom)");
        table.Add("pressure", $"{Quantities.Number(pressure.Trace / 3)} bar");
        table.Add("", PressureOutput.Text(pressure));
        table.Add("atoms", $"{system.Count} in {Quantities.Number(system.Box.Volume)} cubic angstrom");
        table.Add("potential", potential.Name);
        if (forces is not null) table.Add("forces", forces);
        Console.Out.Write(table);
        return ExitCodes.Done;
    }

    private static string ForceTable(AtomicSystem system, Interactions found)
    {
        var text = new StringBuilder("id,x,y,z,fx,fy,fz,pe\n");
        for (int i = 0; i < system.Count; i++)
        {
            Vector3 r = PeriodicImages.Wrap(system.Box, system.Position(i)).Inside;
            double[] numbers = [r.X, r.Y, r.Z, found.Forces[3 * i], found.Forces[3 * i + 1], found.Forces[3 * i + 2], found.AtomEnergies[i]];
            text.AppendRow([system.Ids[i].ToString(CultureInfo.InvariantCulture), .. numbers.Select(n => CsvText.Number(n))]);
        }

        return text.ToString();
    }
}
