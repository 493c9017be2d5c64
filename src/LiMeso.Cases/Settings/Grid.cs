using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Settings;

/// <summary>The nodes of one axis of a map.</summary>
/// <param name="Values">At least two, increasing, in SI.</param>
/// <param name="Location">Where they are written.</param>
public sealed record Grid(IReadOnlyList<double> Values, SourceLocation Location)
{
    /// <summary>Number of nodes.</summary>
    public int Count => Values.Count;

    /// <summary>Reads an axis.</summary>
    /// <param name="section">The section.</param>
    /// <param name="key">The key.</param>
    /// <param name="kind">What the nodes are.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="example">Nodes as they would be written: a range.</param>
    public static Grid Read(SectionReader section, string key, QuantityKind kind, string description, string example)
    {
        IReadOnlyList<double> values = section.Quantities(key, kind, description, example: example);
        bool increasing = values.Zip(values.Skip(1)).All(pair => pair.Second > pair.First);
        section.Check(increasing && values.Count > 1, key, $"'{key}' needs two values or more, each larger than the one before", $"Write for example '{key}: {example}'.");
        return new Grid(values, section.LocationOf(key));
    }
}
