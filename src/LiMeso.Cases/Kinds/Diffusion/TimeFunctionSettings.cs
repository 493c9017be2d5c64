using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>How a value of a condition or a source varies in time.</summary>
/// <param name="Kind">Name of the time function.</param>
/// <param name="Times">s; empty for a constant.</param>
/// <param name="Location">Where the times are written.</param>
internal sealed record TimeFunctionSettings(string Kind, IReadOnlyList<double> Times, SourceLocation Location)
{
    private const string Constant = "constant";

    /// <summary>Its keys.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["in-time", "times"];

    /// <summary>Reads the two keys.</summary>
    /// <param name="section">The section that holds them.</param>
    public static TimeFunctionSettings Read(SectionReader section)
    {
        string kind = section.Name("in-time", TimeFunctionKinds.All.Names, "How the value varies in time.", Constant);
        IReadOnlyList<double> times = section.OptionalQuantities("times", QuantityKind.Time, "Times that belong to the values.", "[0 s, 10 s]", Limits.NotNegative);
        section.Check(times.Count == 0 || section.Has("in-time"), "times", "the times do not say how the value varies between them", $"Add 'in-time' with one of {string.Join(", ", TimeFunctionKinds.All.Names)}.");
        if (kind == Constant) section.RefuseUnused(["times"], "a constant");
        return new TimeFunctionSettings(kind, times, section.LocationOf("times"));
    }

    /// <summary>The function.</summary>
    /// <param name="values">Its values, in SI.</param>
    /// <exception cref="InputException">Values and times do not fit together.</exception>
    public ITimeFunction Of(IReadOnlyList<double> values)
    {
        if (values.Count != Math.Max(1, Times.Count))
            throw new InputException(Location, $"{CountText.Of(values.Count, "value")} for {CountText.Of(Times.Count, "time")}", "Give one value, or 'in-time' and as many 'times' as values.");
        try
        {
            return TimeFunctionKinds.All[Kind](Times, values);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new InputException(Location, e is ArgumentException argument ? Sentences.Of(argument) : $"'in-time: {Kind}' does not take several values", inner: e);
        }
    }
}
