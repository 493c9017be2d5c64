namespace LiMeso.Core.Input;

/// <summary>A node of an input document that knows where it was written.</summary>
/// <param name="Location">Where it was written.</param>
public abstract record InputNode(SourceLocation Location)
{
    /// <summary>What the node is, for messages.</summary>
    public abstract string Describe();
}

/// <summary>A single value, as text.</summary>
/// <param name="Text">The value without quotes.</param>
/// <param name="Location">Where it was written.</param>
public sealed record InputScalar(string Text, SourceLocation Location) : InputNode(Location)
{
    /// <inheritdoc/>
    public override string Describe() => $"'{Text}'";
}

/// <summary>A list.</summary>
/// <param name="Items">The items in order.</param>
/// <param name="Location">Where it begins.</param>
public sealed record InputList(IReadOnlyList<InputNode> Items, SourceLocation Location) : InputNode(Location)
{
    /// <inheritdoc/>
    public override string Describe() => $"a list of {Items.Count}";
}

/// <summary>Keys and values in the order of writing.</summary>
/// <param name="Entries">The entries; keys are unique.</param>
/// <param name="Location">Where it begins.</param>
public sealed record InputMap(IReadOnlyList<InputEntry> Entries, SourceLocation Location) : InputNode(Location)
{
    /// <summary>The entry with that key, or null.</summary>
    /// <param name="key">The key.</param>
    public InputEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key == key);

    /// <inheritdoc/>
    public override string Describe() => "a section";
}

/// <summary>One key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="KeyLocation">Where the key was written.</param>
public sealed record InputEntry(string Key, InputNode Value, SourceLocation KeyLocation);
