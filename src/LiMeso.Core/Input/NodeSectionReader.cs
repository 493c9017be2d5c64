using LiMeso.Core.Registries;

namespace LiMeso.Core.Input;

/// <summary>Reads settings from a section of a document; refuses keys that the settings do not know.</summary>
public sealed class NodeSectionReader : SectionReader
{
    private readonly InputMap _map;
    private readonly string _name;

    private NodeSectionReader(InputMap map, string name)
    {
        _map = map;
        _name = name;
    }

    /// <summary>Reads a section.</summary>
    /// <typeparam name="T">The settings that it becomes.</typeparam>
    /// <param name="map">The section.</param>
    /// <param name="name">Its name for messages; empty for the top level.</param>
    /// <param name="read">States the keys.</param>
    /// <exception cref="InputException">A key is unknown or missing, or a value cannot be used.</exception>
    public static T Read<T>(InputMap map, string name, Func<SectionReader, T> read)
    {
        RefuseUnknownKeys(map, name, SectionDescriber.Describe(read));
        return read(new NodeSectionReader(map, name));
    }

    /// <inheritdoc/>
    public override bool Has(string key) => _map.Find(key) is not null;

    /// <inheritdoc/>
    public override SourceLocation LocationOf(string key) => _map.Find(key)?.Value.Location ?? _map.Location;

    private protected override T Value<T>(KeySchema key, Func<InputNode, T> convert, Func<T>? whenAbsent)
    {
        if (_map.Find(key.Name) is { } entry) return convert(Written(entry));
        if (key.Default is not null) return convert(SectionDescriber.NodeFrom(key.Default, key.IsList));
        return whenAbsent is not null ? whenAbsent() : throw Missing(key);
    }

    private protected override T Inner<T>(KeySchema key, Func<SectionReader, T> read, Func<T>? whenAbsent)
    {
        if (_map.Find(key.Name) is { } entry) return Read(AsSection(entry.Value, key, read), PathOf(key), read);
        return whenAbsent is not null ? whenAbsent() : throw Missing(key);
    }

    private protected override IReadOnlyList<T> InnerList<T>(KeySchema key, Func<SectionReader, T> read)
    {
        if (_map.Find(key.Name) is not { } entry) return key.Required ? throw Missing(key) : [];
        if (entry.Value is not InputList list) throw new InputException(entry.Value.Location, $"'{key.Name}' expects a list of sections, found {entry.Value.Describe()}");
        return [.. list.Items.Select(item => Read(AsSection(item, key, read), PathOf(key), read))];
    }

    private static InputNode Written(InputEntry entry) =>
        entry.Value is InputScalar { Text: "" or "~" or "null" } ? throw new InputException(entry.KeyLocation, $"key '{entry.Key}' has no value") : entry.Value;

    private static InputMap AsSection<T>(InputNode node, KeySchema key, Func<SectionReader, T> read) =>
        node as InputMap ?? throw new InputException(node.Location, $"'{key.Name}' expects keys of its own, found {node.Describe()}",
            $"Valid there: {string.Join(", ", SectionDescriber.Describe(read).Keys.Select(k => k.Name))}.");

    private static void RefuseUnknownKeys(InputMap map, string name, SectionSchema schema)
    {
        string[] valid = [.. schema.Keys.Select(k => k.Name)];
        foreach (InputEntry entry in map.Entries)
        {
            if (valid.Contains(entry.Key)) continue;
            string suggestion = NearestName.Of(entry.Key, valid) is { } near ? $"Did you mean '{near}'?  " : "";
            throw new InputException(entry.KeyLocation, $"unknown key '{entry.Key}'{(name.Length == 0 ? "" : $" in '{name}'")}", $"{suggestion}Valid here: {string.Join(", ", valid)}.");
        }
    }

    private string PathOf(KeySchema key) => _name.Length == 0 ? key.Name : $"{_name}.{key.Name}";

    private InputException Missing(KeySchema key)
    {
        string example = key.Type == KeyType.Section ? $"{key.Name}:" : $"{key.Name}: {key.Example}";
        return new InputException(_map.Location, $"key '{key.Name}' is missing{(_name.Length == 0 ? "" : $" in '{_name}'")} ({Lower(key.Description)})", $"Write for example '{example}'.");
    }

    private static string Lower(string sentence) => sentence.Length == 0 ? "" : char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');
}
