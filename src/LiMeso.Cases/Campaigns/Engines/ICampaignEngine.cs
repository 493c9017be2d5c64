using LiMeso.Cases.Running;

namespace LiMeso.Cases.Campaigns.Engines;

/// <summary>Takes the items of a campaign to where they are done. A plug-in, registered in <see cref="CampaignEngines"/>.</summary>
public interface ICampaignEngine
{
    /// <summary>How many items it does at once on this machine; 1 where the work is done elsewhere. The speed is measured so.</summary>
    int MeasuredTogether { get; }

    /// <summary>Who does the work, and how long that takes at the measured speed, in words.</summary>
    /// <param name="campaign">The campaign.</param>
    string Describe(Campaign campaign);

    /// <summary>What it knows of a campaign besides what the campaign's directory tells, in words; null for nothing.</summary>
    /// <param name="campaign">The campaign.</param>
    string? Look(Campaign campaign) => null;

    /// <summary>Does what is not done, or hands it over.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="program">The program that workers are started from.</param>
    /// <param name="log">Where messages and progress go.</param>
    /// <param name="cancellation">Asked for when the user interrupts.</param>
    /// <exception cref="OperationCanceledException">Interrupted; every item at work has a checkpoint on disk.</exception>
    EngineOutcome Run(Campaign campaign, string program, IRunLog log, CancellationToken cancellation);
}

/// <summary>How a run of an engine ended.</summary>
/// <param name="Failed">The items that ended with an error.</param>
/// <param name="ExitCode">What the first of them ended with; 0 when there are none.</param>
public sealed record EngineOutcome(IReadOnlyList<string> Failed, int ExitCode);
