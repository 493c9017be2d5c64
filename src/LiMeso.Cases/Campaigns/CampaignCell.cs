using LiMeso.Atomistics.Bicrystals;
using LiMeso.Cases.Atoms;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Campaigns;

/// <summary>Boundaries of a campaign whose cells are other than those of the rest, such as a twin whose rows of atoms would slide as wholes in a narrow cell.</summary>
/// <param name="Boundaries">The boundaries.</param>
/// <param name="Location">Where they are named.</param>
internal sealed record CampaignCell(IReadOnlyList<CatalogueBoundary> Boundaries, SourceLocation Location)
{
    /// <summary>Reads the section. What else it says, besides the boundaries, stands in the place of what <see cref="BoundarySettings.ReadCell"/> reads.</summary>
    /// <param name="section">The section.</param>
    public static CampaignCell Read(SectionReader section)
    {
        IReadOnlyList<string> names = section.Names(CampaignSettings.BoundariesKey, BoundaryCatalogue.All.Select(b => b.Id), "The boundaries, by id.");
        double?[] written =
        [
            section.OptionalQuantity("lattice-constant", QuantityKind.Length, "Lattice constant; as 'boundary' says when left out.", "3.5 A"),
            section.OptionalQuantity("separation", QuantityKind.Length, "Least distance between the two boundaries; as 'boundary' says when left out.", "80 A"),
            section.OptionalQuantity("min-width", QuantityKind.Length, "Least lengths along the boundary; as 'boundary' says when left out.", "24 A"),
        ];
        section.Check(written.Any(w => w is not null), CampaignSettings.BoundariesKey, "nothing is said of their cells", "Give 'lattice-constant', 'separation' or 'min-width'.");
        return new CampaignCell([.. names.Select(n => BoundaryCatalogue.Find(n)!)], section.LocationOf(CampaignSettings.BoundariesKey));
    }
}
