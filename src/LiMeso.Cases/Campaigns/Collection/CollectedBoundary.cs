using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Campaigns.Collection;

/// <summary>What is known of one boundary of a campaign: what is finished, and what runs have found that have yet to go further.</summary>
internal sealed class CollectedBoundary
{
    /// <summary>Source id of what is computed.</summary>
    public const string SourceId = "limeso-boundaries";

    // D in the plane, (MSDx + MSDz)/4t, is at most MSD/4t
    private const double InPlaneOverTotal = 6.0 / 4;

    // how a run's results name what the data set calls so
    private static readonly (BoundaryDefinition Definition, string Name)[] _definitions =
        [(BoundaryDefinition.Total, "total"), (BoundaryDefinition.InPlane, "in_plane"), (BoundaryDefinition.X, "x"), (BoundaryDefinition.Y, "y"), (BoundaryDefinition.Z, "z")];

    private static readonly Attribution _attribution = new(ValueStatus.Computed, SourceId);

    private readonly ResultData _means = new();

    /// <summary>Reads what is known.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="one">Its case.</param>
    public CollectedBoundary(CatalogueBoundary boundary, BoundaryCase one)
    {
        (Boundary, Case) = (boundary, one);
        Search = one.Prepared.Settings.Search is null ? null : one.Finished(SearchItem.Name);
        Structure = one.Finished(AnnealItem.Name);
        Start = Structure is null ? null : one.Prepared.StartOf(Structure);
        Runs = [.. one.Prepared.Settings.Items.Select(i => (Item: i, Found: one.SoFar(i.Name))).Where(r => r.Found is not null).Select(r => (r.Item, r.Found!)).OrderBy(r => r.Item.Temperature).ThenBy(r => r.Item.Seed)];
        Temperatures = [.. Runs.Select(r => r.Item.Temperature).Distinct()];
        foreach (double temperature in Temperatures)
            BoundarySummary.AddTemperature(_means, BoundarySummary.KeyOf(temperature), [.. Runs.Where(r => r.Item.Temperature == temperature).Select(r => r.Found)]);
    }

    /// <summary>The boundary.</summary>
    public CatalogueBoundary Boundary { get; }

    /// <summary>Its case.</summary>
    public BoundaryCase Case { get; }

    /// <summary>What the search found; null where it is not finished, or nothing is searched.</summary>
    public ResultData? Search { get; }

    /// <summary>The structures before and after annealing; null when they are not finished.</summary>
    public ResultData? Structure { get; }

    /// <summary>The structure from which atoms are followed; null when it is not finished.</summary>
    public ColdStructure? Start { get; }

    /// <summary>What runs found, by temperature and seed.</summary>
    public IReadOnlyList<(FollowItem Item, ResultData Found)> Runs { get; }

    /// <summary>The runs whose atoms moved too little so far, and have yet to be followed for longer.</summary>
    public IEnumerable<FollowItem> Unfinished => Runs.Where(r => !Case.Prepared.IsEnough(r.Item.Name, r.Found)).Select(r => r.Item);

    /// <summary>The temperatures of the runs, K.</summary>
    public IReadOnlyList<double> Temperatures { get; }

    /// <summary>All that is known.</summary>
    public IEnumerable<ResultData> Found => ((ResultData?[])[Search, Structure]).OfType<ResultData>().Concat(Runs.Select(r => r.Found));

    /// <summary>Time that atoms were followed, ps.</summary>
    public double SimulatedTime => Runs.Sum(r => r.Found.Number("time_ps"));

    /// <summary>The boundary as a data set has it; null when neither a diffusivity nor a bound is known.</summary>
    public BoundaryData? ToData()
    {
        var known = _definitions.Select(d => (d.Definition, Points: Points(d.Name))).Where(d => d.Points.Length > 0).ToDictionary(d => d.Definition, d => new DiffusivityCurve(d.Points));
        var bounds = new Dictionary<BoundaryDefinition, IReadOnlyList<MeasuredPoint>>();
        MeasuredPoint[] total = Bounds();
        if (total.Length > 0)
        {
            bounds[BoundaryDefinition.Total] = total;
            bounds[BoundaryDefinition.InPlane] = [.. total.Select(p => p with { Value = CollectedMeans.Written(InPlaneOverTotal * p.Value, QuantityKind.Diffusivity) })];
        }

        if (known.Count == 0 && bounds.Count == 0) return null;
        BoundaryGeometry g = Boundary.Geometry;
        // widths have their place in the rows of what is known
        HashSet<double> rows = [.. known.Values.SelectMany(c => c.Points).Concat(bounds.Values.SelectMany(b => b)).Select(p => p.Temperature)];
        MeasuredPoint[] widths = [.. Widths().Where(w => rows.Contains(w.Temperature)).Select(w => w with { Count = null })];
        return new BoundaryData(Boundary.Id, known, bounds)
        {
            Name = g.Label,
            Kind = g.Kind == Atomistics.Bicrystals.BoundaryKind.Tilt ? Transport.Data.BoundaryKind.Tilt : Transport.Data.BoundaryKind.Twist,
            Sigma = g.Sigma,
            Axis = $"[{Digits(g.Axis)}]",
            Plane = $"({Digits(g.Plane.Primitive)})",
            MisorientationDegrees = g.Angle,
            Width = widths.Length > 0 ? new WidthCurve(widths) : null,
        };
    }

    /// <summary>Widths at the temperatures where they are known, m.</summary>
    public IEnumerable<MeasuredPoint> Widths() => Temperatures.Where(t => Number(t, "width_A") is > 0).Select(t => Point(t, Number(t, "width_A")!.Value, Number(t, "width_error_A"), QuantityKind.Length, "A"));

    // noise may make a direction's slope negative: then there is no value
    private MeasuredPoint[] Points(string name) =>
        [.. Temperatures.Where(t => Number(t, $"diffusivity_cm2_s.{name}") is > 0).Select(t => Point(t, Number(t, $"diffusivity_cm2_s.{name}")!.Value, Number(t, $"diffusivity_error_cm2_s.{name}"), QuantityKind.Diffusivity, "cm^2/s"))];

    private MeasuredPoint[] Bounds() => [.. Temperatures.Where(t => Number(t, "upper_bound_cm2_s") is > 0).Select(t => Point(t, Number(t, "upper_bound_cm2_s")!.Value, null, QuantityKind.Diffusivity, "cm^2/s"))];

    private MeasuredPoint Point(double temperature, double value, double? error, QuantityKind kind, string unit) => new(temperature, Si(value, kind, unit), error is > 0 ? Si(error.Value, kind, unit) : null, _attribution)
    {
        Count = (int)Number(temperature, "runs")!.Value,
        SimulatedTime = Si(Number(temperature, "time_ps")!.Value, QuantityKind.Time, "ps"),
    };

    // as it will be read from a file
    private static double Si(double value, QuantityKind kind, string unit) => kind.Parse(FormattableString.Invariant($"{value:R} {unit}"));

    // as the literature writes them: [01-1]
    private static string Digits(LatticeDirection d) =>
        Math.Max(Math.Abs(d.U), Math.Max(Math.Abs(d.V), Math.Abs(d.W))) > 9 ? FormattableString.Invariant($"{d.U} {d.V} {d.W}") : FormattableString.Invariant($"{d.U}{d.V}{d.W}");

    private double? Number(double temperature, string name) =>
        _means.Numbers.TryGetValue($"{BoundarySummary.KeyOf(temperature)}.{name}", out double value) && double.IsFinite(value) ? value : null;
}
