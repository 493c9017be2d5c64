using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LiMeso.Atomistics.Properties;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Md;

/// <summary><c>limeso md properties</c>: what a potential predicts at zero temperature, beside another program's values and published ones.</summary>
internal static class PropertiesCommand
{
    public static Command Create()
    {
        var potential = new PotentialOptions();
        Option<string[]> only = new("--only")
        {
            HelpName = "NAME",
            Description = "Only this property; may be given several times. 'limeso list properties' tells them.",
        };
        only.CompletionSources.Add(_ => StaticProperties.All.Names);
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("properties", "What a potential predicts for bcc at zero temperature, beside LAMMPS with the same potential and published values.")
        {
            Details = "Lattice constant, cohesive energy, elastic constants, energies of other phases, vacancy, surfaces. For li-kim-2012-archived several of them are absurd, "
                + "and LAMMPS agrees: with its cutoff of 5.0 angstrom the third shell of bcc (4.93 angstrom away) lies in the window from 4.9 to 5.0 angstrom in which the "
                + "potential is switched off, and the window's steep slope decides. With --json: potential, properties (name, value, unit, lammps, published; the latter "
                + "two with value, source and note).",
            Examples =
            [
                ("limeso md properties", "the lithium potential that LiMeso uses"),
                ("limeso md properties --potential li-kim-2012-archived --only c11 --only vacancy-formation", "two properties of another"),
            ],
        };
        command.AddOptions([.. potential.All, only, json]);
        command.SetAction(parsed =>
        {
            string[] names = parsed.GetValue(only) is { Length: > 0 } some ? some : [.. StaticProperties.All.Names];
            foreach (string name in names)
            {
                if (!StaticProperties.All.Contains(name))
                    throw new InputException(new SourceLocation(only.Name), $"unknown property '{name}'", Suggestion.For(name, StaticProperties.All.Names));
            }

            ChosenPotential chosen = potential.Read(parsed);
            var context = new PropertyContext(chosen.Potential, potential.Evaluation(parsed));
            Row[] rows = [.. names.Select(name => new Row(
                name, StaticProperties.All[name].Compute(context), StaticProperties.All[name].Unit,
                chosen.IsRegistered ? ReferenceValues.Lithium.Calculated(chosen.Name, name) : null, chosen.IsRegistered ? ReferenceValues.Lithium.Published(name) : null))];
            if (parsed.GetValue(json)) JsonOutput.Write(Json(chosen.Name, rows));
            else Console.Out.Write(Text(chosen.Name, rows));
            return ExitCodes.Done;
        });
        return command;
    }

    private static JsonObject Json(string potential, IEnumerable<Row> rows) => new()
    {
        ["potential"] = potential,
        ["properties"] = new JsonArray([.. rows.Select(r => new JsonObject
        {
            ["name"] = r.Name,
            ["value"] = JsonOutput.Number(r.Value),
            ["unit"] = r.Unit,
            ["lammps"] = Json(r.Lammps),
            ["published"] = Json(r.Published),
        })]),
    };

    private static JsonObject? Json(ReferenceValue? value) => value is null ? null : new JsonObject
    {
        ["value"] = JsonOutput.Number(value.Value),
        ["source"] = value.Source,
        ["note"] = value.Note,
    };

    private static string Text(string potential, Row[] rows)
    {
        string[] sources = [.. rows.SelectMany(r => new[] { r.Lammps, r.Published }).OfType<ReferenceValue>().Select(Remark).Distinct()];
        string Mark(ReferenceValue? value) => value is null ? "" : $"{Number(value.Value)} [{Array.IndexOf(sources, Remark(value)) + 1}]";
        var table = new TextTable { RightAligned = new HashSet<int> { 1 } };
        table.Add("", potential, "unit", "LAMMPS", "published");
        foreach (Row row in rows) table.Add(row.Name, Number(row.Value), row.Unit, Mark(row.Lammps), Mark(row.Published));
        var text = new StringBuilder(table.ToString());
        if (sources.Length == 0) return text.ToString();
        var notes = new TextTable();
        for (int k = 0; k < sources.Length; k++) notes.Add($"[{k + 1}]", sources[k]);
        return text.Append('\n').Append(notes).ToString();
    }

    private static string Remark(ReferenceValue value) => value.Note is null ? value.Source : $"{value.Source}; {value.Note}";

    private static string Number(double value) => value.ToString("G7", CultureInfo.InvariantCulture);

    private sealed record Row(string Name, double Value, string Unit, ReferenceValue? Lammps, ReferenceValue? Published);
}
