using LiMeso.Cases.Reports.Model;
using LiMeso.Transport;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>Polycrystal models of a medium of two phases: grains (the second) in boundaries (the first).</summary>
internal static class CellModels
{
    // A square of this inscribed boundary has the same area.
    private static readonly IBoundaryFraction _fraction = BoundaryFractions.All["regular-polygon"];

    /// <summary>What a model makes of a medium.</summary>
    /// <param name="name">Name of the model.</param>
    /// <param name="matrix">D of the first phase, m²/s.</param>
    /// <param name="inclusion">D of the second phase, m²/s.</param>
    /// <param name="fraction">Area fraction of the second phase.</param>
    /// <returns>Effective diffusivity, m²/s; NaN where the model does not apply.</returns>
    public static double Evaluate(string name, double matrix, double inclusion, double fraction)
    {
        try
        {
            return PolycrystalModels.All[name].EffectiveDiffusivity(
                new PolycrystalInput { DBulk = inclusion, DBoundary = matrix, DTripleJunction = matrix, Width = 1 - Math.Sqrt(fraction), GrainSize = 1 }, _fraction);
        }
        catch (ModelNotApplicableException)
        {
            return double.NaN;
        }
    }

    /// <summary>The method of the bounds, and the works that models come from.</summary>
    /// <param name="models">Names of the models.</param>
    public static IReadOnlyList<Citation> Citations(IReadOnlyList<string> models) =>
    [
        new Citation(CitationRole.Method, "G. W. Milton, The Theory of Composites, Cambridge University Press (2002): variational bounds (chapter 13), duality in two dimensions (chapter 3)"),
        .. models.GroupBy(m => PolycrystalModels.All[m].Source)
            .Select(g => new Citation(CitationRole.Method, $"Polycrystal model {string.Join(", ", g.Select(m => $"'{m}'"))}: {g.Key}.")),
    ];
}
