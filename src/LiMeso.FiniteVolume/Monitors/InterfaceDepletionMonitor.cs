using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Monitors;

/// <summary>
/// Ends the run when the concentration on a side reaches zero: the depletion time. In two dimensions the first face to reach zero
/// decides.
/// </summary>
/// <param name="name">Name of the monitor.</param>
/// <param name="side">The interface.</param>
/// <param name="timeTolerance">How exactly the instant is located, as a fraction of the time since the start.</param>
public sealed class InterfaceDepletionMonitor(string name, Side side, double timeTolerance = InterfaceDepletionMonitor.DefaultTimeTolerance) : IStopCondition
{
    /// <summary>Far below the discretisation error at default settings (1e-6), and reached in about five trial steps.</summary>
    public const double DefaultTimeTolerance = 1e-9;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public double TimeTolerance => timeTolerance;

    /// <inheritdoc/>
    public string Meaning => "the concentration at the interface has reached zero";

    /// <summary>Depletion time in s since the time origin; null as long as there is material left at the interface.</summary>
    public double? DepletionTime { get; private set; }

    /// <inheritdoc/>
    public double Indicator(in FieldView field) => field.LowestOnSide(side);

    /// <inheritdoc/>
    public void Start(Simulation simulation) => DepletionTime = Indicator(simulation.Field) <= 0 ? simulation.Time : null;

    /// <inheritdoc/>
    public void Observe(in FieldView field, in StepReport step)
    {
        if (DepletionTime is null && Indicator(field) <= 0) DepletionTime = field.Time;
    }

    /// <inheritdoc/>
    public void Capture(StateSection state) => state.Put("depletion-time", DepletionTime ?? double.NaN);

    /// <inheritdoc/>
    public void Restore(StateSection state)
    {
        double time = state.ReadNumber("depletion-time");
        DepletionTime = double.IsNaN(time) ? null : time;
    }
}
