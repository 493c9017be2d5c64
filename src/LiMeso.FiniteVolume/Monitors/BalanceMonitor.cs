using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Monitors;

/// <summary>
/// The books against time: inventory, what left through each side, what sources brought, relative error; and the largest error
/// of all steps. Fails the run when the books do not close, which means that a boundary value or a source gave different
/// answers to the same question.
/// </summary>
/// <param name="name">Name of the monitor.</param>
/// <param name="limit">Relative error at which the run fails.</param>
/// <param name="every">Record each so-many-th step; every step is checked.</param>
public sealed class BalanceMonitor(string name, double limit = BalanceMonitor.DefaultLimit, int every = 1) : RecordingMonitor(name, every)
{
    /// <summary>A hundred times the error that rounding may cause in a very long run.</summary>
    public const double DefaultLimit = 1e-10;

    private MassBalance? _books;
    private Side[] _sides = [];

    /// <summary>Largest magnitude of the relative error after any step.</summary>
    public double LargestError { get; private set; }

    /// <inheritdoc/>
    public override void Observe(in FieldView field, in StepReport step)
    {
        base.Observe(field, step);
        LargestError = Math.Max(LargestError, Math.Abs(step.BalanceError));
        if (LargestError <= limit) return;
        string reason = FormattableString.Invariant($"the mass balance is off by {LargestError:g3} of the initial inventory");
        throw new SimulationFailedException(step.Step, step.Time - step.StepSize, step.StepSize, LargestError, reason);
    }

    /// <inheritdoc/>
    public override void Capture(StateSection state)
    {
        base.Capture(state);
        state.Put("largest-error", LargestError);
    }

    /// <inheritdoc/>
    public override void Restore(StateSection state)
    {
        base.Restore(state);
        LargestError = state.ReadNumber("largest-error");
    }

    /// <inheritdoc/>
    protected override TimeSeries CreateSeries(Simulation simulation)
    {
        RectilinearMesh mesh = simulation.Problem.Mesh;
        (_books, _sides) = (simulation.Balance, [.. mesh.Sides]);
        string unit = mesh.Dimensions == 1 ? "mol/m^2" : "mol/m";
        return new TimeSeries(["inventory", .. _sides.Select(side => "outflow " + mesh.NameOf(side)), "sources", "relative error (1)"], unit);
    }

    /// <inheritdoc/>
    protected override void Record(in FieldView field, Span<double> row)
    {
        row[0] = _books!.Inventory;
        for (int k = 0; k < _sides.Length; k++) row[1 + k] = _books.Outflow(_sides[k]);
        row[^2] = _books.SourceAmount;
        row[^1] = _books.RelativeError;
    }
}
