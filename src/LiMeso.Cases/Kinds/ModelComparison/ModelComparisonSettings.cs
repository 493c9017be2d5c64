using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>The input of a <c>polycrystal-models</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Material">Data set; its model is the one that others are compared with.</param>
/// <param name="Temperatures">One panel each, K.</param>
/// <param name="TemperaturesLocation">Where they are written.</param>
/// <param name="ComparisonTemperature">Where the models are compared, K.</param>
/// <param name="ComparisonLocation">Where that is written.</param>
/// <param name="GrainSizes">Horizontal axis, m.</param>
/// <param name="TableGrainSizes">Grain sizes of the tables, m.</param>
/// <param name="TableLocation">Where they are written.</param>
/// <param name="Models">Names of the models compared.</param>
/// <param name="FurtherModels">Names of more models, in a figure of their own.</param>
/// <param name="CommonFraction">Boundary fraction with which all are evaluated besides their own.</param>
/// <param name="Comparable">Names of the models said to be comparable.</param>
/// <param name="ComparableAbove">Above which grain size, m.</param>
/// <param name="Points">Published values.</param>
internal sealed record ModelComparisonSettings(
    CaseHeader Header, MaterialSettings Material, IReadOnlyList<double> Temperatures, SourceLocation TemperaturesLocation,
    double ComparisonTemperature, SourceLocation ComparisonLocation,
    Grid GrainSizes, IReadOnlyList<double> TableGrainSizes, SourceLocation TableLocation, IReadOnlyList<string> Models, IReadOnlyList<string> FurtherModels, string CommonFraction,
    IReadOnlyList<string> Comparable, double ComparableAbove, IReadOnlyList<PublishedPoint> Points) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "polycrystal-models";

    // The models that Yoon, Sulaimon and Siegel (2023) compare, and those whose agreement above 100 nm they state.
    private const string OfTheStudy = "[single-crystal, hart, maxwell-garnett-1d, maxwell-garnett-2d, maxwell-garnett-3d, belova-murch-2d, chen-schuh]";
    private const string OfTheStatement = "[hart, maxwell-garnett-2d, maxwell-garnett-3d, belova-murch-2d, chen-schuh]";
    private const string Further = "[belova-murch-2d-rows, belova-murch-3d-columns, belova-murch-3d-rows, chen-schuh-arithmetic, bruggeman-2d, bruggeman-3d, "
        + "bruggeman-hanai-3d, thin-film]";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static ModelComparisonSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        MaterialSettings material = s.SectionOrDefaults("material", "Diffusivities, and the model that the others are compared with.", MaterialSettings.Read);
        IReadOnlyList<double> temperatures = s.Quantities("temperatures", QuantityKind.Temperature, "Temperatures, one panel each.", example: "[250 K, 300 K, 350 K, 400 K]");
        double comparison = s.Quantity("comparison-temperature", QuantityKind.Temperature, "Temperature at which the models are compared.", "300 K");
        Grid grains = Grid.Read(s, "grain-sizes", QuantityKind.Length, "Grain sizes, the horizontal axis.", "{from: 10 nm, to: 1 mm, count: 101, spacing: log}");
        IReadOnlyList<double> table = s.Quantities("table-grain-sizes", QuantityKind.Length, "Grain sizes of the tables.", "[10 nm, 100 nm, 1 um, 10 um, 150 um, 1 mm]");
        IReadOnlyList<string> models = s.Names("models", PolycrystalModels.All.Names, "Models to compare.", OfTheStudy);
        IReadOnlyList<string> further = s.Names("further-models", PolycrystalModels.All.Names, "More models, in a figure of their own.", Further);
        string fraction = s.Name("common-fraction", BoundaryFractions.All.Names,
            "Boundary fraction with which all models are evaluated besides their own.", "regular-polygon");
        IReadOnlyList<string> comparable = s.Names("comparable", PolycrystalModels.All.Names, "Models whose agreement is measured.", OfTheStatement);
        double above = s.Quantity("comparable-above", QuantityKind.Length, "Grain size above which it is measured.", "100 nm");
        IReadOnlyList<PublishedPoint> points = s.Sections("points", "Published diffusivities to show.", p => new PublishedPoint(
            p.Text("label", "A few words.", example: "measured"),
            p.Quantity("temperature", QuantityKind.Temperature, "Temperature, one of 'temperatures'."),
            p.Quantity("grain-size", QuantityKind.Length, "Grain size.", example: "100 um"),
            p.LocationOf("grain-size"),
            p.Quantity("diffusivity", QuantityKind.Diffusivity, "The diffusivity."),
            p.Flag("measured", "Whether it was measured, not computed.", true),
            p.Text("citation", "Where it is published.", example: "A. Author, Journal 1 (2000) 1")), required: false);
        s.Check(temperatures.Distinct().Count() == temperatures.Count, "temperatures", "a temperature is given twice");
        s.Check(points.All(p => temperatures.Contains(p.Temperature)), "points", "the temperature of a point is none of 'temperatures'");
        s.Check(points.DistinctBy(p => p.Key).Count() == points.Count, "points", "two points have the same label");
        s.Check(above < grains.Values[^1], "comparable-above", "it lies above the largest of 'grain-sizes'");
        return new ModelComparisonSettings(
            header, material, temperatures, s.LocationOf("temperatures"), comparison, s.LocationOf("comparison-temperature"), grains,
            [.. table.Distinct().Order()], s.LocationOf("table-grain-sizes"),
            [.. models.Distinct()], [.. further.Distinct()], fraction, [.. comparable.Distinct()], above, points);
    }
}
