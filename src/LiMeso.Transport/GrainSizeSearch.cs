using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;
using MathNet.Numerics.RootFinding;

namespace LiMeso.Transport;

/// <summary>How a required diffusivity relates to what grains of some size can give.</summary>
public enum GrainSizeOutcome
{
    /// <summary>The grain size found is the largest that meets the target: smaller grains exceed it (boundaries faster than the grains).</summary>
    Largest,

    /// <summary>The grain size found is the smallest that meets the target: larger grains exceed it (boundaries slower than the grains).</summary>
    Smallest,

    /// <summary>Every grain size in reach meets the target, for fast boundaries even the single crystal.</summary>
    AnyGrainSize,

    /// <summary>No grain size in reach meets the target.</summary>
    OutOfReach,
}

/// <summary>The answer to "which grains give this diffusivity".</summary>
/// <param name="Outcome">Which kind of answer it is.</param>
/// <param name="GrainSize">The grain size, m; null for <see cref="GrainSizeOutcome.AnyGrainSize"/> and <see cref="GrainSizeOutcome.OutOfReach"/>.</param>
/// <param name="Statement">The answer as a sentence.</param>
public sealed record GrainSizeAnswer(GrainSizeOutcome Outcome, double? GrainSize, string Statement);

/// <summary>Inverts a polycrystal model in the grain size.</summary>
public static class GrainSizeSearch
{
    private const double RelativeAccuracy = 1e-13;
    private const int MaximumIterations = 200;

    /// <summary>The grain size at which a model gives a required diffusivity.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">Diffusivities, width and segregation; its grain size is ignored.</param>
    /// <param name="targetDiffusivity">Required effective diffusivity, m²/s, positive.</param>
    /// <param name="fraction">Boundary fraction to use instead of the model's default.</param>
    /// <returns>The grain size, to 1e-13 relative where the model resolves it, or why there is none.
    /// Grains from the smallest the boundary fraction allows to the single crystal are in reach.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target or the width is not positive.</exception>
    /// <exception cref="ModelNotApplicableException">The input lies outside what the model describes.</exception>
    /// <remarks>Root of ln(D(d)/D_target) in ln d by Brent's method, within a bracket that is widened tenfold until it holds the root: D(d) runs to D_bulk for large grains.</remarks>
    public static GrainSizeAnswer GrainSizeFor(this IPolycrystalModel model, PolycrystalInput input, double targetDiffusivity, IBoundaryFraction? fraction = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!(targetDiffusivity > 0) || !double.IsFinite(targetDiffusivity))
            throw new ArgumentOutOfRangeException(nameof(targetDiffusivity), Text($"the required diffusivity must be finite and positive, not {targetDiffusivity:g6} m2/s."));
        if (input.Width == 0) throw new ArgumentOutOfRangeException(nameof(input), "without a grain-boundary width no grain size changes the diffusivity.");

        IBoundaryFraction used = fraction ?? Homogenisation.DefaultFractionOf(model);
        double D(double grainSize) => model.EffectiveDiffusivity(input with { GrainSize = grainSize }, used);

        double smallest = SmallestGrain(input.Width, used), atSmallest = D(smallest), single = input.DBulk;
        bool finerIsFaster = atSmallest > single;
        if (Math.Min(atSmallest, single) >= targetDiffusivity)
        {
            return new(GrainSizeOutcome.AnyGrainSize, null, Text(
                $"any grain size gives at least {targetDiffusivity * 1e4:g4} cm2/s (the single crystal gives {single * 1e4:g4} cm2/s)."));
        }

        if (Math.Max(atSmallest, single) < targetDiffusivity || (!finerIsFaster && single <= targetDiffusivity))
        {
            string limit = Text($"the single crystal gives {single * 1e4:g4}, grains of {smallest * 1e9:g3} nm (the smallest the boundary fraction allows) {atSmallest * 1e4:g4} cm2/s");
            return new(GrainSizeOutcome.OutOfReach, null, Text($"no grain size gives {targetDiffusivity * 1e4:g4} cm2/s: {limit}."));
        }

        double low = smallest, high = 10 * smallest;
        while (finerIsFaster ? D(high) > targetDiffusivity : D(high) < targetDiffusivity) (low, high) = (high, 10 * high);
        double found = Math.Exp(Brent.FindRoot(
            logSize => Math.Log(D(Math.Clamp(Math.Exp(logSize), low, high)) / targetDiffusivity), Math.Log(low), Math.Log(high), RelativeAccuracy, MaximumIterations));
        return finerIsFaster
            ? new(GrainSizeOutcome.Largest, found, Text($"grains of {found * 1e6:g4} um or smaller give {targetDiffusivity * 1e4:g4} cm2/s."))
            : new(GrainSizeOutcome.Smallest, found, Text($"grains of {found * 1e6:g4} um or larger give {targetDiffusivity * 1e4:g4} cm2/s."));
    }

    // w/x can round to a size whose w/d lies one unit beyond x.
    private static double SmallestGrain(double width, IBoundaryFraction fraction)
    {
        double size = width / fraction.LargestRelativeWidth;
        return width / size > fraction.LargestRelativeWidth ? Math.BitIncrement(size) : size;
    }

    private static string Text(FormattableString sentence) => FormattableString.Invariant(sentence);
}
