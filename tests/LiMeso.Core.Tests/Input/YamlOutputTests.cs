using FsCheck;
using FsCheck.Fluent;
using LiMeso.Core.Input;
using LiMeso.Tests;

namespace LiMeso.Core.Tests.Input;

public class YamlOutputTests
{
    private static readonly SourceLocation _nowhere = new("");

    // what YAML could take for something else, if it stood there unquoted
    private static readonly string[] _awkward =
        ["", " ", "~", "null", "- a", "a: b", "a #b", "#", "'", "\"", "\\", "[1 um", "{", "}", "&a", "*a", "!t", "%", "@", "`", "?", "|", ">", "two\nlines", "\n", "end ", "\ttab", "---", "...", "µm", "1e-9 cm^2/s", "yes", "0x10", ","];

    [Theory]
    [InlineData("title: A foil\nfoil:\n  thickness: 120 um\ntimes: [1 h, 2 h]\nsteps:\n- current: 1 A/m^2\n  duration: 1 h\n")]
    [InlineData("title: 'quoted: here'\nempty: ''\nnested: {a: {b: [[1, 2], [3]]}, c: []}\nnone: {}\n")]
    public void What_was_read_is_written_so_that_it_reads_the_same(string yaml)
    {
        InputMap read = YamlInput.Parse(yaml, "case.yaml");
        string written = YamlOutput.Write(read);
        Assert.Equal(Plain(read), Plain(YamlInput.Parse(written, "case.yaml")));
        Assert.Equal(written, YamlOutput.Write(YamlInput.Parse(written, "case.yaml")));
    }

    [Fact]
    public void A_document_looks_as_a_person_would_write_it() =>
        Assert.Equal(
            "title: A foil\nfoil:\n  thickness: 120 um\ntimes: [1 h, 2 h]\n",
            YamlOutput.Write(YamlInput.Parse("title: \"A foil\"   # comment\nfoil: {thickness: 120 um}\ntimes:\n  - 1 h\n  - 2 h\n", "case.yaml")));

    [Fact]
    public void Any_text_survives_as_key_and_as_value()
    {
        Gen<string> texts = Gen.OneOf(
            Gen.Elements(_awkward),
            from characters in Gen.ArrayOf(Gen.Elements("ab1 -:#'\"\\[]{},&*!|>%@`?~.\n\tµ√".ToCharArray()))
            select new string(characters));
        Prop.ForAll(Gen.ArrayOf(texts).ToArbitrary(), Gen.ArrayOf(texts).ToArbitrary(), (keys, values) =>
        {
            var list = new InputList([.. values.Select(v => new InputScalar(v, _nowhere))], _nowhere);
            var root = new InputMap([.. keys.Distinct().Select((k, i) => new InputEntry(k, i % 2 == 0 ? list : new InputScalar(k, _nowhere), _nowhere))], _nowhere);
            return Plain(root) == Plain(YamlInput.Parse(YamlOutput.Write(root), ""));
        }).HoldsForRandomCases(500);
    }

    // keys and values without the places where they stood
    private static string Plain(InputNode node) => node switch
    {
        InputScalar scalar => $"<{scalar.Text}>",
        InputList list => $"[{string.Concat(list.Items.Select(Plain))}]",
        InputMap map => $"{{{string.Concat(map.Entries.Select(e => $"<{e.Key}>={Plain(e.Value)}"))}}}",
        _ => "",
    };
}
