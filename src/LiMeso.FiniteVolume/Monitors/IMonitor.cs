namespace LiMeso.FiniteVolume.Monitors;

/// <summary>Looks at the solution at the start and after every accepted step; a plug-in.</summary>
public interface IMonitor
{
    /// <summary>Name that tells the monitors of one simulation apart.</summary>
    string Name { get; }

    /// <summary>Called once, when the simulation stands at its initial field. The simulation may be kept, to read its books.</summary>
    /// <param name="simulation">The simulation that will be observed.</param>
    void Start(Simulation simulation);

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
