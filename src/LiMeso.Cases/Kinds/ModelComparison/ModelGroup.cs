using LiMeso.Cases.Results;
using LiMeso.Transport;
using LiMeso.Transport.Data;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.ModelComparison;

/// <summary>Some models over grain size, each with its own boundary fraction and all with one.</summary>
/// <param name="properties">Diffusivities and width.</param>
/// <param name="common">The common boundary fraction.</param>
internal sealed class ModelGroup(TransportProperties properties, IBoundaryFraction common)
{
    /// <summary>The bounds that any isotropic polycrystal keeps; the band of the figures.</summary>
    public static IReadOnlyList<string> Bounds { get; } = ["hashin-shtrikman-lower-3d", "hashin-shtrikman-upper-3d", "wiener-lower", "wiener-upper"];

    /// <summary>Records diffusivities over grain size as two arrays [model, grain-size], and what each model is.</summary>
    /// <param name="results">Where to.</param>
    /// <param name="group">Name of the group.</param>
    /// <param name="models">Names of the models.</param>
    /// <param name="axis">Name of the axis of grain sizes.</param>
    /// <param name="grainSizes">m, increasing.</param>
    public void Add(ResultData results, string group, IReadOnlyList<string> models, string axis, double[] grainSizes)
    {
        results.SetList($"{group}_in_order", models);
        double[,] own = new double[models.Count, grainSizes.Length], shared = new double[models.Count, grainSizes.Length];
        for (int m = 0; m < models.Count; m++)
        {
            IPolycrystalModel model = PolycrystalModels.All[models[m]];
            for (int j = 0; j < grainSizes.Length; j++)
            {
                own[m, j] = Value(model, grainSizes[j], null);
                shared[m, j] = Value(model, grainSizes[j], common);
            }

            string name = $"models.{models[m]}";
            results.Set($"{name}.formula", model.Formula);
            results.Set($"{name}.source", model.Source);
            results.Set($"{name}.validity", model.Validity);
            results.Set($"{name}.own_fraction", model.DefaultFraction);
            if (model.CheckValidity(properties.ToInput(grainSizes[0])) is [string remark, ..])
                results.Set($"{name}.remark_on_the_smallest_grains", remark);
        }

        results.Set($"{group}/own-fraction", "m^2/s", group, axis, own);
        results.Set($"{group}/common-fraction", "m^2/s", group, axis, shared);
    }

    /// <summary>Largest over smallest diffusivity of some models at a grain size; NaN where one of them does not apply.</summary>
    /// <param name="models">Names of the models.</param>
    /// <param name="grainSize">m.</param>
    /// <param name="withCommonFraction">Whether with the common boundary fraction instead of their own.</param>
    public double Spread(IReadOnlyList<string> models, double grainSize, bool withCommonFraction)
    {
        double[] values = [.. models.Select(m => Value(PolycrystalModels.All[m], grainSize, withCommonFraction ? common : null))];
        return values.Max() / values.Min();
    }

    // What does not apply is left blank; the remark on the smallest grains says why.
    private double Value(IPolycrystalModel model, double grainSize, IBoundaryFraction? fraction)
    {
        try
        {
            return model.EffectiveDiffusivity(properties.ToInput(grainSize), fraction);
        }
        catch (ModelNotApplicableException)
        {
            return double.NaN;
        }
    }
}
