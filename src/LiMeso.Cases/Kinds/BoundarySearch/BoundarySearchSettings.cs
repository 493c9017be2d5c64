using LiMeso.Cases.Atoms;
using LiMeso.Cases.Atoms.Search;
using LiMeso.Cases.Files;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.BoundarySearch;

/// <summary>The input of a <c>boundary-search</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Boundary">The boundary.</param>
/// <param name="Potential">How the atoms act on each other.</param>
/// <param name="Procedure">How its structure is searched.</param>
internal sealed record BoundarySearchSettings(CaseHeader Header, BoundarySettings Boundary, PotentialSettings Potential, SearchProcedure Procedure) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "boundary-search";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static BoundarySearchSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        BoundarySettings boundary = s.Section(BoundarySettings.Key, BoundarySettings.Description, BoundarySettings.Read);
        PotentialSettings potential = s.SectionOrDefaults(PotentialSettings.Key, PotentialSettings.Description, PotentialSettings.Read);
        return new BoundarySearchSettings(header, boundary, potential, SearchProcedure.Read(s));
    }
}
