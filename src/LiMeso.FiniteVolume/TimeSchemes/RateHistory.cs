using LiMeso.FiniteVolume.Fields;

namespace LiMeso.FiniteVolume.TimeSchemes;

/// <summary>The rate one step back, from which multi-level schemes estimate c‴.</summary>
internal sealed class RateHistory(int cells, TeamArithmetic fields)
{
    private double[] _rate = new double[cells];

    /// <summary>Length of the step before the present level, s; 0 before the first.</summary>
    public double StepSize { get; private set; }

    /// <summary>Takes the rate of the present level, which is about to become the one before.</summary>
    /// <param name="rate">The array, kept.</param>
    /// <param name="stepSize">Length of the step from that level, s.</param>
    /// <returns>An array that is no longer needed.</returns>
    public double[] Exchange(double[] rate, double stepSize)
    {
        double[] free = _rate;
        (_rate, StepSize) = (rate, stepSize);
        return free;
    }

    public void Forget() => StepSize = 0;

    /// <summary>
    /// result = weight × c‴ at the present level, by divided differences of the rates before, at and after it:
    /// c‴ ≈ 2 [(c₊′ − c′)/dt − (c′ − c₋′)/dt₋]/(dt + dt₋).
    /// </summary>
    public void ThirdDerivative(double weight, StepResult step, double[] rate, double[] result)
    {
        double factor = 2 * weight / (step.StepSize + StepSize), after = factor / step.StepSize, before = factor / StepSize;
        fields.ScaledDifference(after, step.RateBuffer, rate, result);
        fields.AddTwoScaled(result, -before, rate, before, _rate, result);
    }

    /// <summary>
    /// A first guess of the value a step ahead, c + dt c′ + w (dt²/dt₋)(c′ − c₋′), or the straight line when there is no rate before.
    /// w = ½ where rates belong to their levels; 1 where they are differences over the step before, to continue the same parabola.
    /// </summary>
    public void Extrapolate(double weight, double[] value, double[] rate, double dt, double[] result)
    {
        double bend = StepSize > 0 ? weight * dt * Math.Min(dt / StepSize, 1) : 0;
        if (bend > 0) fields.AddTwoScaled(value, dt + bend, rate, -bend, _rate, result);
        else fields.AddScaled(value, dt, rate, result);
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
