using LiMeso.Cases.Files;

namespace LiMeso.Cases.Kinds.BoundarySearch;

/// <summary>The structure of lowest energy of a grain boundary.</summary>
internal sealed class BoundarySearchKind() : CaseKind<BoundarySearchSettings>(BoundarySearchSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "The twin boundary of lithium",
        ["boundary.id"] = "GB17",
        ["boundary.separation"] = "20 A",
        ["points-x"] = "2",
        ["points-z"] = "2",
        ["thresholds"] = "[1 A, 2 A]",
        ["finalists"] = "1",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(BoundarySearchSettings settings, CaseDirectory directory, CasePaths paths) =>
        new BoundarySearchCase(settings, settings.Potential.Resolve(paths));
}
