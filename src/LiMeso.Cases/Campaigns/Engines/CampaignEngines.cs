using LiMeso.Cases.Campaigns.Engines.Slurm;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;

namespace LiMeso.Cases.Campaigns.Engines;

/// <summary>Who can do the work of a campaign. A new engine is one file and one line here.</summary>
public static class CampaignEngines
{
    /// <summary>All of them: each reads the section of its name.</summary>
    public static readonly Registry<Func<SectionReader, ICampaignEngine>> All = new("campaign engine")
    {
        { "local", "processes of this machine, one a core", LocalEngine.Read },
        { "slurm", "jobs in a queue of Slurm, arrays with an item a task", SlurmEngine.Read },
    };
}
