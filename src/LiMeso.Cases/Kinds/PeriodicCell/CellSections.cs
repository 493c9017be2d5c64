using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>What reports of named cells and of images have in common.</summary>
internal static class CellSections
{
    private const double InNanometres = 1e9;

    /// <summary>How the bounds were found.</summary>
    public const string Method =
        "Diffusion through one period was computed in the medium and in its dual, which has 1/*D* everywhere. By Dirichlet's principle the energy of any potential bounds the "
        + "effective diffusivity from above; the energy in the dual bounds it from below. So the truth lies between the bounds whatever the mesh, and their "
        + "distance is the error.";

    /// <summary>The corrector inside a cell, if it was kept.</summary>
    /// <param name="results">The results.</param>
    /// <param name="caption">Whose it is: the start of a sentence.</param>
    public static IEnumerable<Section> Inside(ResultData results, Func<string> caption)
    {
        if (!results.Arrays.ContainsKey("field/corrector")) yield break;
        double[] x = results.In("field/x", QuantityKind.Length, "nm"), y = results.In("field/y", QuantityKind.Length, "nm");
        double[,] corrector = results.Array("field/corrector").ToMatrix();
        for (int j = 0; j < corrector.GetLength(0); j++)
        {
            for (int i = 0; i < corrector.GetLength(1); i++) corrector[j, i] *= InNanometres;
        }

        yield return new Section("One cell from inside",
        [
            new MapFigure
            {
                Caption = $"{caption()}: what the potential has besides its mean gradient, −1 along x.",
                X = new PlotAxis("Position x", "nm"),
                Y = new PlotAxis("Position y", "nm"),
                Aspect = 1,
                Color = new ColorAxis("Corrector", "nm"),
                Panels = [new MapPanel(x, y, corrector)],
            },
        ]);
    }
}
