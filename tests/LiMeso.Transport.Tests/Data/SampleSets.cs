using LiMeso.Core;
using LiMeso.Transport.Data;

namespace LiMeso.Transport.Tests.Data;

/// <summary>Small data sets, with values that need all their digits.</summary>
internal static class SampleSets
{
    private static readonly Attribution _md = new(ValueStatus.Computed, "md"), _guess = new(ValueStatus.Assumed, "guess");

    public static string LiYoon2023 => Path.Combine(AppContext.BaseDirectory, "datasets", "li-yoon-2023");

    public static DiffusivitySet Computed(int extremes = 1, DataOrigin origin = DataOrigin.Computed) => new()
    {
        Name = "sample",
        Title = "Three boundaries, \"quoted\" and with a \\ in it",
        Origin = origin,
        Sources = [new("md", "Molecular dynamics: 3 runs, 5 ns each"), new("guess", "Assumed")],
        Bulk = new DiffusivityCurve([Point(250, 1.0 / 3 * 1e-16), Point(300, 2.06e-15, 1.23456789e-16), Point(400, 2.13687e-13)]),
        Width = new WidthCurve([Point(250, 11e-10), Point(300, 12e-10, Math.PI * 1e-11), Point(400, 15.3e-10)]),
        TripleJunctionFactor = new(100, _guess),
        Segregation = new(1, _guess),
        Extremes = extremes,
        Boundaries =
        [
            new BoundaryData("gb01", new Dictionary<BoundaryDefinition, DiffusivityCurve> { [BoundaryDefinition.Total] = Rows(1e-11), [BoundaryDefinition.InPlane] = Rows(1.4e-11) })
            {
                Name = "Σ5(310)/[001], 36.87°",
                Kind = BoundaryKind.Tilt,
                Sigma = 5,
                Axis = "[001]",
                Plane = "(310)",
                MisorientationDegrees = 36.8698976458,
                Width = new WidthCurve([Point(250, 8.5e-10), Point(300, 9e-10, 1e-11 / 3), Point(400, 1.9e-9)]),
            },
            new BoundaryData("gb02", new Dictionary<BoundaryDefinition, DiffusivityCurve> { [BoundaryDefinition.Total] = Rows(3e-11) }) { Name = "random", Kind = BoundaryKind.Mixed },
            new BoundaryData("gb03", new Dictionary<BoundaryDefinition, DiffusivityCurve> { [BoundaryDefinition.Total] = Rows(2e-11) }) { Name = "Σ5(001)", Kind = BoundaryKind.Twist, Sigma = 5 },
        ],
    };

    public static DiffusivitySet WithLinesAndFit() => new()
    {
        Name = "lines",
        Title = "Lines and fits",
        Origin = DataOrigin.Mixed,
        Sources = [new("md", "Ours"), new("paper", "Theirs")],
        Bulk = new DiffusivityCurve([Point(300, 2e-15)], [new(new(250, 400), 2.385131e-7, 0.48 * PhysicalConstants.ElementaryCharge, new(ValueStatus.Published, "paper"))], CurveMethod.Lines),
        Width = new WidthCurve([Point(300, 12e-10)]),
        Mean = new DiffusivityCurve([Point(250, 1.1e-11, 1e-12), Point(280, 2.9e-11, 3e-12), Point(340, 1.4e-10, 1e-11), Point(400, 5e-10, 4e-11)], null, CurveMethod.Fit, [310]),
        Definition = BoundaryDefinition.InPlane,
        TripleJunctionFactor = new(1.0 / 3, _md),
        Segregation = new(0.7, new(ValueStatus.Inferred, "paper")),
    };

