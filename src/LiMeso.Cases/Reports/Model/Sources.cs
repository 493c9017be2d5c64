namespace LiMeso.Cases.Reports.Model;

/// <summary>One line of what identifies a run.</summary>
/// <param name="Name">"input hash".</param>
/// <param name="Value">Its value, shown literally in a fixed-width face.</param>
public sealed record ProvenanceEntry(string Name, string Value);

/// <summary>What a citation is owed for.</summary>
public enum CitationRole
{
    /// <summary>A formula or an algorithm.</summary>
    Method,

    /// <summary>Measured or computed values.</summary>
    Data,

    /// <summary>A program or library.</summary>
    Software,
}

/// <summary>A work to be credited.</summary>
/// <param name="Role">What for.</param>
/// <param name="Text">Authors, title, journal, year.</param>
/// <param name="Doi">Digital object identifier, "10.1039/d3ta03814e", set as a link; null when there is none.</param>
public sealed record Citation(CitationRole Role, string Text, string? Doi = null);

/// <summary>A file of the run, linked from the report.</summary>
public sealed record FileLink
{
    /// <summary>A link to a file.</summary>
    /// <param name="path">Path relative to the report, with forward slashes.</param>
    /// <param name="description">What it holds, and what opens it.</param>
    /// <exception cref="ArgumentException">The path is absolute or a URL: such a link would break when the results move.</exception>
    public FileLink(string path, string description)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path[0] is '/' or '\\' || path.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException($"'{path}' is not relative to the report", nameof(path));
        (Path, Description) = (path, description);
    }

    /// <summary>Path relative to the report.</summary>
    public string Path { get; }

    /// <summary>What it holds.</summary>
    public string Description { get; }
}
