using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Core;

namespace LiMeso.Cli.Commands.Campaigns;

/// <summary><c>limeso campaign plan</c>: what a campaign will do and cost.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        Argument<string> file = new("FILE") { Description = "The campaign file." };
        Option<string?> output = new("--out", "--output", "-o") { HelpName = "DIR", Description = $"Directory of the campaign (default: '{CampaignPlanner.DefaultOutput}' beside the file)." };
        Option<double?> speed = new("--speed") { HelpName = "N", Description = "Atom-steps a second of one core, where they will be done; measured here in some seconds when left out." };
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is not > 0) result.AddError("--speed: error: expected a number greater than 0");
        });
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("plan", "Check a campaign, list its items, tell what they cost, make its directory.")
        {
            Details = "Computes nothing. The items of a boundary are the search for its structure, where the file has a section 'search', its structure, relaxed and annealed, and a run that follows atoms for each temperature and seed. "
                + "The table tells their hours of one core, and how much time one core simulates in a day (ns/day). A file may be planned again in the same directory: another 'engine' takes effect, other boundaries, temperatures, seeds and another 'longest-production' are taken up, and what is done counts; runs whose atoms moved too little go on from where they ended. A file by which items would do something else is refused, and so is another cell for a boundary that has results. "
                + "Keys of --json: directory, title, atom_steps_per_second, speed_from, atom_steps, core_hours, costs_are_limits (runs may end before 'longest-production'), engine, boundaries (id, atoms, ns_per_day), items (boundary, boundary_id, name, stage, temperature_K, seed, atoms, atom_steps, core_hours).",
            Examples =
            [
                ("limeso campaign plan mine/campaign.yaml", "in mine/results"),
                ("limeso campaign plan mine/campaign.yaml --out /scratch/mine --speed 400000", "elsewhere, for a machine of known speed"),
            ],
        };
        command.Add(file);
        command.AddOptions([output, speed, json]);
        command.SetAction(parsed =>
        {
            Campaign campaign = CampaignPlanner.Plan(parsed.GetRequiredValue(file), parsed.GetValue(output), parsed.GetValue(speed), Interruption.Watch(Console.Error.WriteLine));
            if (parsed.GetValue(json)) JsonOutput.Write(Json(campaign));
            else Console.Out.Write(Text(campaign));
            return ExitCodes.Done;
        });
        return command;
    }

    private static JsonObject Json(Campaign campaign)
    {
        JsonObject root = campaign.Plan.ToJson();
        root.Insert(0, "directory", campaign.Directory);
        root["costs_are_limits"] = campaign.CostsAreLimits;
        root["engine"] = campaign.Engine.Engine.Describe(campaign);
        root["boundaries"] = new JsonArray([.. ByBoundary(campaign).Select(b => new JsonObject { ["id"] = b.Key, ["atoms"] = AtomsOf(b), ["ns_per_day"] = campaign.NanosecondsPerDay(AtomsOf(b)) })]);
        return root;
    }

    private static IEnumerable<IGrouping<string, CampaignItem>> ByBoundary(Campaign campaign) => campaign.Plan.Items.GroupBy(i => i.BoundaryId);

    // of the cell whose atoms are followed: a search has a smaller one
    private static double AtomsOf(IEnumerable<CampaignItem> boundary) => boundary.Max(i => i.Atoms);

    private static string Text(Campaign campaign)
    {
        CampaignPlan plan = campaign.Plan;
        string[] groups = [.. plan.Items.OrderBy(i => i.Temperature ?? 0).Select(i => i.Group).Distinct()];
        var table = new TextTable { RightAligned = Enumerable.Range(1, groups.Length + 4).ToHashSet() };
        table.Add(["boundary", "atoms", "ns/day", .. groups.Select(g => $"{g}, h"), "items", "sum, h"]);
        foreach (IGrouping<string, CampaignItem> boundary in ByBoundary(campaign)) table.Add(Row(boundary.Key, Number(AtomsOf(boundary)), Number(campaign.NanosecondsPerDay(AtomsOf(boundary))), boundary));
        table.Add(Row("all", "", "", plan.Items));
        return $"{plan.Title}\n\n{table}\n"
            + $"{CountText.Of(plan.Items.Count, "item")}, {(campaign.CostsAreLimits ? "at most " : "")}{plan.AtomSteps:0.00e+0} atom-steps, {Number(plan.CoreHours)} core-hours at {Quantities.Number(plan.Speed)} atom-steps a second ({plan.SpeedOrigin}).\n"
            + (campaign.CostsAreLimits ? "Counted up to 'longest-production'; runs whose atoms have moved far enough end earlier.\n" : "")
            + $"By {campaign.Engine.Engine.Describe(campaign)}.\nStart it with: limeso campaign run {campaign.Directory}\n";

        string[] Row(string name, string atoms, string speed, IEnumerable<CampaignItem> items) =>
        [
            name, atoms, speed, .. groups.Select(g => Number(plan.HoursOf(items.Where(i => i.Group == g).Sum(i => i.AtomSteps)))), items.Count().ToString(CultureInfo.InvariantCulture),
            Number(plan.HoursOf(items.Sum(i => i.AtomSteps))),
        ];
    }

    private static string Number(double value) => value.ToString(value < 0.095 ? "0.0000" : value < 9.5 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
