using LiMeso.Core.Units;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Campaigns.Collection;

/// <summary>Means over the boundaries of a campaign at each temperature, with the number of values that went in. A boundary that has an upper bound only goes into none.</summary>
internal static class CollectedMeans
{
    /// <summary>How many boundaries "slowest" and "fastest" are, as in the source.</summary>
    public const int Extremes = 3;

    /// <summary>The means of the diffusivity by a definition.</summary>
    /// <param name="boundaries">The boundaries.</param>
    /// <param name="definition">Which displacements count.</param>
    public static BoundaryMeans Of(IReadOnlyList<BoundaryData> boundaries, BoundaryDefinition definition)
    {
        MeasuredPoint[] all = [.. boundaries.SelectMany(b => b.Diffusivities.TryGetValue(definition, out DiffusivityCurve? curve) ? curve.Points : [])];
        return all.Length == 0 ? new BoundaryMeans(null, null, null) : new BoundaryMeans(
            new DiffusivityCurve(Over(all, QuantityKind.Diffusivity)), new DiffusivityCurve(Over(all, QuantityKind.Diffusivity, v => v.Take(Extremes))),
            new DiffusivityCurve(Over(all, QuantityKind.Diffusivity, v => v.TakeLast(Extremes))));
    }

    /// <summary>Means of values at each temperature.</summary>
    /// <param name="values">The values, of all boundaries and temperatures.</param>
    /// <param name="kind">What they are.</param>
    public static IReadOnlyList<MeasuredPoint> Over(IEnumerable<MeasuredPoint> values, QuantityKind kind) => Over(values, kind, v => v);

    /// <summary>A value, to the last bit or next to it, that has a name in the unit of data sets.</summary>
    /// <param name="value">In SI.</param>
    /// <param name="kind">What it is.</param>
    public static double Written(double value, QuantityKind kind)
    {
        string unit = kind == QuantityKind.Diffusivity ? "cm^2/s" : "A";
        return kind.Parse(FormattableString.Invariant($"{kind.In(value, unit):R} {unit}"));
    }

    private static IReadOnlyList<MeasuredPoint> Over(IEnumerable<MeasuredPoint> values, QuantityKind kind, Func<IEnumerable<MeasuredPoint>, IEnumerable<MeasuredPoint>> choose) =>
        [.. values.GroupBy(p => p.Temperature).OrderBy(g => g.Key).Select(g => Mean([.. choose(g.OrderBy(p => p.Value))], kind))];

    private static MeasuredPoint Mean(MeasuredPoint[] values, QuantityKind kind)
    {
        double? error = values.All(v => v.Error is not null) ? Math.Sqrt(values.Sum(v => v.Error!.Value * v.Error.Value)) / values.Length : null;
        return new MeasuredPoint(values[0].Temperature, Written(values.Average(v => v.Value), kind), error is { } e ? Written(e, kind) : null, values[0].Attribution) { Count = values.Length };
    }
}
