using System.Text;

namespace LiMeso.Core.Input;

/// <summary>Writes a commented input file from a schema: keys that must be given with example values, all others as comments with their defaults.</summary>
public static class TemplateWriter
{
    /// <summary>The text of the template.</summary>
    /// <param name="section">The schema.</param>
    /// <param name="given">Values, as they would be written, for keys by dotted path; they stand in place of examples, and uncomment optional keys.</param>
    public static string Write(SectionSchema section, IReadOnlyDictionary<string, string> given)
    {
        var text = new StringBuilder();
        Write(text, section, "", "", isItem: false, given);
        return text.ToString();
    }

    private static void Write(StringBuilder text, SectionSchema section, string path, string indent, bool isItem, IReadOnlyDictionary<string, string> given)
    {
        foreach (KeySchema key in section.Keys)
        {
            string full = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            bool active = key.Required || given.Keys.Any(k => k == full || k.StartsWith(full + ".", StringComparison.Ordinal));
            string bullet = isItem && key == section.Keys[0] ? "- " : isItem ? "  " : "";
            text.Append(indent).Append("# ").Append(key.Description).Append(Facts(key)).Append('\n');
            string start = $"{indent}{(active ? "" : "# ")}{bullet}{key.Name}:";
            if (key.Type != KeyType.Section)
            {
                text.Append(start).Append(' ').Append(given.TryGetValue(full, out string? value) ? value : key.Example ?? key.Default).Append('\n');
            }
            else if (active)
            {
                text.Append(start).Append('\n');
                Write(text, key.Section!, full, indent + (isItem ? "    " : "  "), key.IsList, given);
            }
            else
            {
                text.Append(start).Append(" ...   # keys: ").AppendJoin(", ", key.Section!.Keys.Select(k => k.Name)).Append('\n');
            }
        }
    }

    private static string Facts(KeySchema key)
    {
        List<string> facts = [];
        if (key.Names.Count > 0) facts.Add($"one of {string.Join(", ", key.Names)}");
        if (key.Default is not null) facts.Add($"default {key.Default}");
        else if (!key.Required) facts.Add("optional");
        return facts.Count == 0 ? "" : $" [{string.Join("; ", facts)}]";
    }
}
