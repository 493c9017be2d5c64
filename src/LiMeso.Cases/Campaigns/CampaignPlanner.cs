using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
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
    /// do something else is refused.
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
        if (before?.InputHash == campaign.InputHash())
        {
            Store(campaign, directory);
            return Campaign.Open(directory);
        }

        if (before is null) RequireOurs(directory);
        else RequireSame(campaign, before, directory);
        string home = Path.GetDirectoryName(Path.GetFullPath(file))!;
        // prepared where the campaign file is: nothing is written before all is checked
        (string Id, BoundaryCase Case)[] cases = [.. campaign.Settings.Boundaries.Select(b => (b.Id, BoundaryCase.Of(new CaseDirectory(home, campaign.CaseOf(b)))))];
        CampaignItem[] items = [.. cases.SelectMany((c, k) => c.Case.Prepared.Work.Select(w => new CampaignItem(k + 1, c.Id, w.Name, w.Follow?.Temperature, w.Follow?.Seed, w.Atoms, w.AtomSteps)))];
        int together = campaign.Settings.Engine.Engine.MeasuredTogether;
        double found = speed ?? DynamicsSpeed.Measure(
            cases[0].Case.Prepared.Potential.Potential, items.Select(i => i.Atoms).Order().ElementAt(items.Length / 2), campaign.Settings.Procedure.TimeStep, together, cancellation);

        foreach ((string id, BoundaryCase one) in cases) Lay(campaign, one, Path.Combine(directory, Campaign.CasesFolder, id));
        Store(campaign, directory);
        // last: a directory with a plan is complete
        new CampaignPlan(campaign.Settings.Header.Title, campaign.InputHash(), campaign.ProcedureHash(), found, speed is null ? $"measured here, {together} at a time" : "given", items).Write(directory);
        return Campaign.Open(directory);
    }

    private static void RequireSame(CampaignFile campaign, CampaignPlan before, string directory)
    {
        if (before.ProcedureHash != campaign.ProcedureHash())
            throw new InputException(
                new SourceLocation(directory), $"holds a campaign of other values ('{before.Title}')",
                $"Restore '{campaign.Path}' as it was planned but for boundaries, temperatures, seeds, 'longest-production' and 'engine', or choose another directory with --out.");
        if (before.Items.FirstOrDefault(i => DirectoryLock.IsHeld(Campaign.WorkOf(directory, i))) is { } busy)
            throw new InputException(new SourceLocation(directory), $"holds another plan ('{before.Title}') that is at work, on {busy.Id}", "Stop 'limeso campaign run' first, or scancel its jobs: they leave checkpoints.");
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
            File.Copy(source, target, overwrite: true);
        }

        AtomicFile.WriteText(Path.Combine(path, CaseDirectory.FileName), "# A boundary of a campaign. Made by the plan; with another input its items would not count.\n" + YamlOutput.Write(one.Directory.Root));
        if (RunRecord.Read(results)?.InputHash == one.InputHash) return;
        var provenance = new Provenance(one.InputHash, one.Prepared.DataSetHashes, 1, DateTime.UtcNow, 0, 0) { CaseDirectory = ".." };
        RunRecord.Create(CaseStatus.Interrupted, one.Prepared.Header.Kind, one.Prepared.Header.Title, provenance, null, []).Write(results);
    }

    private static void Store(CampaignFile campaign, string directory)
    {
        string path = Path.Combine(directory, Campaign.FileName), text = YamlOutput.Write(campaign.Root);
        if (!File.Exists(path) || File.ReadAllText(path) != text) AtomicFile.WriteText(path, text);
    }
}
