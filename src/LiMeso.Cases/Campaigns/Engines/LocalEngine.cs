using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Campaigns.Engines;

/// <summary>Processes of this machine, one an item, each kept on a core of its own. Several machines that share the campaign's directory may each run it at the same time.</summary>
internal sealed class LocalEngine : ICampaignEngine
{
    /// <summary>Makes one.</summary>
    /// <param name="processes">How many items at once; 0 for as many as there are cores.</param>
    /// <param name="pinned">Whether each process stays on a core.</param>
    public LocalEngine(int processes, bool pinned)
    {
        Pinned = pinned;
        MeasuredTogether = processes > 0 ? processes : Environment.ProcessorCount;
    }

    /// <summary>Whether each process stays on a core.</summary>
    public bool Pinned { get; }

    /// <inheritdoc/>
    public int MeasuredTogether { get; }

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static ICampaignEngine Read(SectionReader section) => new LocalEngine(
        section.WholeNumber("processes", "Items done at once; 0 for as many as there are cores.", 0, Limits.Between(0, 4096)),
        section.Flag("pin", "Whether each process stays on a core of its own. No, where other work has its fixed cores as well.", true));

    /// <inheritdoc/>
    public string Describe(Campaign campaign) =>
        $"{CountText.Of(MeasuredTogether, "process", "processes")} on this machine: {(campaign.CostsAreLimits ? "at most " : "")}{RunLog.Duration(campaign.Plan.AtomSteps / campaign.Plan.Speed / MeasuredTogether)}";

    /// <inheritdoc/>
    public EngineOutcome Run(Campaign campaign, string program, IRunLog log, CancellationToken cancellation)
    {
        IReadOnlyList<int> cores = Pinned ? PinnableCores.Available() : [];
        // with more processes than cores nobody is kept anywhere
        int?[] places = [.. Enumerable.Range(0, MeasuredTogether).Select(k => MeasuredTogether <= cores.Count ? cores[k] : (int?)null)];
        using var shift = new LocalShift(campaign, program, places, log);
        return shift.Work(cancellation);
    }
}
