using LiMeso.Atomistics.Bicrystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Campaigns.Engines;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Core;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Campaigns;

/// <summary>The input of a campaign: boundaries, what is done with each of them, and who does it.</summary>
/// <param name="Header">What the campaign says about itself.</param>
/// <param name="Boundaries">The boundaries, in the order in which they are wanted.</param>
/// <param name="Cells">Boundaries whose cells are other than those of the rest.</param>
/// <param name="Procedure">What is done with each: a case whose boundary stands for all of them.</param>
/// <param name="Engine">Who does the work.</param>
internal sealed record CampaignSettings(CaseHeader Header, IReadOnlyList<CatalogueBoundary> Boundaries, IReadOnlyList<CampaignCell> Cells, BoundaryDiffusionSettings Procedure, EngineSettings Engine)
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "campaign";

    /// <summary>Key of the list of boundaries; the rest of the file but for <see cref="CellsKey"/> and <see cref="EngineKey"/> is a case.</summary>
    public const string BoundariesKey = "boundaries";

    /// <summary>Key of the list of cells that differ.</summary>
    public const string CellsKey = "cells";

    /// <summary>Key of the section that says who does the work.</summary>
    public const string EngineKey = "engine";

    private const string All = "all", Marked = "marked";

    /// <summary>The keys of a campaign file, from the same function that reads them.</summary>
    public static SectionSchema Schema => SectionDescriber.Describe(Read);

    /// <summary>Reads the file.</summary>
    /// <param name="s">Its top level.</param>
    public static CampaignSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        int marked = BoundaryCatalogue.All.Count(b => b.NamedAs is not null);
        IReadOnlyList<string> names = s.Names(
            BoundariesKey, [All, Marked, .. BoundaryCatalogue.All.Select(b => b.Id)],
            $"Grain boundaries of the catalogue ('limeso gb list'), those wanted first at the beginning: ids; marked, the {CountText.Of(marked, "boundary", "boundaries")} that the source names; all.");
        CatalogueBoundary[] boundaries = [.. names.SelectMany(Named).Distinct()];
        BoundarySettings cell = s.SectionOrDefaults(BoundarySettings.Key, "How large the cells of all boundaries are.", BoundarySettings.ReadCell);
        IReadOnlyList<CampaignCell> cells = s.Sections(CellsKey, "Boundaries whose cells are to be other than those of the rest, and what is other.", CampaignCell.Read, required: false);
        foreach (CampaignCell one in cells)
        {
            foreach (CatalogueBoundary boundary in one.Boundaries)
            {
                if (!boundaries.Contains(boundary)) throw new InputException(one.Location, $"{boundary.Id} is not among the boundaries of the campaign", $"Leave it out, or add it to '{BoundariesKey}'.");
                if (cells.Sum(c => c.Boundaries.Count(o => o == boundary)) > 1) throw new InputException(one.Location, $"{boundary.Id} has more than one cell", "Name it once.");
            }
        }

        return new CampaignSettings(
            header, boundaries, cells, BoundaryDiffusionSettings.ReadProcedure(s, header, cell, null),
            s.SectionOrDefaults(EngineKey, "Who does the work. It may change at any time.", EngineSettings.Read));
    }

    private static IEnumerable<CatalogueBoundary> Named(string name) => name switch
    {
        All => BoundaryCatalogue.All,
        Marked => BoundaryCatalogue.All.Where(b => b.NamedAs is not null),
        _ => [BoundaryCatalogue.Find(name)!],
    };
}
