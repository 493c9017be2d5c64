namespace LiMeso.FiniteVolume;

/// <summary>A simulation cannot go on: no step that is short enough succeeds, or the linear solver does not converge.</summary>
public sealed class SimulationFailedException : Exception
{
    internal SimulationFailedException(long step, double time, double stepSize, double residual, string reason, Exception? cause = null)
        : base(FormattableString.Invariant($"step {step} at t = {time:g9} s with dt = {stepSize:g3} s failed: {reason}"), cause)
    {
        (Step, Time, StepSize, Residual) = (step, time, stepSize, residual);
    }

    /// <summary>Number of the step that failed, from 1.</summary>
    public long Step { get; }

    /// <summary>Time at which it began, s.</summary>
    public double Time { get; }

    /// <summary>Its length, s.</summary>
    public double StepSize { get; }

    /// <summary>The last error estimate over the allowed one, or the linear solver's last residual.</summary>
    public double Residual { get; }
}
