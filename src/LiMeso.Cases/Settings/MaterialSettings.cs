using LiMeso.Core.Input;
using LiMeso.Transport.Data;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Settings;

/// <summary>Which diffusivities a case uses: a data set and a polycrystal model, or a value.</summary>
/// <param name="DataSet">Name or path of the data set, as written.</param>
/// <param name="DataSetLocation">Where it is written.</param>
/// <param name="Boundaries">Which boundaries the polycrystal has: mean, slowest, fastest, or one by its name in the data set.</param>
/// <param name="BoundariesLocation">Where that is written.</param>
/// <param name="Component">Which displacements the diffusivity of boundaries counts; null for those that the data set's own definition counts.</param>
/// <param name="ComponentLocation">Where that is written.</param>
/// <param name="Model">Name of the polycrystal model.</param>
/// <param name="Fraction">Name of the boundary fraction; null for the model's own.</param>
/// <param name="Extrapolate">Whether temperatures outside the data set's range are allowed.</param>
public sealed record MaterialSettings(
    string DataSet, SourceLocation DataSetLocation, string Boundaries, SourceLocation BoundariesLocation, BoundaryDefinition? Component, SourceLocation ComponentLocation, string Model, string? Fraction, bool Extrapolate)
{
    /// <summary>The data set of the source study.</summary>
    public const string DefaultDataSet = "li-yoon-2023";

    private const string ComponentKey = "component";

    /// <summary>The keys; without effect where diffusivities are stated.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["dataset", "boundaries", "component", "model", "fraction", "extrapolate"];

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static MaterialSettings Read(SectionReader section) => new(
        section.Text("dataset", "Diffusivity data set: a name among cases/datasets, or a path inside the case.", DefaultDataSet),
        section.LocationOf("dataset"),
        section.Text("boundaries", "Grain boundaries of the polycrystal: mean, slowest, fastest, or the name of one boundary of the data set.", "mean"),
        section.LocationOf("boundaries"),
        section.OptionalName(
            ComponentKey, BoundaryDefinitions.OfPolycrystals.Select(BoundaryDefinitions.NameOf),
            "Which displacements the diffusivity of grain boundaries counts: total, all three directions; in-plane, those along the boundary, which carry atoms to the surface. As the data set defines it when left out.") is { } component
            ? BoundaryDefinitions.Parse(component) : null,
        section.LocationOf(ComponentKey),
        section.Name("model", PolycrystalModels.All.Names, "Polycrystal model.", "hart"),
        section.OptionalName("fraction", BoundaryFractions.All.Names, "Boundary volume fraction, instead of the model's own."),
        section.Flag("extrapolate", "Whether temperatures outside the data set's range are allowed.", false));
}
