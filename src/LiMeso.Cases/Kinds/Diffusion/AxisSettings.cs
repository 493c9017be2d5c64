using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>One axis of the mesh.</summary>
/// <param name="Length">m.</param>
/// <param name="Cells">Number of cells.</param>
/// <param name="Grading">Where the cells are narrowest; null when all are equally wide.</param>
/// <param name="Places">Where the cells are narrowest instead, m; empty when the ends say it.</param>
/// <param name="PlacesLocation">Where they are written.</param>
/// <param name="Expansion">Width of the widest cell over that of the narrowest.</param>
internal sealed record AxisSettings(double Length, int Cells, Refinement? Grading, IReadOnlyList<double> Places, SourceLocation PlacesLocation, double Expansion)
{
    private const string Uniform = "uniform", AtPlaces = "places";

    private static readonly Dictionary<string, Refinement> _gradings = new() { ["start"] = Refinement.Start, ["end"] = Refinement.End, ["both-ends"] = Refinement.BothEnds };

    /// <summary>Reads the section.</summary>
    /// <param name="s">The section.</param>
    public static AxisSettings Read(SectionReader s)
    {
        double length = s.Quantity("length", QuantityKind.Length, "Length, from 0.");
        int cells = s.WholeNumber("cells", "Number of cells.", 200, Limits.Between(2, 10_000_000));
        string grading = s.Name("grading", [Uniform, .. _gradings.Keys, AtPlaces], "Where the cells are narrowest.", Uniform);
        IReadOnlyList<double> places = s.OptionalQuantities("places", QuantityKind.Length, "Where the cells are narrowest, with 'grading: places'; faces lie there.", "[0 um, 10 um]", Limits.NotNegative);
        double expansion = s.Quantity("expansion", QuantityKind.Number, "Width of the widest cell over that of the narrowest, when graded.", "10", limits: Limits.Between(1, 1e9));
        s.Check(grading != Uniform || !s.Has("expansion"), "expansion", "an expansion needs a grading", "Add 'grading: start', 'end', 'both-ends' or 'places'.");
        s.Check(grading == AtPlaces == places.Count > 0, places.Count > 0 ? "places" : "grading", places.Count > 0 ? "places need 'grading: places'" : "'grading: places' needs places", "Write for example 'grading: places' and 'places: [10 um]'.");
        return new AxisSettings(length, cells, grading is Uniform or AtPlaces ? null : _gradings[grading], places, s.LocationOf("places"), expansion);
    }

    /// <summary>The axis.</summary>
    /// <exception cref="InputException">The places do not fit the axis.</exception>
    public Axis ToAxis()
    {
        if (Places.Count == 0) return Grading is { } towards ? Axis.Geometric(Length, Cells, Expansion, towards) : Axis.Uniform(Length, Cells);
        try
        {
            return Axis.TowardsPlaces(Length, Cells, Expansion, Places);
        }
        catch (ArgumentException e)
        {
            throw new InputException(PlacesLocation, Sentences.Of(e), inner: e);
        }
    }
}
