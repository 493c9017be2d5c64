using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Commands.Md;
using LiMeso.Cli.Terminal;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cli.Commands.Gb;

/// <summary><c>limeso gb build</c>: a bicrystal, not relaxed.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var boundary = new BoundaryOptions(latticeConstantIsRequired: true, isOfAnyCrystal: true);
        var shiftX = new QuantityOption("--shift-x", QuantityKind.Number, "", "0", "Shift of the second grain along x, as a fraction of the boundary's period");
        var shiftZ = new QuantityOption("--shift-z", QuantityKind.Number, "", "0", "Shift of the second grain along z, as a fraction of the boundary's period");
        var gap = new QuantityOption("--gap", QuantityKind.Length, "A", "0 A", "Room left at each boundary");
        Option<string?> output = new("--out", "--output", "-o") { HelpName = "FILE", Description = "LAMMPS data file for the atoms." };
        Option<bool> overwrite = SharedOptions.Overwrite("Replace that file if it exists.");
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("build", "A periodic cell with two grains and two equivalent boundaries, not relaxed.")
        {
            Details = "The normal of the boundaries is y; grain A lies below the middle of the cell, grain B above. The cell has right angles, except for shifted twists about axes such as [1 1 -1], "
                + "whose boundaries only a leaning cell makes equivalent. The boundaries of the catalogue are those of bcc; by --axis those of other cubic crystals can be built, too. Keys of --json: id, label, crystal, box, positions (inside the box, angstrom), a0, rx, rz (repetitions), translation, "
                + "tilts (xy, yz), equivalent.",
            Examples =
            [
                ("limeso gb build GB04 --lattice-constant \"3.4876 A\" --out s5-310.lmp", "Sigma 5 (310) of the catalogue"),
                ("limeso gb build --axis \"0 0 1\" --plane \"7 2 0\" --lattice-constant \"3.5 A\" --min-width \"12 A\" -o tilt.lmp", "a symmetric tilt of your own"),
                ("limeso gb build --axis \"1 1 1\" --angle \"38.21 deg\" --kind twist --lattice-constant \"3.5 A\" --json", "a twist, for scripts"),
                ("limeso gb build --axis \"0 1 -1\" --plane \"1 1 1\" --crystal fcc --lattice-constant \"4.05 A\" -o twin.lmp", "the twin of a face-centred crystal"),
            ],
        };
        boundary.AddTo(command);
        command.AddOptions([shiftX.Option, shiftZ.Option, gap.Option, output, overwrite, json]);
        command.SetAction(parsed =>
        {
            string? file = parsed.GetValue(output);
            bool asJson = parsed.GetValue(json);
            if (file is null && !asJson) throw new InputException(new SourceLocation(output.Name), "no file is named for the atoms", "Name one with --out, or print them with --json.");
            if (file is not null) NewFile.Require(file, output.Name, parsed.GetValue(overwrite));
            BoundarySettings settings = boundary.Read(parsed);
            BicrystalOptions options = settings.Options(default, InteratomicPotentials.All[InteratomicPotentials.Default].Mass) with
            {
                Shift = (shiftX.Read(parsed, Limits.None), shiftZ.Read(parsed, Limits.None)),
                Gap = gap.Read(parsed, Limits.NotNegative),
            };
            return Write(settings, Bicrystal.Build(settings.Geometry, options), file, asJson);
        });
        return command;
    }

    private static int Write(BoundarySettings settings, Bicrystal bicrystal, string? file, bool asJson)
    {
        bool equivalent = BoundaryIsometry.Find(bicrystal, ComparedDistance) is not null;
        if (file is not null) AtomFile.Write(file, bicrystal.System, $"{settings.Name}, not relaxed (metal units)");
        if (asJson) JsonOutput.Write(Json(settings, bicrystal, equivalent));
        else Console.Out.Write(Text(settings, bicrystal, equivalent, file!));
        return ExitCodes.Done;
    }

    // Beyond the reach of what happens at a boundary, Å.
    private const double ComparedDistance = 8;

    private static JsonObject Json(BoundarySettings settings, Bicrystal bicrystal, bool equivalent)
    {
        AtomicSystem system = bicrystal.System;
        BicrystalOptions options = bicrystal.Options;
        BoundaryGeometry g = settings.Geometry;
        return new JsonObject
        {
            ["id"] = settings.Id ?? g.Label,
            ["label"] = g.Label,
            ["crystal"] = settings.Crystal,
            ["a0"] = options.LatticeConstant,
            ["rx"] = bicrystal.Repetitions.X,
            ["rz"] = bicrystal.Repetitions.Z,
            ["box"] = Vector(system.Box.Lengths),
            ["tilts"] = new JsonArray(system.Box.Xy, system.Box.Yz),
            ["translation"] = Vector(new(options.Shift.X * g.LengthX * options.LatticeConstant, options.Gap, options.Shift.Z * g.LengthZ * options.LatticeConstant)),
            ["equivalent"] = equivalent,
            ["positions"] = new JsonArray([.. Enumerable.Range(0, system.Count).Select(i => Vector(PeriodicImages.Wrap(system.Box, system.Position(i)).Inside))]),
        };
    }

    private static string Text(BoundarySettings settings, Bicrystal bicrystal, bool equivalent, string file)
    {
        SimulationBox box = bicrystal.System.Box;
        var table = new TextTable();
        table.Add("boundary", settings.Name);
        table.Add("crystal", settings.Crystal);
        table.Add("atoms", $"{bicrystal.System.Count}");
        table.Add("cell", string.Create(CultureInfo.InvariantCulture, $"{box.Lengths.X:0.000} x {box.Lengths.Y:0.000} x {box.Lengths.Z:0.000} angstrom{(box.Xy == 0 && box.Yz == 0 ? "" : $", xy {box.Xy:0.000}, yz {box.Yz:0.000}")}"));
        table.Add("separation", string.Create(CultureInfo.InvariantCulture, $"{bicrystal.Separation:0.000} angstrom from boundary to boundary"));
        table.Add("boundaries", equivalent ? $"equivalent ({settings.Geometry.Relation.ToString().ToLowerInvariant()})" : "not equivalent");
        table.Add("file", file);
        return table.ToString();
    }

    private static JsonArray Vector(Vector3 v) => new(v.X, v.Y, v.Z);
}