    /// <summary>As a campaign of simulations leaves it: means with counts by two definitions, directions, boundaries of which only bounds are known.</summary>
    public static DiffusivitySet Collected()
    {
        MeasuredPoint Counted(double temperature, double value, int count) => Point(temperature, value, value / 3) with { Count = count };
        MeasuredPoint Run(double temperature, double value) => Counted(temperature, value, 3) with { SimulatedTime = 6e-10 };
        DiffusivityCurve Both(double at300) => new([Counted(300, at300, 2), Counted(400, 9 * at300, 3)]);
        return new DiffusivitySet
        {
            Name = "collected",
            Title = "What is finished",
            Origin = DataOrigin.Computed,
            Sources = [new("md", "Ours")],
            Bulk = new DiffusivityCurve([Point(300, 2e-15), Point(400, 2e-13)]),
            Width = new WidthCurve([Counted(300, 12e-10, 2), Counted(400, 15e-10, 3)]),
            Mean = Both(2e-11),
            Slowest = Both(1e-11),
            Fastest = Both(3e-11),
            OtherMeans = new Dictionary<BoundaryDefinition, BoundaryMeans> { [BoundaryDefinition.InPlane] = new(Both(2.8e-11), null, Both(4e-11)) },
            TripleJunctionFactor = new(100, _md),
            Segregation = new(1, _md),
            Boundaries =
            [
                new BoundaryData("GB01", new Dictionary<BoundaryDefinition, DiffusivityCurve>
                {
                    [BoundaryDefinition.Total] = new([Run(300, 1e-11), Run(400, 9e-11)]), [BoundaryDefinition.InPlane] = new([Run(300, 1.4e-11), Run(400, 1e-10)]), [BoundaryDefinition.Y] = new([Run(400, 3e-12)]),
                }) { Name = "one", Kind = BoundaryKind.Tilt },
                new BoundaryData(
                    "GB02", new Dictionary<BoundaryDefinition, DiffusivityCurve> { [BoundaryDefinition.Total] = new([Run(400, 2e-11)]) },
                    new Dictionary<BoundaryDefinition, IReadOnlyList<MeasuredPoint>> { [BoundaryDefinition.Total] = [Run(300, 4e-13)] })
                { Name = "two", Kind = BoundaryKind.Twist, Width = new WidthCurve([Run(300, 9e-10) with { Count = null, SimulatedTime = null, Error = null }]) },
                new BoundaryData("GB03", new Dictionary<BoundaryDefinition, DiffusivityCurve>(), new Dictionary<BoundaryDefinition, IReadOnlyList<MeasuredPoint>> { [BoundaryDefinition.Total] = [Run(300, 1e-13), Run(400, 2e-13)] })
                { Name = "three", Kind = BoundaryKind.Mixed },
            ],
        };
    }

    public static void AssertEqual(DiffusivitySet expected, DiffusivitySet actual)
    {
        Assert.Equal(
            (expected.Name, expected.Title, expected.Origin, expected.Definition, expected.Extremes, expected.TripleJunctionFactor, expected.Segregation),
            (actual.Name, actual.Title, actual.Origin, actual.Definition, actual.Extremes, actual.TripleJunctionFactor, actual.Segregation));
        Assert.Equal(expected.Sources, actual.Sources);
        Assert.Equal(expected.Width.Points, actual.Width.Points);
        AssertEqual(expected.Bulk, actual.Bulk);
        AssertEqual(expected.Mean, actual.Mean);
        AssertEqual(expected.Slowest, actual.Slowest);
        AssertEqual(expected.Fastest, actual.Fastest);
        Assert.Equal(expected.OtherMeans.Keys, actual.OtherMeans.Keys);
        foreach ((BoundaryDefinition definition, BoundaryMeans means) in expected.OtherMeans)
            Assert.All(BoundarySelection.Reserved, selection => AssertEqual(means.Of(selection), actual.OtherMeans[definition].Of(selection)));
        Assert.Equal(expected.Boundaries.Count, actual.Boundaries.Count);
        foreach ((BoundaryData e, BoundaryData a) in expected.Boundaries.Zip(actual.Boundaries))
        {
            Assert.Equal((e.Id, e.Name, e.Kind, e.Sigma, e.Axis, e.Plane, e.MisorientationDegrees), (a.Id, a.Name, a.Kind, a.Sigma, a.Axis, a.Plane, a.MisorientationDegrees));
            Assert.Equal(e.Width?.Points, a.Width?.Points);
            Assert.Equal(e.Bounds.Keys.Order(), a.Bounds.Keys.Order());
            Assert.All(e.Bounds.Keys, definition => Assert.Equal(e.Bounds[definition], a.Bounds[definition]));
            Assert.Equal(e.Diffusivities.Keys.Order(), a.Diffusivities.Keys.Order());
            Assert.All(e.Diffusivities.Keys, definition => AssertEqual(e.Diffusivities[definition], a.Diffusivities[definition]));
        }
    }

    private static void AssertEqual(DiffusivityCurve? expected, DiffusivityCurve? actual)
    {
        Assert.Equal(expected?.Points, actual?.Points);
        Assert.Equal(expected?.Lines, actual?.Lines);
        Assert.Equal(expected?.Breaks, actual?.Breaks);
        Assert.Equal(expected?.Method, actual?.Method);
    }

    private static DiffusivityCurve Rows(double at300) => new([Point(250, at300 / 7), Point(300, at300, 1e-12), Point(400, at300 * 9)]);

    private static MeasuredPoint Point(double temperature, double value, double? error = null) => new(temperature, value, error, _md);
}
