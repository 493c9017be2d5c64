using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Campaigns.Collection;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Core.Units;
using LiMeso.Transport.Data;

namespace LiMeso.Cli.Commands.Campaigns;

/// <summary><c>limeso campaign collect</c>: a data set of what is finished.</summary>
internal static class CollectCommand
{
    public static Command Create()
    {
        Argument<string> directory = CampaignCommand.Directory();
        Option<string> output = new("--out", "--output", "-o") { HelpName = "DIR", Required = true, Description = "Directory of the data set; its name is that of the set." };
        Option<string> bulk = new("--bulk")
        {
            HelpName = "NAME",
            Description = $"Where the bulk part comes from: a data set by name, or results of a case of kind 'bulk-diffusion' (default: {CampaignCollector.DefaultBulk}).",
            DefaultValueFactory = _ => CampaignCollector.DefaultBulk,
        };
        Option<bool> overwrite = SharedOptions.Overwrite("Replace a data set that is not of this campaign.");
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("collect", "Make a data set of what is known, at any time.")
        {
            Details = "Per boundary and temperature: diffusivities by all displacements, in the plane and along each direction, with error bars, runs and simulated time; width; an upper bound where atoms did not "
                + "diffuse, or not yet, which goes into no fit or mean (a run that has yet to be followed for longer gives one, too, and while one seed has no diffusivity its temperature has none). Means of all, the three slowest and the three fastest boundaries state how many values went in. Beside the data set: runs.csv, warnings.csv, structures.csv, "
                + "searches.csv (the searches for the structures, where there are any), arrhenius.csv (lines through the three lowest and three highest temperatures), provenance.json. The same results of items make the same bytes. "
                + "Keys of --json: directory, name, boundaries, with_diffusivity, bounds_only, mean (temperature_K, diffusivity_cm2_s, boundaries).",
            Examples =
            [
                ("limeso campaign collect mine/results --out cases/datasets/mine", "then 'dataset: mine' works in every case"),
                ("limeso campaign collect mine/results --out mine/set --bulk cases/bulk-li-vacancy/results", "with a bulk diffusivity of one's own"),
            ],
        };
        command.Add(directory);
        command.AddOptions([output, bulk, overwrite, json]);
        command.SetAction(parsed =>
        {
            string place = parsed.GetRequiredValue(output);
            DiffusivitySet set = CampaignCollector.Collect(Campaign.Open(parsed.GetRequiredValue(directory)), parsed.GetRequiredValue(bulk), place, parsed.GetValue(overwrite));
            if (parsed.GetValue(json)) JsonOutput.Write(Json(set, place));
            else Console.Out.Write(Text(set, place));
            return ExitCodes.Done;
        });
        return command;
    }

    private static JsonObject Json(DiffusivitySet set, string place) => new()
    {
        ["directory"] = place,
        ["name"] = set.Name,
        ["boundaries"] = set.Boundaries.Count,
        ["with_diffusivity"] = set.Boundaries.Count(b => b.Diffusivities.Count > 0),
        ["bounds_only"] = set.Boundaries.Count(b => b.Diffusivities.Count == 0),
        ["mean"] = new JsonArray([.. (set.Mean?.Points ?? []).Select(p => new JsonObject
        {
            ["temperature_K"] = p.Temperature,
            ["diffusivity_cm2_s"] = JsonOutput.Number(QuantityKind.Diffusivity.In(p.Value, "cm^2/s")),
            ["boundaries"] = p.Count,
        })]),
    };

    private static string Text(DiffusivitySet set, string place)
    {
        double[] temperatures = [.. set.Boundaries.SelectMany(b => b.Diffusivities.Values.SelectMany(c => c.Points).Concat(b.Bounds.Values.SelectMany(v => v))).Select(p => p.Temperature).Distinct().Order()];
        var table = new TextTable { RightAligned = Enumerable.Range(1, temperatures.Length).ToHashSet() };
        table.Add(["D, cm^2/s", .. temperatures.Select(t => QuantityKind.Temperature.Format(t, "K"))]);
        foreach (BoundaryData boundary in set.Boundaries) table.Add([boundary.Id, .. temperatures.Select(t => Cell(boundary, t))]);
        foreach ((string name, DiffusivityCurve? curve) in (ReadOnlySpan<(string, DiffusivityCurve?)>)[("mean", set.Mean), ("slowest", set.Slowest), ("fastest", set.Fastest)])
            table.Add([name, .. temperatures.Select(t => curve?.Points.FirstOrDefault(p => p.Temperature == t) is { } point ? $"{Number(point)} of {point.Count}" : "")]);
        return new StringBuilder($"{set.Title}\n\n{table}\n").Append($"All displacements (MSD/6t); '<' is an upper bound, which goes into no mean. The set '{set.Name}' is in {place}.\n").ToString();
    }

    private static string Cell(BoundaryData boundary, double temperature)
    {
        const BoundaryDefinition Total = BoundaryDefinition.Total;
        if (boundary.Diffusivities.GetValueOrDefault(Total)?.Points.FirstOrDefault(p => p.Temperature == temperature) is { } known) return Number(known);
        return boundary.Bounds.GetValueOrDefault(Total)?.FirstOrDefault(p => p.Temperature == temperature) is { } bound ? $"< {Number(bound)}" : "";
    }

    private static string Number(MeasuredPoint point) => Quantities.Number(QuantityKind.Diffusivity.In(point.Value, "cm^2/s"));
}
