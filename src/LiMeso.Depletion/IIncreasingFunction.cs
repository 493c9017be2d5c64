namespace LiMeso.Depletion;

/// <summary>An increasing function of one variable whose root is sought. A struct, so that the solver inlines it and allocates nothing.</summary>
internal interface IIncreasingFunction
{
    /// <summary>Value and slope at x.</summary>
    double At(double x, out double slope);
}
