using LiMeso.Transport.Fractions;

namespace LiMeso.Transport.Models;

/// <summary>The guarded way from an input to an effective diffusivity.</summary>
public static class Homogenisation
{
    /// <summary>Effective diffusivity in m²/s. Allocates nothing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">Diffusivities, width, grain size, segregation.</param>
    /// <param name="fraction">Boundary fraction to use instead of the model's default.</param>
    /// <exception cref="ModelNotApplicableException">The input lies outside what model or fraction describe.</exception>
    public static double EffectiveDiffusivity(this IPolycrystalModel model, PolycrystalInput input, IBoundaryFraction? fraction = null) =>
        model.EffectiveDiffusivity(MicrostructureOf(model, input, fraction ?? DefaultFractionOf(model)));

    /// <summary>Effective diffusivity with the fractions used and the reasons to distrust it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">Diffusivities, width, grain size, segregation.</param>
    /// <param name="fraction">Boundary fraction to use instead of the model's default.</param>
    /// <exception cref="ModelNotApplicableException">The input lies outside what model or fraction describe.</exception>
    public static PolycrystalResult Evaluate(this IPolycrystalModel model, PolycrystalInput input, IBoundaryFraction? fraction = null)
    {
        IBoundaryFraction used = fraction ?? DefaultFractionOf(model);
        Microstructure polycrystal = MicrostructureOf(model, input, used);
        return new PolycrystalResult(
            model.EffectiveDiffusivity(polycrystal), PolycrystalModels.NameOf(model), BoundaryFractions.NameOf(used), polycrystal.Fractions, model.Warnings(polycrystal));
    }

    /// <summary>Everything that speaks against the model for this input, without evaluating it: what <see cref="Evaluate"/> would refuse, else what it would warn of.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">Diffusivities, width, grain size, segregation.</param>
    /// <param name="fraction">Boundary fraction to use instead of the model's default.</param>
    /// <returns>Sentences; empty when nothing does.</returns>
    public static IReadOnlyList<string> CheckValidity(this IPolycrystalModel model, PolycrystalInput input, IBoundaryFraction? fraction = null)
    {
        IBoundaryFraction used = fraction ?? DefaultFractionOf(model);
        return Refusal(model, input, used) is { } refusal ? [refusal] : model.Warnings(MicrostructureOf(model, input, used));
    }

    /// <summary>The boundary fraction a model uses unless told otherwise.</summary>
    /// <param name="model">The model.</param>
    public static IBoundaryFraction DefaultFractionOf(IPolycrystalModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return BoundaryFractions.All[model.DefaultFraction];
    }

    private static Microstructure MicrostructureOf(IPolycrystalModel model, PolycrystalInput input, IBoundaryFraction fraction)
    {
        if (Refusal(model, input, fraction) is { } refusal) throw new ModelNotApplicableException(refusal);
        double x = input.RelativeWidth;
        return new Microstructure(
            input.DBulk, input.DBoundary, input.DTripleJunction ?? double.NaN, x, fraction.Of(x), fraction.AreaDensity, input.Segregation);
    }

    private static string? Refusal(IPolycrystalModel model, PolycrystalInput input, IBoundaryFraction fraction)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(input);
        double x = input.RelativeWidth;
        if (x > fraction.LargestRelativeWidth) return BoundaryFractionExtensions.OutOfRange(fraction, x);
        if (input.Segregation != 1 && !model.SupportsSegregation)
        {
            string able = string.Join(", ", PolycrystalModels.All.Where(entry => entry.Member.SupportsSegregation).Select(entry => entry.Name));
            return FormattableString.Invariant(
                $"the model '{PolycrystalModels.NameOf(model)}' has no segregated form, but the segregation factor is {input.Segregation:g4}. Models that have one: {able}.");
        }

        return model.NeedsTripleJunctions && input.DTripleJunction is null
            ? FormattableString.Invariant(
                $"the model '{PolycrystalModels.NameOf(model)}' needs a triple-junction diffusivity, usually {ChenSchuh.DefaultTripleJunctionFactor} times the grain-boundary diffusivity.")
            : null;
    }
}
