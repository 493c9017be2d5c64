using LiMeso.Cases.Atoms;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>What a bulk diffusivity is compared with.</summary>
/// <param name="DataSet">Data set with the published bulk diffusivity and the grain boundaries.</param>
/// <param name="DataSetLocation">Where it is written.</param>
/// <param name="ActivationEnergy">Published, eV.</param>
/// <param name="OwnDataSet">Name of the data set that the run writes.</param>
/// <param name="Points">Other values to show.</param>
internal sealed record SourceSettings(string DataSet, SourceLocation DataSetLocation, double ActivationEnergy, string OwnDataSet, IReadOnlyList<ReferencePoint> Points)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static SourceSettings Read(SectionReader section) => new(
        section.Text("dataset", "Data set with the published bulk diffusivity; the data set that the run writes takes grain boundaries from there.", "li-yoon-2023"),
        section.LocationOf("dataset"),
        MetalQuantities.Energy(section.Quantity("activation-energy", QuantityKind.Energy, "Published activation energy.", "0.48 eV")),
        section.Text("own-dataset", "Name of the data set that the run writes.", "li-limeso-bulk"),
        section.Sections("points", "Other diffusivities to show.", ReferencePoint.Read, required: false));
}

/// <summary>A diffusivity from elsewhere.</summary>
/// <param name="Label">A few words.</param>
/// <param name="Temperature">K.</param>
/// <param name="Diffusivity">m²/s, in equilibrium.</param>
/// <param name="Error">Standard error, m²/s; null when not known.</param>
/// <param name="Citation">Where it comes from.</param>
internal sealed record ReferencePoint(string Label, double Temperature, double Diffusivity, double? Error, string Citation)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static ReferencePoint Read(SectionReader section) => new(
        section.Text("label", "A few words; points of one label make a series.", example: "LAMMPS, cutoff 5.0 A"),
        section.Quantity("temperature", QuantityKind.Temperature, "Temperature."),
        section.Quantity("diffusivity", QuantityKind.Diffusivity, "Diffusivity in equilibrium."),
        section.OptionalQuantity("error", QuantityKind.Diffusivity, "Its standard error."),
        section.Text("citation", "Where it comes from.", example: "our run"));
}
