using System.Security.Cryptography;
using System.Text;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Files;

/// <summary>A case as it lies on disk: a directory with <c>case.yaml</c>, read but not yet understood.</summary>
/// <param name="Path">The directory, as the user wrote it.</param>
/// <param name="Root">The document, with overrides applied.</param>
public sealed record CaseDirectory(string Path, InputMap Root)
{
    /// <summary>Name of the input file.</summary>
    public const string FileName = "case.yaml";

    /// <summary>Name of the file with the results that the case is held to.</summary>
    public const string ExpectedFileName = "expected.json";

    /// <summary>Reads a case directory.</summary>
    /// <param name="path">The directory, or its <c>case.yaml</c>.</param>
    /// <param name="overrides">Keys to replace, by dotted path, with the value as it would be written.</param>
    /// <param name="origin">What to show as the place of replaced values.</param>
    /// <exception cref="InputException">There is no such directory or file, or it is not YAML.</exception>
    public static CaseDirectory Open(string path, IEnumerable<KeyValuePair<string, string>>? overrides = null, string origin = "--set")
    {
        string directory = File.Exists(path) && System.IO.Path.GetFileName(path) == FileName ? System.IO.Path.GetDirectoryName(path)! : path;
        if (directory.Length == 0) directory = ".";
        string file = System.IO.Path.Combine(directory, FileName);
        if (!Directory.Exists(directory))
            throw new InputException(new SourceLocation(path), "no such case directory", "Give a directory that holds a case.yaml; 'limeso new KIND DIR' makes one.");
        if (!File.Exists(file))
            throw new InputException(new SourceLocation(path), $"the directory holds no {FileName}", "'limeso new KIND DIR' makes a case to start from.");

        InputMap root = YamlInput.Read(file);
        foreach ((string key, string value) in overrides ?? []) root = InputOverride.Apply(root, key, value, origin);
        return new CaseDirectory(directory, root);
    }

    /// <summary>The case's kind as written; empty when the key is missing.</summary>
    public string Kind => Root.Find("kind")?.Value is InputScalar kind ? kind.Text : "";

    /// <summary>Where the kind is written.</summary>
    public SourceLocation KindLocation => Root.Find("kind")?.Value.Location ?? Root.Location;

    /// <summary>SHA-256 over keys and values (not over comments or layout), in hexadecimal: two inputs with the same hash ask for the same run.</summary>
    public string InputHash()
    {
        var text = new StringBuilder();
        Canonical(Root, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The same over some keys alone.</summary>
    /// <param name="keys">Keys of the top level; those that are missing count as missing.</param>
    public string InputHash(params IEnumerable<string> keys) => new CaseDirectory(Path, Root with { Entries = [.. Root.Entries.Where(e => keys.Contains(e.Key))] }).InputHash();

    /// <summary>The case without some keys of one of its sections.</summary>
    /// <param name="section">The section, of the top level; where it is missing there is nothing to leave out.</param>
    /// <param name="keys">Its keys.</param>
    public CaseDirectory Without(string section, IReadOnlyList<string> keys) => this with
    {
        Root = Root with { Entries = [.. Root.Entries.Select(e => e.Key == section && e.Value is InputMap map ? e with { Value = map with { Entries = [.. map.Entries.Where(inner => !keys.Contains(inner.Key))] } } : e)] },
    };

    private static void Canonical(InputNode node, StringBuilder text)
    {
        switch (node)
        {
            case InputScalar scalar:
                text.Append(scalar.Text.Length).Append(':').Append(scalar.Text);
                break;
            case InputList list:
                text.Append('[');
                foreach (InputNode item in list.Items) Canonical(item, text);
                text.Append(']');
                break;
            case InputMap map:
                text.Append('{');
                foreach (InputEntry entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    text.Append(entry.Key).Append('=');
                    Canonical(entry.Value, text);
                }

                text.Append('}');
                break;
        }
    }
}
