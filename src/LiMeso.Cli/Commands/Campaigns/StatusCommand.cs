using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands.Campaigns;

/// <summary><c>limeso campaign status</c>: where a campaign is.</summary>
internal static class StatusCommand
{
    private const int LogLines = 5;

    public static Command Create()
    {
        Argument<string> directory = CampaignCommand.Directory();
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("status", "Progress, throughput, remaining time, failures with the end of their logs.")
        {
            Details = "Looks at the directory, so that it works from any machine that sees it, while others work; with the engine 'slurm' it asks squeue as well, where that is there. "
                + "Keys of --json: title, directory, counts (waiting, running, done, failed), share, throughput_atom_steps_per_second, remaining_s, core_seconds, groups, items (id, phase, share, state).",
            Examples = [("limeso campaign status mine/results", "a table"), ("limeso campaign status mine/results --json | jq .share", "for scripts")],
        };
        command.Add(directory);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var campaign = Campaign.Open(parsed.GetRequiredValue(directory));
            var status = CampaignStatus.Of(campaign);
            if (parsed.GetValue(json)) JsonOutput.Write(Json(campaign, status));
            else Console.Out.Write(Text(campaign, status));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The status for scripts.</summary>
    public static JsonObject Json(Campaign campaign, CampaignStatus status) => new()
    {
        ["title"] = campaign.Plan.Title,
        ["directory"] = campaign.Directory,
        ["counts"] = Counts(status.Items),
        ["share"] = status.Share,
        ["throughput_atom_steps_per_second"] = status.Throughput,
        ["remaining_s"] = JsonOutput.Number(status.RemainingSeconds),
        ["core_seconds"] = status.CoreSeconds,
        ["groups"] = new JsonObject([.. status.Groups.Select(g => KeyValuePair.Create(g.Key, (JsonNode?)Counts(g)))]),
        ["items"] = new JsonArray([.. status.Items.Select(i => new JsonObject { ["id"] = i.Item.Id, ["phase"] = NameOf(i.Phase), ["share"] = i.Share, ["state"] = i.State?.ToJson() })]),
    };

    /// <summary>The status for people.</summary>
    public static string Text(Campaign campaign, CampaignStatus status)
    {
        ItemPhase[] phases = [ItemPhase.Done, ItemPhase.Running, ItemPhase.Waiting, ItemPhase.Failed];
        var table = new TextTable { RightAligned = Enumerable.Range(1, phases.Length + 1).ToHashSet() };
        table.Add(["", .. phases.Select(NameOf), "share"]);
        foreach (IGrouping<string, ItemStatus> group in status.Groups) table.Add(Row(group.Key, [.. group]));
        table.Add(Row("all", status.Items));
        var text = new StringBuilder($"{campaign.Plan.Title}\n\n{table}\n");
        text.Append(CultureInfo.InvariantCulture, $"{RunLog.Duration(status.CoreSeconds)} of work so far.");
        if (status.Throughput > 0) text.Append(CultureInfo.InvariantCulture, $" {status.Throughput:0.00e+0} atom-steps a second at present: about {RunLog.Duration(status.RemainingSeconds)} left.");
        if (campaign.Engine.Engine.Look(campaign) is { } more) text.Append($" {more}");
        text.Append('\n');
        foreach (ItemStatus failure in status.Items.Where(i => i.Phase == ItemPhase.Failed))
        {
            string log = Path.Combine(campaign.WorkOf(failure.Item), CampaignWorker.LogFile);
            text.Append($"\n{failure.Item.Id} failed: {failure.State!.Problem}\n  {log}\n");
            foreach (string line in File.Exists(log) ? File.ReadLines(log).TakeLast(LogLines) : []) text.Append($"    {line}\n");
        }

        return text.ToString();

        string[] Row(string name, IReadOnlyList<ItemStatus> items) =>
        [
            name, .. phases.Select(p => items.Count(i => i.Phase == p).ToString(CultureInfo.InvariantCulture)),
            string.Create(CultureInfo.InvariantCulture, $"{100 * items.Sum(i => i.Share * i.Item.AtomSteps) / items.Sum(i => i.Item.AtomSteps):0.0} %"),
        ];
    }

    private static JsonObject Counts(IEnumerable<ItemStatus> items) =>
        new([.. Enum.GetValues<ItemPhase>().Select(p => KeyValuePair.Create(NameOf(p), (JsonNode?)items.Count(i => i.Phase == p)))]);

    private static string NameOf(ItemPhase phase) => phase.ToString().ToLowerInvariant();
}
