using LiMeso.Core.Registries;

namespace LiMeso.Transport.Data;

/// <summary>Diffusivities of a polycrystalline metal: bulk, grain boundaries, triple junctions, widths, over temperature, each value with its source.</summary>
/// <remarks>
/// Read with <see cref="DiffusivitySetReader"/>, written with <see cref="DiffusivitySetWriter"/>. Whoever computes boundaries one by one gives the
/// <see cref="Boundaries"/> and leaves <see cref="Mean"/>, <see cref="Slowest"/> and <see cref="Fastest"/> out: they then follow from the boundaries.
/// </remarks>
public sealed class DiffusivitySet
{
    /// <summary>Name of the set: its directory's name.</summary>
    public required string Name { get; init; }

    /// <summary>One line that describes it.</summary>
    public required string Title { get; init; }

    /// <summary>Literature, own simulations, or declared to mix both.</summary>
    public required DataOrigin Origin { get; init; }

    /// <summary>The sources that values refer to.</summary>
    public required IReadOnlyList<DataSource> Sources { get; init; }

    /// <summary>Grain diffusivity.</summary>
    public required DiffusivityCurve Bulk { get; init; }

    /// <summary>Mean width of the boundaries.</summary>
    public required WidthCurve Width { get; init; }

    /// <summary>Which displacements <see cref="Mean"/>, <see cref="Slowest"/> and <see cref="Fastest"/> count, and which rows of the boundaries are used unless asked otherwise.</summary>
    public BoundaryDefinition Definition { get; init; }

    /// <summary>Mean boundary diffusivity; null to average the boundaries.</summary>
    public DiffusivityCurve? Mean { get; init; }

    /// <summary>Diffusivity of the slowest boundaries; null to take them from the boundaries.</summary>
    public DiffusivityCurve? Slowest { get; init; }

    /// <summary>Diffusivity of the fastest boundaries; null to take them from the boundaries.</summary>
    public DiffusivityCurve? Fastest { get; init; }

    /// <summary>Means for other definitions than <see cref="Definition"/>; where there are none, they follow from the boundaries.</summary>
    public IReadOnlyDictionary<BoundaryDefinition, BoundaryMeans> OtherMeans { get; init; } = new Dictionary<BoundaryDefinition, BoundaryMeans>();

    /// <summary>How many boundaries "slowest" and "fastest" average over.</summary>
    public int Extremes { get; init; } = 1;

    /// <summary>D_triple-junction / D_boundary.</summary>
    public required AttributedNumber TripleJunctionFactor { get; init; }

    /// <summary>C_boundary / C_grain at equilibrium; 1 for self-diffusion.</summary>
    public required AttributedNumber Segregation { get; init; }

    /// <summary>Single boundaries; may be empty.</summary>
    public IReadOnlyList<BoundaryData> Boundaries { get; init; } = [];

    /// <summary>What may be selected: mean, slowest, fastest and the ids of the boundaries, as far as the set has them.</summary>
    public IReadOnlyList<string> Selections =>
    [
        .. BoundarySelection.Reserved.Where(name => Boundaries.Count > 0 || MeansOf(Definition)?.Of(name) is not null),
        .. Boundaries.Where(b => b.Diffusivities.Count > 0).Select(b => b.Id),
    ];

    /// <summary>The properties at a temperature.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="selection">Which boundary diffusivity: "mean", "slowest", "fastest", or a boundary's id.</param>
    /// <param name="extrapolate">Whether values outside their data are wanted; they are marked.</param>
    /// <param name="definition">Total or in-plane boundary diffusivity; the set's own when null.</param>
    /// <exception cref="TemperatureOutOfRangeException">A value is not known at this temperature.</exception>
    /// <exception cref="UnknownNameException">The set has no such selection.</exception>
    /// <exception cref="ModelNotApplicableException">The boundary has no diffusivity of that definition.</exception>
    public TransportProperties At(double temperature, string selection = BoundarySelection.Mean, bool extrapolate = false, BoundaryDefinition? definition = null)
    {
        if (!Selections.Contains(selection)) throw new UnknownNameException($"boundary selection of data set '{Name}'", selection, Selections);
        PropertyValue boundary = BoundaryAt(temperature, selection, extrapolate, definition ?? Definition);
        return new TransportProperties(
            temperature, selection, Bulk.At(temperature, extrapolate, $"the bulk diffusivity of '{Name}'"), boundary, TripleJunctionOf(boundary),
            WidthAt(temperature, selection, extrapolate), PropertyValue.From(Segregation.Value, null, [Segregation.Attribution], false, "constant"));
    }

