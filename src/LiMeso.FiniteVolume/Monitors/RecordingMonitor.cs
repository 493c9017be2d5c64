namespace LiMeso.FiniteVolume.Monitors;

/// <summary>A monitor that writes a row of values at the start and after every step, or every few.</summary>
public abstract class RecordingMonitor : IMonitor
{
    private readonly int _every;
    private TimeSeries? _series;

    /// <summary>A monitor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="every">Record each so-many-th step.</param>
    protected RecordingMonitor(string name, int every)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        (Name, _every) = (name, every);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What was recorded.</summary>
    /// <exception cref="InvalidOperationException">The monitor belongs to no simulation yet.</exception>
    public TimeSeries Series => _series ?? throw new InvalidOperationException($"monitor '{Name}' belongs to no simulation yet");

    /// <inheritdoc/>
    public virtual void Start(Simulation simulation)
    {
        _series = CreateSeries(simulation);
        FieldView field = simulation.Field;
        Record(field, _series.Append(field.Time));
    }

    /// <inheritdoc/>
    public virtual void Observe(in FieldView field, in StepReport step)
    {
        if (step.Step % _every == 0) Record(field, Series.Append(field.Time));
    }

    /// <inheritdoc/>
    public virtual void Capture(StateSection state) => Series.Capture(state);

    /// <inheritdoc/>
    public virtual void Restore(StateSection state) => Series.Restore(state);

    /// <summary>The empty table. Also the place to check that the monitor fits the mesh.</summary>
    /// <param name="simulation">The simulation.</param>
    protected abstract TimeSeries CreateSeries(Simulation simulation);

    /// <summary>Fills a row.</summary>
    /// <param name="field">The solution.</param>
    /// <param name="row">One value per column.</param>
    protected abstract void Record(in FieldView field, Span<double> row);
}
