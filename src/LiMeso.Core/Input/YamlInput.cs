using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LiMeso.Core.Input;

/// <summary>Reads YAML into nodes that know their line and column.</summary>
public static class YamlInput
{
    /// <summary>Reads a file whose top level is a section.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The path to show in messages; the path itself when null.</param>
    /// <returns>The top-level section.</returns>
    /// <exception cref="InputException">The file is missing, or is not YAML, or repeats a key, or uses anchors or several documents.</exception>
    public static InputMap Read(string path, string? shownAs = null)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(new SourceLocation(shownAs ?? path), "no such file", inner: e);
        }

        return Parse(text, shownAs ?? path);
    }

    /// <summary>Reads text whose top level is a section.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="shownAs">The file name to show in messages.</param>
    /// <exception cref="InputException">The text is not YAML, or repeats a key, or uses anchors or several documents.</exception>
    public static InputMap Parse(string text, string shownAs)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) throw new InputException(new SourceLocation(shownAs, 1), "the file is empty");

            parser.Consume<DocumentStart>();
            InputNode root = ReadNode(parser, shownAs);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _)) throw new InputException(At(parser.Current!.Start, shownAs), "expected one YAML document", "Remove the second '---'.");
            return root as InputMap ?? throw new InputException(root.Location, $"expected keys with values, found {root.Describe()}");
        }
        catch (YamlException e)
        {
            throw new InputException(At(e.Start, shownAs), $"not valid YAML: {e.Message}", "Indent with spaces, and put text that contains ': ' or '#' in quotes.", e);
        }
    }

    private static InputNode ReadNode(Parser parser, string file)
    {
        ParsingEvent at = parser.Current!;
        switch (at)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new InputScalar(scalar.Value, At(scalar.Start, file));

            case SequenceStart:
                parser.MoveNext();
                List<InputNode> items = [];
                while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(parser, file));
                return new InputList(items, At(at.Start, file));

            case MappingStart:
                parser.MoveNext();
                List<InputEntry> entries = [];
                while (!parser.TryConsume<MappingEnd>(out _)) entries.Add(ReadEntry(parser, file, entries));
                return new InputMap(entries, At(at.Start, file));

            default:
                throw new InputException(At(at.Start, file), "YAML anchors and aliases are not supported", "Write the value out.");
        }
    }

    private static InputEntry ReadEntry(Parser parser, string file, List<InputEntry> before)
    {
        InputNode key = ReadNode(parser, file);
        if (key is not InputScalar name) throw new InputException(key.Location, $"expected a key, found {key.Describe()}");
        if (before.Find(e => e.Key == name.Text) is { } first)
            throw new InputException(name.Location, $"key '{name.Text}' appears twice (first in line {first.KeyLocation.Line})");
        return new InputEntry(name.Text, ReadNode(parser, file), name.Location);
    }

    private static SourceLocation At(Mark mark, string file) => new(file, (int)mark.Line, (int)mark.Column);
}
