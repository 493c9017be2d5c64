namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>An effective diffusivity.</summary>
/// <param name="Steps">The meshes from coarse to fine, each the best of those with as many elements.</param>
/// <param name="HasOrder">Whether errors can be expected to fall by an order: not where corners of blocks meet and meshes are graded.</param>
public sealed record HomogenisedDiffusivity(IReadOnlyList<RefinementStep> Steps, bool HasOrder)
{
    // Halving elements of order 2 makes the bounds four times as narrow; so near to that, they are trusted to go on so.
    private const double Asymptotic = 4, Deviation = 0.6;

    /// <summary>The narrowest bounds.</summary>
    public DiffusivityBounds Bounds => Narrowest.Bounds;

    /// <summary>The mesh that gave them.</summary>
    public RefinementStep Narrowest => Steps.MinBy(step => step.Bounds.RelativeWidth)!;

    /// <summary>
    /// Whether the bounds' width falls as that of a method of second order does, and the limit lies between them: then <see cref="Value"/> is
    /// extrapolated, and is the mean of the bounds otherwise.
    /// </summary>
    public bool IsExtrapolated => Limit is not null;

    /// <summary>The best guess, between the bounds, m²/s.</summary>
    public SymmetricTensor Value => Limit ?? Bounds.Value;

    private SymmetricTensor? Limit
    {
        get
        {
            if (!HasOrder || Steps.Count < 3 || !IsAsymptotic(^2) || !IsAsymptotic(^1)) return null;
            (DiffusivityBounds fine, DiffusivityBounds coarse) = (Steps[^1].Bounds, Steps[^2].Bounds);
            SymmetricTensor limit = Extrapolated(fine.Lower, coarse.Lower).GeometricMeanWith(Extrapolated(fine.Upper, coarse.Upper));
            return limit.IsAtLeast(Bounds.Lower) && Bounds.Upper.IsAtLeast(limit) ? limit : null;
        }
    }

    private bool IsAsymptotic(Index step)
    {
        int fine = step.GetOffset(Steps.Count);
        return Math.Abs(Steps[fine - 1].Bounds.RelativeWidth / Steps[fine].Bounds.RelativeWidth - Asymptotic) < Deviation;
    }

    private static SymmetricTensor Extrapolated(SymmetricTensor fine, SymmetricTensor coarse) =>
        fine.Times(Asymptotic / (Asymptotic - 1)).Plus(coarse.Times(-1 / (Asymptotic - 1)));
}
