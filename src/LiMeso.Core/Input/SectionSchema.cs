using LiMeso.Core.Units;

namespace LiMeso.Core.Input;

/// <summary>What a key holds.</summary>
public enum KeyType
{
    /// <summary>A quantity with its unit, or a pure number.</summary>
    Quantity,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>One of a list of names.</summary>
    Name,

    /// <summary>A section with keys of its own.</summary>
    Section,
}

/// <summary>One key of a section, as checks, the JSON Schema, templates and sweeps see it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Description">One sentence.</param>
public sealed record KeySchema(string Name, KeyType Type, string Description)
{
    /// <summary>Whether the key must be given.</summary>
    public bool Required { get; init; }

    /// <summary>The value used when the key is absent, as it would be written.</summary>
    public string? Default { get; init; }

    /// <summary>A value as one would write it.</summary>
    public string? Example { get; init; }

    /// <summary>The kind of quantity, for <see cref="KeyType.Quantity"/>.</summary>
    public QuantityKind? Kind { get; init; }

    /// <summary>Values allowed, in SI.</summary>
    public Limits Limits { get; init; } = Limits.None;

    /// <summary>Valid names, for <see cref="KeyType.Name"/>.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether the key holds a list of such values.</summary>
    public bool IsList { get; init; }

    /// <summary>The keys inside, for <see cref="KeyType.Section"/>.</summary>
    public SectionSchema? Section { get; init; }
}

/// <summary>The keys of a section, in the order in which they are read.</summary>
/// <param name="Keys">The keys.</param>
public sealed record SectionSchema(IReadOnlyList<KeySchema> Keys)
{
    /// <summary>The key at a dotted path, or null.</summary>
    /// <param name="path">Keys joined by dots.</param>
    public KeySchema? Find(string path)
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        KeySchema? key = Keys.FirstOrDefault(k => k.Name == (dot < 0 ? path : path[..dot]));
        return dot < 0 ? key : key?.Section?.Find(path[(dot + 1)..]);
    }

    /// <summary>All dotted paths to keys that hold values, not sections or lists of sections.</summary>
    public IEnumerable<string> Paths() => Keys.SelectMany(k => k.Section is null ? [k.Name] : k.IsList ? [] : k.Section.Paths().Select(p => $"{k.Name}.{p}"));
}
