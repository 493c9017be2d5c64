namespace LiMeso.Core.Input;

/// <summary>Replaces one value of a document, as <c>--set material.grain-size="1 um"</c> and sweeps do.</summary>
public static class InputOverride
{
    /// <summary>A copy of the document in which the key has the new value. Sections on the way are created when absent.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">Keys from the top, joined by dots.</param>
    /// <param name="value">The new value, as it would stand in the file: a scalar, or YAML in flow style such as "[1 um, 2 um]".</param>
    /// <param name="origin">What to show as the place of the value: "--set".</param>
    /// <exception cref="InputException">A part of the path is not a section, or the value is not YAML.</exception>
    public static InputMap Apply(InputMap root, string path, string value, string origin)
    {
        var location = new SourceLocation($"{origin} {path}={value}");
        InputNode node = value.TrimStart() is ['[' or '{', ..]
            ? YamlInput.Parse($"value: {value}", $"{origin} {path}").Find("value")!.Value
            : new InputScalar(value, location);
        return Replace(root, path.Split('.'), 0, node, location);
    }

    private static InputMap Replace(InputMap map, string[] keys, int depth, InputNode value, SourceLocation location)
    {
        string key = keys[depth];
        InputEntry? old = map.Find(key);
        InputNode next = value;
        if (depth + 1 < keys.Length)
        {
            InputNode inner = old?.Value ?? new InputMap([], location);
            if (inner is not InputMap section)
                throw new InputException(location, $"'{string.Join('.', keys[..(depth + 1)])}' is a value, not a section", $"It is written at {inner.Location}.");
            next = Replace(section, keys, depth + 1, value, location);
        }

        var entry = new InputEntry(key, next, old?.KeyLocation ?? location);
        return map with { Entries = old is null ? [.. map.Entries, entry] : [.. map.Entries.Select(e => e == old ? entry : e)] };
    }
}