    /// <summary>Whether the set has the diffusivities of a selection by a definition.</summary>
    /// <param name="selection">Which boundaries.</param>
    /// <param name="definition">Which displacements they count.</param>
    public bool Has(string selection, BoundaryDefinition definition) =>
        MeansOf(definition)?.Of(selection) is not null
        || (Boundaries.FirstOrDefault(b => b.Id == selection) is { } single
            ? single.Diffusivities.ContainsKey(definition)
            : Boundaries.Any(b => b.Diffusivities.ContainsKey(definition)) && Boundaries.All(b => b.Diffusivities.ContainsKey(definition) || b.Bounds.ContainsKey(definition)));

    /// <summary>The citation behind a source id.</summary>
    /// <param name="source">The id, as in <see cref="PropertyValue.Sources"/>.</param>
    /// <exception cref="UnknownNameException">The set has no such source.</exception>
    public string CitationOf(string source) =>
        Sources.FirstOrDefault(s => s.Id == source)?.Citation ?? throw new UnknownNameException($"source of data set '{Name}'", source, [.. Sources.Select(s => s.Id)]);

    private PropertyValue BoundaryAt(double temperature, string selection, bool extrapolate, BoundaryDefinition definition)
    {
        if (MeansOf(definition)?.Of(selection) is { } curve)
            return curve.At(temperature, extrapolate, $"the {selection} grain-boundary diffusivity of '{Name}'");
        if (Boundaries.FirstOrDefault(b => b.Id == selection) is { } single) return SingleAt(single, temperature, extrapolate, definition);
        // those that are only known to be slower than a bound cannot be averaged
        BoundaryData[] known = [.. Boundaries.Where(b => b.Diffusivities.ContainsKey(definition) || !b.Bounds.ContainsKey(definition))];
        if (known.Length == 0) throw new ModelNotApplicableException($"data set '{Name}' has no {EnumNames.Of(definition)} grain-boundary diffusivities.");

        PropertyValue[] slowestFirst = [.. known.Select(b => SingleAt(b, temperature, extrapolate, definition)).OrderBy(v => v.Value)];
        int count = Math.Min(Extremes, slowestFirst.Length);
        return selection switch
        {
            BoundarySelection.Slowest => Average(slowestFirst[..count], $"mean of the {count} slowest of {slowestFirst.Length} boundaries"),
            BoundarySelection.Fastest => Average(slowestFirst[^count..], $"mean of the {count} fastest of {slowestFirst.Length} boundaries"),
            _ => Average(slowestFirst, $"mean of {slowestFirst.Length} boundaries"),
        };
    }

    private PropertyValue SingleAt(BoundaryData boundary, double temperature, bool extrapolate, BoundaryDefinition definition) =>
        boundary.Diffusivities.TryGetValue(definition, out DiffusivityCurve? curve)
            ? curve.At(temperature, extrapolate, $"the diffusivity of boundary '{boundary.Id}' of '{Name}'")
            : throw new ModelNotApplicableException(
                $"boundary '{boundary.Id}' of data set '{Name}' has no {EnumNames.Of(definition)} diffusivity{(boundary.Bounds.ContainsKey(definition) ? ", only upper bounds" : "")}.");

    private PropertyValue WidthAt(double temperature, string selection, bool extrapolate)
    {
        WidthCurve width = Boundaries.FirstOrDefault(b => b.Id == selection)?.Width is { } own && (own.Range.Contains(temperature) || !Width.Range.Contains(temperature)) ? own : Width;
        return width.At(temperature, extrapolate, $"the grain-boundary width of '{Name}'");
    }

    private PropertyValue TripleJunctionOf(PropertyValue boundary) => new(
        TripleJunctionFactor.Value * boundary.Value, TripleJunctionFactor.Value * boundary.StandardError,
        (ValueStatus)Math.Max((int)boundary.Status, (int)TripleJunctionFactor.Attribution.Status),
        [.. boundary.Sources.Append(TripleJunctionFactor.Attribution.Source).Distinct()], boundary.Extrapolated,
        FormattableString.Invariant($"{TripleJunctionFactor.Value:g6} times the grain-boundary diffusivity"));

    private BoundaryMeans? MeansOf(BoundaryDefinition definition) =>
        definition == Definition ? new BoundaryMeans(Mean, Slowest, Fastest) : OtherMeans.GetValueOrDefault(definition);

    private static PropertyValue Average(PropertyValue[] values, string basis)
    {
        double? error = values.All(v => v.StandardError is not null) ? Math.Sqrt(values.Sum(v => v.StandardError!.Value * v.StandardError.Value)) / values.Length : null;
        return new PropertyValue(
            values.Average(v => v.Value), error, values.Max(v => v.Status), [.. values.SelectMany(v => v.Sources).Distinct()], values.Any(v => v.Extrapolated), basis);
    }
}
