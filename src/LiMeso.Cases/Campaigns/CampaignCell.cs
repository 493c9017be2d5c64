using LiMeso.Atomistics.Bicrystals;
using LiMeso.Cases.Atoms;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Campaigns;

/// <summary>Boundaries of a campaign whose cells are other than those of the rest: a twin whose rows of atoms would slide as wholes in a narrow cell, a boundary whose periods are long anyway.</summary>
/// <param name="Boundaries">The boundaries.</param>
/// <param name="Written">What the section says of their cells, in the place of what the section of all cells says.</param>
internal sealed record CampaignCell(IReadOnlyList<CatalogueBoundary> Boundaries, IReadOnlyList<string> Written)
{
    private static readonly string[] _keys = ["lattice-constant", "separation", "min-width"];

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static CampaignCell Read(SectionReader section)
    {
        IReadOnlyList<string> names = section.Names(CampaignSettings.BoundariesKey, BoundaryCatalogue.All.Select(b => b.Id), "The boundaries, by id.");
        BoundarySettings.ReadCell(section);
        string[] written = [.. _keys.Where(section.Has)];
        section.Check(written.Length > 0, CampaignSettings.BoundariesKey, "nothing is said of their cells", $"Give one of: {string.Join(", ", _keys)}.");
        return new CampaignCell([.. names.Select(n => BoundaryCatalogue.Find(n)!)], written);
    }
}
