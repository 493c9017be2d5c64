using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LiMeso.Core.Input;

/// <summary>Writes nodes as YAML that <see cref="YamlInput"/> reads back: same keys, same values, same order. Places and comments are lost.</summary>
public static partial class YamlOutput
{
    /// <summary>A document as YAML.</summary>
    /// <param name="root">Its top-level section.</param>
    public static string Write(InputMap root)
    {
        // any key may stand before its colon, and no line is broken: lines are easier to compare
        var layout = new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: int.MaxValue);
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, layout);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, InputNode node)
    {
        switch (node)
        {
            case InputScalar scalar:
                Emit(emitter, scalar.Text);
                break;

            case InputList list:
                bool inOneLine = list.Items.All(i => i is InputScalar);
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, inOneLine ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (InputNode item in list.Items) Emit(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;

            case InputMap map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (InputEntry entry in map.Entries)
                {
                    Emit(emitter, entry.Key);
                    Emit(emitter, entry.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
        }
    }

    // The emitter's own choice leaves a few texts plain that do not read back, "?" as a key among them; the reader does not tell the two apart.
    private static void Emit(Emitter emitter, string text)
    {
        ScalarStyle style = SafeWithoutQuotes().IsMatch(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
    }

    // words and quantities: a letter, digit or sign first, nothing that means something to YAML, no space at the end
    [GeneratedRegex(@"\A[+-]?[\p{L}\p{Nd}.][\p{L}\p{Nd} .()/^*+_%=;-]*(?<! )\z")]
    private static partial Regex SafeWithoutQuotes();
}
