using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Transport.Data;

/// <summary>The sections of <c>dataset.yaml</c> that hold values with a source: points, lines, factors.</summary>
internal sealed class ValueSections(DataOrigin origin, IReadOnlyList<DataSource> sources)
{
    internal CurveDraft Curve(SectionReader s)
    {
        string? use = s.OptionalName("use", EnumNames.All<CurveMethod>(), "Interpolate the points, follow the lines, or fit lines to the points; the points where there are any.");
        return new CurveDraft(
            s.Sections("points", "Diffusivities at temperatures.", p => Point(p, QuantityKind.Diffusivity), required: false),
            s.Sections("lines", "Arrhenius lines, end to end.", Line, required: false),
            use is null ? null : EnumNames.Parse<CurveMethod>(use),
            s.OptionalQuantities("breaks", QuantityKind.Temperature, "Temperatures at which a fit changes its line.", "[350 K]"),
            s.LocationOf("points"));
    }

    internal CurveDraft Width(SectionReader s) => new(s.Sections("points", "Widths at temperatures.", p => Point(p, QuantityKind.Length)), [], null, [], s.LocationOf("points"));

    internal AttributedNumber Number(SectionReader s, string key, string description, string example) =>
        new(s.Quantity(key, QuantityKind.Number, description, example: example), Attribution(s));

    private MeasuredPoint Point(SectionReader s, QuantityKind kind) => new(
        s.Quantity("temperature", QuantityKind.Temperature, "Temperature."),
        s.Quantity("value", kind, "The value."),
        s.OptionalQuantity("error", kind, "Its standard error."),
        Attribution(s))
    {
        Count = s.OptionalWholeNumber("count", "How many values it is the mean of: runs, or boundaries."),
        SimulatedTime = s.OptionalQuantity("time", QuantityKind.Time, "Time that was simulated for it.", "5 ns"),
    };

    private ArrheniusLine Line(SectionReader s) => new(
        new TemperatureRange(
            s.Quantity("from", QuantityKind.Temperature, "Lowest temperature of the line.", example: "250 K"),
            s.Quantity("to", QuantityKind.Temperature, "Highest temperature of the line.", example: "400 K")),
        s.Quantity("prefactor", QuantityKind.Diffusivity, "D0 in D0 exp(-E/kT)."),
        s.Quantity("activation-energy", QuantityKind.Energy, "E in D0 exp(-E/kT)."),
        Attribution(s));

    private Attribution Attribution(SectionReader s)
    {
        var status = EnumNames.Parse<ValueStatus>(s.Name("status", EnumNames.All<ValueStatus>(), "How firm the value is."));
        s.Check(origin.Admits(status), "status", MixingProblem(origin, status), MixingAdvice);
        return new Attribution(status, s.Name("source", sources.Select(d => d.Id), "Where it comes from, one of 'sources'."));
    }

    internal const string MixingAdvice = "A set that mixes published and computed values must say so: 'origin: mixed'.";

    internal static string MixingProblem(DataOrigin origin, ValueStatus status) =>
        $"a value that is {EnumNames.Of(status)} stands in a set whose origin is '{EnumNames.Of(origin)}'";
}

/// <summary>A curve as written, with its place, before its parts are checked against each other.</summary>
internal sealed record CurveDraft(
    IReadOnlyList<MeasuredPoint> Points, IReadOnlyList<ArrheniusLine> Lines, CurveMethod? Method, IReadOnlyList<double> Breaks, SourceLocation Location)
{
    internal DiffusivityCurve Build() => Located(() => new DiffusivityCurve(Points, Lines, Method, Breaks));

    internal WidthCurve BuildWidth() => Located(() => new WidthCurve(Points));

    private T Located<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        catch (ArgumentException e)
        {
            throw new InputException(Location, e.Message, inner: e);
        }
    }
}
