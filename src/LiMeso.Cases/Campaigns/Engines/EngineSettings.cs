using LiMeso.Core.Input;

namespace LiMeso.Cases.Campaigns.Engines;

/// <summary>Who does the work of a campaign.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Program">The program that workers are started from; the running one when null.</param>
public sealed record EngineSettings(ICampaignEngine Engine, string? Program)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static EngineSettings Read(SectionReader section)
    {
        string? program = section.OptionalText("limeso", "Program that workers are started from, by its path; the one that runs the campaign when left out.", "/opt/limeso/limeso");
        (string Name, ICampaignEngine? Engine)[] given = [.. CampaignEngines.All.Select(e => (e.Name, section.OptionalSection(e.Name, $"Work is done by {e.Summary}.", e.Member)))];
        ICampaignEngine[] engines = [.. given.Select(g => g.Engine).OfType<ICampaignEngine>()];
        if (engines.Length > 1) section.Check(false, given.Last(g => g.Engine is not null).Name, "there are two engines", $"Keep one of {string.Join(", ", CampaignEngines.All.Names)}.");
        return new EngineSettings(engines.Length > 0 ? engines[0] : new LocalEngine(0, pinned: true), program);
    }
}
