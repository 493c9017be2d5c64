using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Campaigns;

/// <summary>Plans a campaign: checks it, counts and estimates its items, and lays out its directory. Nothing is computed.</summary>
public static class CampaignPlanner
{
    /// <summary>Name of the directory beside the campaign file where none is named.</summary>
    public const string DefaultOutput = "results";

    /// <summary>
    /// Plans a campaign. Planned again in the same directory, another engine takes effect, and other boundaries, temperatures, seeds and longest times do: what is finished counts for the new plan as well. A file by which items would
    /// do something else is refused, and another cell for a boundary that has results.
    /// </summary>
    /// <param name="file">The campaign file.</param>
    /// <param name="output">The campaign's directory; beside the file when null.</param>
    /// <param name="speed">Atom-steps a second of one process; measured here when null.</param>
    /// <param name="cancellation">Asked for when the user interrupts.</param>
    /// <exception cref="InputException">The file cannot be used, or the directory holds something else, or another plan that is at work.</exception>
    public static Campaign Plan(string file, string? output, double? speed, CancellationToken cancellation)
    {
        CampaignFile campaign = CampaignFile.Read(file);
        string directory = output ?? Path.Combine(Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".", DefaultOutput);
        CampaignPlan? before = CampaignPlan.Read(directory);
        if (before is null) RequireOurs(directory);
        // prepared where the campaign file is: nothing is written before all is checked
        string home = Path.GetDirectoryName(Path.GetFullPath(file))!;
        (string Id, BoundaryCase Case)[] cases = [.. campaign.Settings.Boundaries.Select(b => (b.Id, BoundaryCase.Of(new CaseDirectory(home, campaign.CaseOf(b)))))];
        string procedure = InputHashes.Of(campaign.ProcedureHash(), cases[0].Case.Prepared.DataSetHashes);
        if (before is not null && before.ProcedureHash != procedure)
            throw new InputException(
                new SourceLocation(directory), $"holds a campaign of other values ('{before.Title}')",
                $"Restore '{file}' and what it reads as they were planned but for boundaries, temperatures, seeds, 'longest-production' and 'engine', or choose another directory with --out.");
        if (before is not null) RequireCells(cases, directory);
        if (before?.InputHash != campaign.InputHash()) Write(campaign, procedure, cases, before, directory, speed, cancellation);
        else LayAll(campaign, cases, directory);
        return Campaign.Open(directory);
    }

    private static void Write(CampaignFile campaign, string procedure, (string Id, BoundaryCase Case)[] cases, CampaignPlan? before, string directory, double? speed, CancellationToken cancellation)
    {
        // a boundary keeps its number: tasks that wait in a queue know it by that
        Dictionary<string, int> numbers = (before?.Items ?? []).DistinctBy(i => i.BoundaryId).ToDictionary(i => i.BoundaryId, i => i.Boundary);
        foreach ((string id, _) in cases) numbers.TryAdd(id, numbers.Values.DefaultIfEmpty(0).Max() + 1);
        CampaignItem[] items = [.. cases.SelectMany(c => c.Case.Prepared.Work.Select(w => new CampaignItem(numbers[c.Id], c.Id, w.Name, w.Follow?.Temperature, w.Follow?.Seed, w.Atoms, w.AtomSteps)))];
        int together = campaign.Settings.Engine.Engine.MeasuredTogether;
        double found = speed ?? before?.Speed ?? DynamicsSpeed.Measure(
            cases[0].Case.Prepared.Potential.Potential, items.Select(i => i.Atoms).Order().ElementAt(items.Length / 2), campaign.Settings.Procedure.TimeStep, together, cancellation);
        string origin = speed is not null ? "given" : before?.SpeedOrigin ?? $"measured here, {together} at a time";

        if (before is not null)
        {
            RequireRest(before, directory);
            // until all is written the directory belongs to neither plan, and planning again completes it
            (before with { InputHash = "" }).Write(directory);
        }

        LayAll(campaign, cases, directory);
        // last: a directory with a plan is complete
        var plan = new CampaignPlan(campaign.Settings.Header.Title, campaign.InputHash(), procedure, found, origin, items);
        plan.Write(directory);
        if (before is not null) Rescale(before, plan, directory);
    }

