namespace LiMeso.Cli.Catalogues;

/// <summary>One thing with a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">One line.</param>
/// <param name="Details">More, each under a key: formula, source, validity.</param>
internal sealed record CatalogueEntry(string Name, string Summary, Func<IReadOnlyList<(string Key, string Text)>> Details);
