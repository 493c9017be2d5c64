namespace LiMeso.FiniteVolume.TimeSchemes;

/// <summary>The rate one step back, from which multi-level schemes estimate c‴.</summary>
internal sealed class RateHistory(int cells)
{
    private readonly double[] _rate = new double[cells];

    /// <summary>Length of the step before the present level, s; 0 before the first.</summary>
    public double StepSize { get; private set; }

    public void Remember(ReadOnlySpan<double> rate, double stepSize)
    {
        rate.CopyTo(_rate);
        StepSize = stepSize;
    }

    public void Forget() => StepSize = 0;

    /// <summary>
    /// result = weight × c‴ at the present level, by divided differences of the rates before, at and after it:
    /// c‴ ≈ 2 [(c₊′ − c′)/dt − (c′ − c₋′)/dt₋]/(dt + dt₋).
    /// </summary>
    public void ThirdDerivative(double weight, StepResult step, ReadOnlySpan<double> rate, Span<double> result)
    {
        double factor = 2 * weight / (step.StepSize + StepSize), after = factor / step.StepSize, before = factor / StepSize;
        LevelArithmetic.ScaledDifference(after, step.Rate, rate, result);
        LevelArithmetic.AddScaled(result, -before, rate, result);
        LevelArithmetic.AddScaled(result, before, _rate, result);
    }

    /// <summary>
    /// A first guess of the value a step ahead, c + dt c′ + w (dt²/dt₋)(c′ − c₋′), or the straight line when there is no rate before.
    /// w = ½ where rates belong to their levels; 1 where they are differences over the step before, to continue the same parabola.
    /// </summary>
    public void Extrapolate(double weight, ReadOnlySpan<double> value, ReadOnlySpan<double> rate, double dt, Span<double> result)
    {
        double bend = StepSize > 0 ? weight * dt * Math.Min(dt / StepSize, 1) : 0;
        LevelArithmetic.AddScaled(value, dt + bend, rate, result);
        if (bend > 0) LevelArithmetic.AddScaled(result, -bend, _rate, result);
    }

    public void Capture(StateSection state)
    {
        state.Put("previous-rate", _rate);
        state.Put("previous-step", StepSize);
    }

    public void Restore(StateSection state)
    {
        state.CopyTo("previous-rate", _rate);
        StepSize = state.ReadNumber("previous-step");
    }
}
