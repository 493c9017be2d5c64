namespace LiMeso.FiniteVolume.Monitors;

/// <summary>
/// A monitor that ends the run when its indicator falls to zero. The instant is located inside the step. The indicator is looked
/// at where steps end, so it must not dip below zero and recover within one step.
/// </summary>
public interface IStopCondition : IMonitor
{
    /// <summary>Positive as long as the run shall continue; continuous in time.</summary>
    /// <param name="field">The solution.</param>
    double Indicator(in FieldView field);

    /// <summary>How exactly the instant is located, as a fraction of the time since the start of the simulation.</summary>
    double TimeTolerance { get; }

    /// <summary>What it means that the run was stopped, for people: "the interface is depleted".</summary>
    string Meaning { get; }
}
