using System.Reflection;
using LiMeso.Atomistics.Potentials;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.Core.Units;

namespace LiMeso.Atomistics.Properties;

/// <summary>A value to hold against one that is computed.</summary>
/// <param name="Value">In the unit of the property.</param>
/// <param name="Source">Whom it is from.</param>
/// <param name="Note">What to know of it; null for nothing.</param>
public sealed record ReferenceValue(double Value, string Source, string? Note);

/// <summary>
/// Values of lithium by others, shipped with the program (<c>Properties/Reference/lithium.yaml</c>): those of another program with the same potential, and published ones.
/// </summary>
public sealed class ReferenceValues
{
    private const string File = "lithium.yaml";

    // Published values belong to no potential: its name is empty.
    private readonly Dictionary<(string Potential, string Property), ReferenceValue> _values = [];

    private ReferenceValues()
    {
    }

    /// <summary>The shipped values.</summary>
    public static ReferenceValues Lithium { get; } = Parse(Text(), File);

    /// <summary>Reads values.</summary>
    /// <param name="yaml">The content of a file of values.</param>
    /// <param name="shownAs">Its name, for messages.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static ReferenceValues Parse(string yaml, string shownAs) => NodeSectionReader.Read(YamlInput.Parse(yaml, shownAs), "", Read);

    /// <summary>What another program finds with the same potential; null where that is not known.</summary>
    /// <param name="potential">Name of the potential.</param>
    /// <param name="property">Name of the property.</param>
    public ReferenceValue? Calculated(string potential, string property) => _values.GetValueOrDefault((potential, property));

    /// <summary>What is published; null where nothing is.</summary>
    /// <param name="property">Name of the property.</param>
    public ReferenceValue? Published(string property) => _values.GetValueOrDefault(("", property));

    private static ReferenceValues Read(SectionReader s)
    {
        Dictionary<string, string> sources = s.Sections("sources", "Who found the values.", e => (e.Text("id", "Short name."), e.Text("citation", "Where it is published.")))
            .ToDictionary();
        IReadOnlyList<Entry> published = s.Sections("published", "Measured or published values.", e => ReadEntry(e, "", sources));
        IReadOnlyList<Entry> calculated = s.Sections("calculated", "Values by other programs.",
            e => ReadEntry(e, e.Name("potential", InteratomicPotentials.All.Names, "The potential."), sources));
        var values = new ReferenceValues();
        foreach (Entry e in (IEnumerable<Entry>)[.. published, .. calculated])
        {
            if (!values._values.TryAdd((e.Potential, e.Property), e.Value)) throw new InputException(e.Location, $"'{e.Property}' is there twice");
        }

        return values;
    }

    private static Entry ReadEntry(SectionReader e, string potential, Dictionary<string, string> sources)
    {
        string property = e.Name("property", StaticProperties.All.Names, "The property.");
        double value = e.Quantity("value", QuantityKind.Number, "Its value, in the unit of the property.", limits: Limits.None);
        string source = e.Text("source", "Whose it is.");
        string? note = e.OptionalText("note", "What to know of it.");
        e.Check(sources.ContainsKey(source), "source", $"unknown source '{source}'", NearestName.Of(source, sources.Keys) is { } near ? $"Did you mean '{near}'?" : null);
        return new Entry(potential, property, e.LocationOf("property"), new ReferenceValue(value, sources.GetValueOrDefault(source, source), note));
    }

    private sealed record Entry(string Potential, string Property, SourceLocation Location, ReferenceValue Value);

    private static string Text()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"LiMeso.Properties.{File}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
