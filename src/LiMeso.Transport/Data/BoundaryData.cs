namespace LiMeso.Transport.Data;

/// <summary>How the misorientation axis lies to the boundary plane.</summary>
public enum BoundaryKind
{
    /// <summary>Axis in the plane.</summary>
    Tilt,

    /// <summary>Axis normal to the plane.</summary>
    Twist,

    /// <summary>Neither.</summary>
    Mixed,
}

/// <summary>Which displacements a grain-boundary diffusivity counts.</summary>
public enum BoundaryDefinition
{
    /// <summary>All three directions, ⟨x²+y²+z²⟩/(6t) (D_tot): with little motion across the plane, down to 2/3 of the in-plane value.</summary>
    Total,

    /// <summary>The two directions in the boundary plane, ⟨x²+z²⟩/(4t) (D_inplane): what transport along a boundary uses.</summary>
    InPlane,

    /// <summary>The first direction in the plane alone, ⟨x²⟩/(2t).</summary>
    X,

    /// <summary>Across the plane, ⟨y²⟩/(2t).</summary>
    Y,

    /// <summary>The second direction in the plane alone, ⟨z²⟩/(2t).</summary>
    Z,
}

/// <summary>One grain boundary and what is known of its diffusivity.</summary>
public sealed class BoundaryData
{
    /// <summary>Makes a boundary.</summary>
    /// <param name="id">Short name, as cases select it: "s5-001-twist-36.87".</param>
    /// <param name="diffusivities">Diffusivity against temperature, by definition; at least one, or a bound.</param>
    /// <param name="bounds">What the diffusivity does not exceed where it is not known, by definition; none when null.</param>
    /// <exception cref="ArgumentException">The id is reserved or empty, there is neither a diffusivity nor a bound, or both at the same temperature.</exception>
    public BoundaryData(
        string id, IReadOnlyDictionary<BoundaryDefinition, DiffusivityCurve> diffusivities, IReadOnlyDictionary<BoundaryDefinition, IReadOnlyList<MeasuredPoint>>? bounds = null)
    {
        if (string.IsNullOrWhiteSpace(id) || BoundarySelection.Reserved.Contains(id)) throw new ArgumentException($"a grain boundary cannot be called '{id}'.", nameof(id));
        ArgumentNullException.ThrowIfNull(diffusivities);
        Bounds = (bounds ?? new Dictionary<BoundaryDefinition, IReadOnlyList<MeasuredPoint>>()).ToDictionary(b => b.Key, b => (IReadOnlyList<MeasuredPoint>)[.. b.Value.OrderBy(p => p.Temperature)]);
        if (diffusivities.Count == 0 && Bounds.Count == 0) throw new ArgumentException($"the grain boundary '{id}' has no diffusivity.", nameof(diffusivities));
        foreach ((BoundaryDefinition definition, IReadOnlyList<MeasuredPoint> points) in Bounds)
        {
            CurveChecks.Points(points, "upper bound");
            if (diffusivities.TryGetValue(definition, out DiffusivityCurve? curve) && curve.Points.FirstOrDefault(p => points.Any(b => b.Temperature == p.Temperature)) is { } both)
                throw new ArgumentException(FormattableString.Invariant($"the grain boundary '{id}' has both a diffusivity and an upper bound at {both.Temperature:g6} K."), nameof(bounds));
        }

        (Id, Diffusivities) = (id, diffusivities);
    }

    /// <summary>Short name, as cases select it.</summary>
    public string Id { get; }

    /// <summary>Diffusivity against temperature, by definition.</summary>
    public IReadOnlyDictionary<BoundaryDefinition, DiffusivityCurve> Diffusivities { get; }

    /// <summary>Upper bounds, by definition and in order of temperature, where the diffusivity is not known: no part of curves and means.</summary>
    public IReadOnlyDictionary<BoundaryDefinition, IReadOnlyList<MeasuredPoint>> Bounds { get; }

    /// <summary>Name as the literature writes it: "S5(001) 36.9 twist".</summary>
    public required string Name { get; init; }

    /// <summary>Tilt, twist or mixed.</summary>
    public required BoundaryKind Kind { get; init; }

    /// <summary>Σ, the reciprocal density of coinciding sites; null when not a coincidence boundary.</summary>
    public int? Sigma { get; init; }

    /// <summary>Rotation axis, "[001]"; empty when not known.</summary>
    public string Axis { get; init; } = "";

    /// <summary>Boundary plane, "(310)"; empty when not known.</summary>
    public string Plane { get; init; } = "";

    /// <summary>Misorientation about the axis, degrees; null when not known.</summary>
    public double? MisorientationDegrees { get; init; }

    /// <summary>Width against temperature; null when not known for this boundary.</summary>
    public WidthCurve? Width { get; init; }
}
