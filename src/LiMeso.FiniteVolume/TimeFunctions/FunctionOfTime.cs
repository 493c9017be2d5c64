namespace LiMeso.FiniteVolume.TimeFunctions;

/// <summary>A function in code, smooth except at the breaks it declares.</summary>
/// <param name="function">Value at a time in s; at a break the limit says which of the two.</param>
/// <param name="breaks">Instants in s, increasing, where the value or its slope jumps.</param>
public sealed class FunctionOfTime(Func<double, Limit, double> function, params double[] breaks) : ITimeFunction
{
    /// <summary>A function that is smooth at all times.</summary>
    /// <param name="function">Value at a time in s.</param>
    public FunctionOfTime(Func<double, double> function)
        : this((time, _) => function(time))
    {
    }

    /// <inheritdoc/>
    public double Value(double time, Limit limit) => function(time, limit);

    /// <inheritdoc/>
    public double NextBreak(double time)
    {
        foreach (double instant in breaks)
        {
            if (instant > time) return instant;
        }

        return double.PositiveInfinity;
    }
}
