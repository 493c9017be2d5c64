namespace LiMeso.FiniteVolume.Monitors;

/// <summary>Looks at the solution at the start and after every accepted step; a plug-in.</summary>
public interface IMonitor
{
    /// <summary>Name that tells monitors of one simulation apart.</summary>
    string Name { get; }

    /// <summary>Called once, before the first step.</summary>
    /// <param name="field">The initial field.</param>
    void Start(in FieldView field);

    /// <summary>Called after every accepted step.</summary>
    /// <param name="field">The solution at its end.</param>
    /// <param name="step">The step.</param>
    void Observe(in FieldView field, in StepReport step);

    /// <summary>Writes what the monitor remembers.</summary>
    /// <param name="state">Where to write.</param>
    void Capture(StateSection state);

    /// <summary>Reads what <see cref="Capture"/> wrote.</summary>
    /// <param name="state">Where to read.</param>
    void Restore(StateSection state);
}

/// <summary>A monitor that ends the run when its indicator falls to zero. The instant is located inside the step.</summary>
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
