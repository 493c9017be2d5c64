namespace LiMeso.Cli.Catalogues;

/// <summary>A list of things that have names in case files or on the command line.</summary>
/// <param name="Name">Name for <c>limeso list</c>, in the plural.</param>
/// <param name="Summary">What the things are.</param>
/// <param name="Entries">The things; looked up only when asked for.</param>
internal sealed record Catalogue(string Name, string Summary, Func<IEnumerable<CatalogueEntry>> Entries)
{
    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
