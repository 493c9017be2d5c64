namespace LiMeso.Core.Input;

/// <summary>Runs the function that reads a section against nothing, and writes down which keys it asked for.</summary>
public sealed class SectionDescriber : SectionReader
{
    private static readonly SourceLocation _nowhere = new("schema");
    private readonly List<KeySchema> _keys = [];

    private SectionDescriber()
    {
    }

    /// <summary>The keys that a section has.</summary>
    /// <typeparam name="T">The settings that it becomes.</typeparam>
    /// <param name="read">States the keys; it sees examples and defaults as values.</param>
    public static SectionSchema Describe<T>(Func<SectionReader, T> read)
    {
        var describer = new SectionDescriber();
        read(describer);
        return new SectionSchema([.. describer._keys.DistinctBy(k => k.Name)]);
    }

    /// <inheritdoc/>
    public override bool Has(string key) => true;

    /// <inheritdoc/>
    public override SourceLocation LocationOf(string key) => _nowhere;

    /// <inheritdoc/>
    public override void Check(bool holds, string key, string problem, string? advice = null)
    {
        // examples need not fit together
    }

    /// <summary>The node that a default or example would be, if it were written.</summary>
    internal static InputNode NodeFrom(string written, bool isList) =>
        isList || written is ['[' or '{', ..] ? YamlInput.Parse($"value: {written}", "default").Find("value")!.Value : new InputScalar(written, _nowhere);

    private protected override T Value<T>(KeySchema key, Func<InputNode, T> convert, Func<T>? whenAbsent)
    {
        _keys.Add(key);
        return convert(NodeFrom(key.Example ?? key.Default!, key.IsList));
    }

    private protected override T Inner<T>(KeySchema key, Func<SectionReader, T> read, Func<T>? whenAbsent)
    {
        var inner = new SectionDescriber();
        T settings = read(inner);
        _keys.Add(key with { Section = new SectionSchema(inner._keys) });
        return settings;
    }

    private protected override IReadOnlyList<T> InnerList<T>(KeySchema key, Func<SectionReader, T> read) => [Inner(key, read, null)];
}