    private static void LayAll(CampaignFile campaign, (string Id, BoundaryCase Case)[] cases, string directory)
    {
        foreach ((string id, BoundaryCase one) in cases) Lay(campaign, one, Path.Combine(directory, Campaign.CasesFolder, id));
        WriteIfOther(Path.Combine(directory, Campaign.FileName), YamlOutput.Write(campaign.Root));
    }

    // In another cell a boundary has other items of the same names, which would take the place of those that are there.
    private static void RequireCells((string Id, BoundaryCase Case)[] cases, string directory)
    {
        foreach ((string id, BoundaryCase one) in cases)
        {
            string path = Path.Combine(directory, Campaign.CasesFolder, id), items = WorkItem.DirectoryOf("", BoundaryCase.ResultsIn(path));
            if (!Directory.Exists(items) || StructureHashIn(path) is not { } found || found == one.Prepared.HashOf(AnnealItem.Name)) continue;
            throw new InputException(new SourceLocation(path), $"holds results of {id} in another cell", "Give it the cell that it had, or move this directory away: the items of the boundary are then done anew.");
        }
    }

    // null where there is no case, or one that planning mends
    private static string? StructureHashIn(string path)
    {
        try
        {
            return BoundaryCase.Open(path).Prepared.HashOf(AnnealItem.Name);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static void RequireRest(CampaignPlan before, string directory)
    {
        foreach (CampaignItem item in before.Items)
        {
            string results = BoundaryCase.ResultsIn(Path.Combine(directory, Campaign.CasesFolder, item.BoundaryId));
            if (CampaignWorker.IsAtWork(Campaign.WorkOf(directory, item)) || DirectoryLock.IsHeld(results) || DirectoryLock.IsHeld(WorkItem.DirectoryOf(item.Name, results)))
                throw new InputException(new SourceLocation(directory), $"holds another plan ('{before.Title}') that is at work, on {item.Id}", "Stop 'limeso campaign run' first, or scancel its jobs: they leave checkpoints.");
        }
    }

    // What was told of an item is a share of what it had to do then.
    private static void Rescale(CampaignPlan before, CampaignPlan after, string directory)
    {
        Dictionary<string, double> old = before.Items.ToDictionary(i => i.Id, i => i.AtomSteps);
        foreach (CampaignItem item in after.Items)
        {
            string work = Campaign.WorkOf(directory, item);
            if (!old.TryGetValue(item.Id, out double steps) || steps == item.AtomSteps || ItemState.Read(work) is not { } state) continue;
            double scale = steps / item.AtomSteps;
            (state with { Share = Math.Min(1, scale * state.Share), StartShare = Math.Min(1, scale * state.StartShare) }).Write(work);
        }
    }

    // what a plan that was killed left behind is ours
    private static void RequireOurs(string directory)
    {
        if (!Directory.Exists(directory) || File.Exists(Path.Combine(directory, Campaign.FileName))) return;
        if (Directory.EnumerateFileSystemEntries(directory).Any(e => Path.GetFileName(e) != Campaign.CasesFolder))
            throw new InputException(new SourceLocation(directory), "the directory is not empty and holds no campaign", "Choose another with --out.");
    }

    // The case, and a record of a run that has yet to be continued: with that, 'limeso run --resume' takes up the same items.
    private static void Lay(CampaignFile campaign, BoundaryCase one, string path)
    {
        string results = Path.Combine(path, CaseRunner.DefaultOutput);
        Directory.CreateDirectory(results);
        foreach ((string name, string source) in campaign.PotentialFiles())
        {
            string target = Path.Combine(path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            WriteIfOther(target, File.ReadAllText(source));
        }

        WriteIfOther(Path.Combine(path, CaseDirectory.FileName), "# A boundary of a campaign. Made by the plan; with another input its items would not count.\n" + YamlOutput.Write(one.Directory.Root));
        if (RunRecord.Read(results)?.InputHash == one.InputHash) return;
        var provenance = new Provenance(one.InputHash, one.Prepared.DataSetHashes, 1, DateTime.UtcNow, 0, 0) { CaseDirectory = ".." };
        RunRecord.Create(CaseStatus.Interrupted, one.Prepared.Header.Kind, one.Prepared.Header.Title, provenance, null, []).Write(results);
    }

    private static void WriteIfOther(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text) AtomicFile.WriteText(path, text);
    }
}
