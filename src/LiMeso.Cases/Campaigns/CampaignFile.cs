using LiMeso.Atomistics.Bicrystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Campaigns;

/// <summary>A campaign as it is written: a case of kind <c>boundary-diffusion</c> with a list of boundaries in place of one, and an engine.</summary>
/// <param name="Path">The file.</param>
/// <param name="Root">The document.</param>
/// <param name="Settings">What it says.</param>
internal sealed record CampaignFile(string Path, InputMap Root, CampaignSettings Settings)
{
    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be used.</exception>
    public static CampaignFile Read(string path)
    {
        InputMap root = YamlInput.Read(path);
        return new CampaignFile(path, root, NodeSectionReader.Read(root, "", CampaignSettings.Read));
    }

    /// <summary>Hash over all but the engine: two files with the same hash ask for the same items.</summary>
    public string InputHash() => new CaseDirectory("", Without(CampaignSettings.EngineKey)).InputHash();

    /// <summary>Hash over what is done with a boundary: two files with the same hash may ask for other boundaries, temperatures and seeds, and for longer times, but an item that both ask for is the same, unless its boundary has another cell.</summary>
    public string ProcedureHash() => new CaseDirectory("", Root).Without(FollowSettings.Key, FollowSettings.KeysOfExtent).InputHash([.. BoundaryDiffusionCase.KeysOfStructure, FollowSettings.Key]);

    /// <summary>The case that a boundary of the campaign is. Its values still know where they stand in the campaign file.</summary>
    /// <param name="boundary">The boundary.</param>
    public InputMap CaseOf(CatalogueBoundary boundary)
    {
        var place = new SourceLocation(Path);
        InputEntry Entry(string key, InputNode value) => new(key, value, value.Location);
        InputScalar Text(string text) => new(text, place);
        IReadOnlyList<InputEntry> all = EntriesOf(Root.Find(BoundarySettings.Key)?.Value), own = OwnCell(boundary);
        InputEntry[] cell = [.. all.Select(e => own.FirstOrDefault(o => o.Key == e.Key) ?? e), .. own.Where(o => all.All(e => e.Key != o.Key))];
        InputMap rest = Without(CampaignSettings.EngineKey, CampaignSettings.BoundariesKey, CampaignSettings.CellsKey, BoundarySettings.Key, "kind", "title");
        return rest with
        {
            Entries =
            [
                Entry("kind", Text(BoundaryDiffusionSettings.Kind)), Entry("title", Text($"{Settings.Header.Title}: {boundary.Id} {boundary.Geometry.Label}")),
                Entry(BoundarySettings.Key, new InputMap([Entry("id", Text(boundary.Id)), .. cell], place)), .. rest.Entries,
            ],
        };
    }

    /// <summary>The files that the potential is read from, relative to the campaign file; none for a potential of the program, or where they are absolute.</summary>
    public IEnumerable<(string Name, string Path)> PotentialFiles()
    {
        PotentialSettings potential = Settings.Procedure.Potential;
        var paths = new CasePaths(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, Settings.Header.OutsidePaths);
        foreach ((string? file, SourceLocation location) in ((string?, SourceLocation)[])[(potential.Library, potential.LibraryLocation), (potential.Parameters, potential.ParametersLocation)])
            if (file is not null && !System.IO.Path.IsPathRooted(file)) yield return (file, paths.Resolve(file, location));
    }

    // what is said of the cell of this boundary alone
    private InputEntry[] OwnCell(CatalogueBoundary boundary)
    {
        int which = Settings.Cells.ToList().FindIndex(c => c.Boundaries.Contains(boundary));
        return which < 0 ? [] : [.. EntriesOf(((InputList)Root.Find(CampaignSettings.CellsKey)!.Value).Items[which]).Where(e => e.Key != CampaignSettings.BoundariesKey)];
    }

    private static IReadOnlyList<InputEntry> EntriesOf(InputNode? node) => (node as InputMap)?.Entries ?? [];

    private InputMap Without(params string[] keys) => Root with { Entries = [.. Root.Entries.Where(e => !keys.Contains(e.Key))] };
}
