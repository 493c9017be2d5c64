using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>One axis of the mesh.</summary>
/// <param name="Length">m.</param>
/// <param name="Cells">Number of cells.</param>
/// <param name="Grading">Where the cells are narrowest; null when all are equally wide.</param>
/// <param name="Expansion">Width of the widest cell over that of the narrowest.</param>
internal sealed record AxisSettings(double Length, int Cells, Refinement? Grading, double Expansion)
{
    private const string Uniform = "uniform";

    private static readonly Dictionary<string, Refinement> _gradings = new() { ["start"] = Refinement.Start, ["end"] = Refinement.End, ["both-ends"] = Refinement.BothEnds };

    /// <summary>Reads the section.</summary>
    /// <param name="s">The section.</param>
    public static AxisSettings Read(SectionReader s)
    {
        double length = s.Quantity("length", QuantityKind.Length, "Length, from 0.");
        int cells = s.WholeNumber("cells", "Number of cells.", 200, Limits.Between(2, 10_000_000));
        string grading = s.Name("grading", [Uniform, .. _gradings.Keys], "Where the cells are narrowest.", Uniform);
        double expansion = s.Quantity("expansion", QuantityKind.Number, "Width of the widest cell over that of the narrowest, when graded.", "10", limits: Limits.Between(1, 1e9));
        s.Check(grading != Uniform || !s.Has("expansion"), "expansion", "an expansion needs a grading", "Add 'grading: start', 'end' or 'both-ends'.");
        return new AxisSettings(length, cells, grading == Uniform ? null : _gradings[grading], expansion);
    }

    /// <summary>The axis.</summary>
    public Axis ToAxis() => Grading is { } towards ? Axis.Geometric(Length, Cells, Expansion, towards) : Axis.Uniform(Length, Cells);
}
