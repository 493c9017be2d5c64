using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands.Gb;

/// <summary><c>limeso gb list</c>: the catalogue.</summary>
internal static class ListBoundariesCommand
{
    public static Command Create()
    {
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("list", "The catalogue of 55 boundaries of bcc lithium.")
        {
            Details = "Those marked * are named in the text of Yoon, Sulaimon and Siegel, J. Mater. Chem. A 11 (2023) 23288; the list of all 55 is in a supplement that is not at hand, "
                + "and the others are our completion of it: every coincidence misorientation about the same axes whose Sigma is no larger than the largest that the text names for that axis "
                + "([001] 29, [01-1] 33, [11-1] 31), less the one boundary that this would list twice. Periods are in lattice constants, along the boundary (x, z) and its normal (y). "
                + "Key of --json: boundaries (id, label, kind, axis, plane, sigma, angle_deg, disorientation_deg, period_a0, named_as, equivalence).",
        };
        command.Add(json);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json)) JsonOutput.Write(new JsonObject { ["boundaries"] = new JsonArray([.. BoundaryCatalogue.All.Select(Json)]) });
            else Console.Out.Write(Text());
            return ExitCodes.Done;
        });
        return command;
    }

    private static JsonObject Json(CatalogueBoundary boundary)
    {
        BoundaryGeometry g = boundary.Geometry;
        return new JsonObject
        {
            ["id"] = boundary.Id,
            ["label"] = g.Label,
            ["kind"] = g.Kind.ToString().ToLowerInvariant(),
            ["axis"] = Indices(g.Axis),
            ["plane"] = Indices(g.Plane.Primitive),
            ["sigma"] = g.Sigma,
            ["angle_deg"] = JsonOutput.Number(g.Angle),
            ["disorientation_deg"] = JsonOutput.Number(g.Disorientation),
            ["period_a0"] = new JsonArray(JsonOutput.Number(g.LengthX), JsonOutput.Number(g.LengthY), JsonOutput.Number(g.LengthZ)),
            ["named_as"] = boundary.NamedAs,
            ["equivalence"] = g.Relation.ToString().ToLowerInvariant(),
        };
    }

    private static string Text()
    {
        var table = new TextTable { RightAligned = new HashSet<int> { 3, 4, 5, 6, 7, 8 } };
        table.Add("id", "", "boundary", "Sigma", "angle", "smallest", "x", "y", "z");
        foreach (CatalogueBoundary b in BoundaryCatalogue.All)
        {
            BoundaryGeometry g = b.Geometry;
            table.Add(b.Id, b.NamedAs is null ? "" : "*", g.Label, Number(g.Sigma, "0"), Number(g.Angle, "0.00"), Number(g.Disorientation, "0.00"), Number(g.LengthX, "0.000"), Number(g.LengthY, "0.000"), Number(g.LengthZ, "0.000"));
        }

        int named = BoundaryCatalogue.All.Count(b => b.NamedAs is not null);
        string text = $"* {named} named in the source's text; the other {BoundaryCatalogue.All.Count - named} are our completion of its list. Angles in degrees (smallest: among those that symmetry makes equivalent), "
            + "shortest common periods in lattice constants: x and z along the boundary, y across.";
        return $"{table}\n{string.Join('\n', TextTable.Wrap(text, ConsoleWidth.Columns))}\n";
    }

    private static JsonArray Indices(LatticeDirection d) => new(d.U, d.V, d.W);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
