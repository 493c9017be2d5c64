using System.Globalization;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Campaigns.Engines.Slurm;

/// <summary>
/// Job arrays of Slurm: one array for each stage, temperature and seed, with a task a boundary. A task waits for the item that it begins from, of its own boundary alone.
/// Some time before its limit an item checkpoints, and its task goes back into the queue.
/// </summary>
/// <param name="partition">Name of the partition; null for the default one.</param>
/// <param name="timeLimit">Time limit of a task, s.</param>
/// <param name="signalBefore">How long before it an item checkpoints, s.</param>
/// <param name="options">Further options of <c>sbatch</c>.</param>
internal sealed class SlurmEngine(string? partition, double timeLimit, double signalBefore, IReadOnlyList<string> options) : ICampaignEngine
{
    private const double Minute = 60;

    /// <inheritdoc/>
    public int MeasuredTogether => 1;

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static ICampaignEngine Read(SectionReader section)
    {
        string? partition = section.OptionalText("partition", "Partition; the default one of the cluster when left out.", "standard");
        double limit = section.Quantity("time-limit", QuantityKind.Time, "Time limit of a task; a longer item continues in another slot.", "24 h", limits: Limits.Between(Minute, 366 * 86400.0));
        double before = section.Quantity("signal-before", QuantityKind.Time, "How long before that limit an item checkpoints and its task goes back into the queue. Slurm may be a minute late.", "10 min", limits: Limits.Between(1, 86400));
        string? options = section.OptionalText("options", "Further options of sbatch, apart by blanks. Items use one thread each.", "--account=mine --mem-per-cpu=500M");
        section.Check(before < limit, "signal-before", "it is no shorter than 'time-limit', so that items would checkpoint before they begin", "Give a shorter time, such as 10 min, or a longer 'time-limit'.");
        return new SlurmEngine(partition, limit, before, options?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }

    /// <inheritdoc/>
    public string Describe(Campaign campaign)
    {
        IReadOnlyList<CampaignItem> items = campaign.Plan.Items;
        string arrays = CountText.Of(items.Select(i => i.Name).Distinct().Count(), "array"), tasks = CountText.Of(items.Select(i => i.Boundary).Distinct().Count(), "task");
        string longest = RunLog.Duration(items.Max(i => i.AtomSteps) / campaign.Plan.Speed);
        return $"Slurm, {arrays} of {tasks}; the longest item takes {(campaign.CostsAreLimits ? "at most " : "")}{longest} in slots of {RunLog.Duration(timeLimit)}";
    }

    /// <inheritdoc/>
    public string? Look(Campaign campaign)
    {
        if (!SlurmCommand.IsThere) return "squeue is not there: what waits in the queue is not known.";
        QueuedTask[] queued;
        try
        {
            queued = [.. new SlurmJobs(campaign).InQueue()];
        }
        catch (IOException problem)
        {
            return problem.Message;
        }

        return $"In the queue: {CountText.Of(queued.Count(q => q.State == "RUNNING"), "running task")}, {queued.Count(q => q.State == "PENDING")} waiting.";
    }

    /// <inheritdoc/>
    public EngineOutcome Run(Campaign campaign, string program, IRunLog log, CancellationToken cancellation)
    {
        SlurmCommand.Require();
        var jobs = new SlurmJobs(campaign);
        // two hand-overs at once would submit everything twice
        using DirectoryLock held = DirectoryLock.Acquire(jobs.Directory);
        string script = ItemScript.Write(jobs.Directory, campaign, program);
        Dictionary<(string Name, int Boundary), string> queued = jobs.InQueue().ToDictionary(q => (q.Name, q.Boundary), q => q.Job);
        int before = queued.Count, submitted = 0, arrays = 0, later = 0;
        ItemStatus[] open = [.. CampaignStatus.Of(campaign).Items.Where(i => i.Phase != ItemPhase.Done)];
        HashSet<CampaignItem> unfinished = [.. open.Select(i => i.Item)];
        IEnumerable<ItemStatus> toSubmit = open.Where(i => i.Phase != ItemPhase.Running && !queued.ContainsKey((i.Item.Name, i.Item.Boundary)));
        foreach (IGrouping<string, ItemStatus> group in CampaignItem.InOrderOfWork(toSubmit.ToArray(), i => i.Item).GroupBy(i => i.Item.Name))
        {
            // tasks of one array depend on the tasks of the same number in another array
            foreach (IGrouping<string?, CampaignItem> array in group.Select(i => i.Item).GroupBy(i => WaitsFor(i)))
            {
                cancellation.ThrowIfCancellationRequested();
                // what it begins from is in work outside the queue
                if (array.Key is { Length: 0 })
                {
                    later += array.Count();
                    continue;
                }

                int[] boundaries = [.. array.Select(i => i.Boundary).Order()];
                string job = SlurmCommand.Submit([.. OptionsOf(jobs, group.Key, boundaries, array.Key), script, group.Key]);
                jobs.Record(job, group.Key);
                foreach (int boundary in boundaries) queued[(group.Key, boundary)] = job;
                (submitted, arrays) = (submitted + boundaries.Length, arrays + 1);
            }
        }

        log.Message($"{CountText.Of(submitted, "item")} submitted in {CountText.Of(arrays, "array")}; {before} in the queue before.");
        if (later > 0) log.Message($"{CountText.Of(later, "item")} not submitted: what they begin from is at work outside the queue. Run the campaign again when that is done.");
        return new EngineOutcome([], ExitCodes.Done);

        string? WaitsFor(CampaignItem item) => campaign.Before(item) is { } before && unfinished.Contains(before) ? queued.GetValueOrDefault((before.Name, before.Boundary), "") : null;
    }

    private IEnumerable<string> OptionsOf(SlurmJobs jobs, string name, IEnumerable<int> boundaries, string? waitsFor) =>
    [
        "--parsable", $"--job-name=limeso-{name}", $"--array={string.Join(',', boundaries)}", "--ntasks=1", "--cpus-per-task=1", "--requeue",
        string.Create(CultureInfo.InvariantCulture, $"--time={Math.Ceiling(timeLimit / Minute)}"), string.Create(CultureInfo.InvariantCulture, $"--signal=B:USR1@{Math.Ceiling(signalBefore)}"),
        $"--output={Path.Combine(jobs.Directory, "%x-%a.log")}", "--open-mode=append",
        .. partition is null ? (string[])[] : [$"--partition={partition}"],
        .. waitsFor is null ? (string[])[] : [$"--dependency=aftercorr:{waitsFor}", "--kill-on-invalid-dep=yes"],
        .. options,
    ];
}
