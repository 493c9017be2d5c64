using System.Globalization;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;

namespace LiMeso.Cases.Sweeps;

/// <summary>One input key and the values that it takes, as they would stand in the case file.</summary>
/// <param name="Key">Dotted path of the key.</param>
/// <param name="Values">The values.</param>
public sealed record SweepAxis(string Key, IReadOnlyList<string> Values)
{
    /// <summary>Reads <c>material.grain-size=1 um, 10 um</c> or <c>foil.thickness={from: 10 um, to: 160 um, count: 5, spacing: log}</c>.</summary>
    /// <param name="text">Key and values.</param>
    /// <param name="schema">The keys of the case.</param>
    /// <exception cref="InputException">The key does not exist, or the values cannot be read.</exception>
    public static SweepAxis Parse(string text, SectionSchema schema)
    {
        var location = new SourceLocation($"--vary {text}");
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) throw new InputException(location, "expected KEY=VALUES", "Write for example --vary material.grain-size='1 um, 10 um'.");
        string path = text[..equals].Trim(), values = text[(equals + 1)..].Trim();
        if (schema.Find(path) is not { } key || key.Type == KeyType.Section)
        {
            string[] valid = [.. schema.Paths()];
            string near = NearestName.Of(path, valid) is { } name ? $"Did you mean '{name}'?  " : "";
            throw new InputException(location, $"the case has no key '{path}'", $"{near}Valid: {string.Join(", ", valid)}.");
        }

        return new SweepAxis(path, values.StartsWith('{') ? Range(values, key, location) : Listed(values, location));
    }

    // as YAML, so that values may be quoted, or be lists themselves
    private static string[] Listed(string values, SourceLocation location)
    {
        string list = values.StartsWith('[') ? values : $"[{values}]";
        return YamlInput.Parse($"value: {list}", location.File).Find("value")!.Value is InputList { Items.Count: > 0 } listed
            ? [.. listed.Items.Select(Written)]
            : throw new InputException(location, "no values", "Write for example --vary material.grain-size='1 um, 10 um'.");
    }

    private static string Written(InputNode node) => node switch
    {
        InputScalar scalar => scalar.Text,
        InputList list => $"[{string.Join(", ", list.Items.Select(Written))}]",
        InputMap map => $"{{{string.Join(", ", map.Entries.Select(e => $"{e.Key}: {Written(e.Value)}"))}}}",
        _ => "",
    };

    // the values of a range are written in the unit of its first one, so that the table reads like the case file
    private static string[] Range(string text, KeySchema key, SourceLocation location)
    {
        if (key.Kind is not { } kind) throw new InputException(location, $"'{key.Name}' is no quantity and has no ranges", "List its values, separated by commas.");
        InputMap range = (InputMap)YamlInput.Parse($"value: {text}", location.File).Find("value")!.Value;
        IReadOnlyList<double> values = NodeSectionReader.Read(new InputMap([new InputEntry(key.Name, range, range.Location)], range.Location), "", s => s.Quantities(key.Name, kind, "Values of the sweep.", limits: key.Limits));
        string unit = UnitOf((range.Find("from")!.Value as InputScalar)!.Text);
        return [.. values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{kind.In(v, unit):G12} {unit}").TrimEnd())];
    }

    private static string UnitOf(string quantity)
    {
        int i = quantity.Length;
        string[] words = quantity.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2) return words[1];
        while (i > 0 && !char.IsAsciiDigit(quantity[i - 1]) && quantity[i - 1] != '.') i--;
        return quantity[i..];
    }
}
