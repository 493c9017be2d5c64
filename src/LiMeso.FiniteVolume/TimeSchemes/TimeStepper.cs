using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.TimeSchemes;

/// <summary>
/// Holds the solution at one time and attempts steps from there. <see cref="Attempt"/> changes nothing but its result, so a step
/// can be tried at many lengths (to reject it, to find an event in it, to look inside it) before one is accepted.
/// Stepping allocates nothing.
/// </summary>
public abstract class TimeStepper
{
    private readonly double[] _rightHandSide;
    private double[] _value, _rate;

    /// <summary>A stepper without a solution; call <see cref="Start"/> first.</summary>
    /// <param name="diffusion">The equations.</param>
    /// <param name="solver">Solver of the implicit equations.</param>
    protected TimeStepper(DiffusionOperator diffusion, ILinearSolver solver)
    {
        ArgumentNullException.ThrowIfNull(diffusion);
        (Operator, Solver) = (diffusion, solver);
        Fields = new TeamArithmetic(diffusion.Cells, diffusion.Team);
        (_value, _rate, _rightHandSide) = (new double[diffusion.Cells], new double[diffusion.Cells], new double[diffusion.Cells]);
    }

    /// <summary>Time of the solution, s.</summary>
    public double Time { get; private set; }

    /// <summary>The solution, mol/m³.</summary>
    public ReadOnlySpan<double> Value => _value;

    /// <summary>dc/dt of the solution, after any jump at this time, mol/(m³ s).</summary>
    public ReadOnlySpan<double> Rate => _rate;

    /// <summary>The equations.</summary>
    protected DiffusionOperator Operator { get; }

    /// <summary>Solver of the implicit equations.</summary>
    protected ILinearSolver Solver { get; }

    /// <summary>Everything in the domain: mol per m² of cross-section (1D) or per m of depth (2D), without rounding error to speak of.</summary>
    internal double Inventory => Fields.Dot(Operator.Mesh.SharedVolumes, _value);

    /// <summary>The same, at the end of an attempted step.</summary>
    /// <param name="result">The attempt.</param>
    internal double InventoryAfter(StepResult result) => Fields.Dot(Operator.Mesh.SharedVolumes, result.ValueBuffer);

    /// <summary>Arithmetic on whole fields.</summary>
    private protected TeamArithmetic Fields { get; }

    /// <summary>The array of <see cref="Value"/>, to be read.</summary>
    private protected double[] PresentValue => _value;

    /// <summary>The array of <see cref="Rate"/>, to be read.</summary>
    private protected double[] PresentRate => _rate;

    /// <summary>A buffer for attempts.</summary>
    public StepResult NewResult() => new(Operator.Cells, Operator.Patches);

    /// <summary>Sets the solution.</summary>
    /// <param name="time">Its time, s.</param>
    /// <param name="value">Concentration per cell, mol/m³.</param>
    public void Start(double time, ReadOnlySpan<double> value)
    {
        Time = time;
        value.CopyTo(_value);
        Restart();
    }

    /// <summary>Starts anew from the present solution, because a boundary value or a source has just jumped.</summary>
    public void Restart()
    {
        Operator.Rate(_value, Time, Limit.After, _rate);
        ForgetHistory();
    }

    /// <summary>Tries a step. The same call gives the same bits until a step is accepted.</summary>
    /// <param name="endTime">Where it ends, s; no break may lie strictly inside.</param>
    /// <param name="result">Receives what was found.</param>
    /// <param name="estimateError">Whether to estimate the local error.</param>
    /// <exception cref="Core.ConvergenceException">The linear solver did not converge.</exception>
    public void Attempt(double endTime, StepResult result, bool estimateError)
    {
        result.EndTime = endTime;
        result.StepSize = endTime - Time;
        result.Error = double.NaN;
        result.SourceAmount = 0;
        result.SolverIterations = 0;
        result.SolverResidual = 0;
        result.OutflowBuffer.AsSpan().Clear();
        result.TurnoverBuffer.AsSpan().Clear();
        Advance(result, estimateError);
    }

    /// <summary>Makes the end of an attempted step the present solution. The result's buffers hold old data afterwards.</summary>
    /// <param name="result">The last attempt, or an earlier one from the same solution.</param>
    public void Accept(StepResult result)
    {
        Remember(result);
        (_value, result.ValueBuffer) = (result.ValueBuffer, _value);
        (_rate, result.RateBuffer) = (result.RateBuffer, KeepRate(_rate, result.StepSize));
        Time = result.EndTime;
    }

    /// <summary>Adds a constant activity to the present solution, of the size of its rounding error; the rate does not change.</summary>
    /// <param name="activity">In mol/m³.</param>
    internal void Shift(double activity)
    {
        if (Operator.SegregationFactors is { } factors) Fields.AddScaled(_value, activity, factors, _value);
        else Fields.AddToAll(activity, _value);
    }

    /// <summary>Writes all that a continuation to the same bits needs.</summary>
    /// <param name="state">Where to write.</param>
    public virtual void Capture(StateSection state)
    {
        state.Put("time", Time);
        state.Put("value", _value);
        state.Put("rate", _rate);
    }

    /// <summary>Reads what <see cref="Capture"/> wrote.</summary>
    /// <param name="state">Where to read.</param>
    public virtual void Restore(StateSection state)
    {
        Time = state.ReadNumber("time");
        state.CopyTo("value", _value);
        state.CopyTo("rate", _rate);
    }

    /// <summary>The scheme's formula. Fills value, rate, outflow, source amount and, if asked, the error.</summary>
    /// <param name="result">Times are set, sums are zero.</param>
    /// <param name="estimateError">Whether to estimate the local error.</param>
    protected abstract void Advance(StepResult result, bool estimateError);

    /// <summary>Forgets earlier levels; the next step sees only the present value and rate.</summary>
    protected virtual void ForgetHistory()
    {
    }

    /// <summary>Keeps what later steps need of the present solution, which <paramref name="result"/> is about to replace.</summary>
    /// <param name="result">The accepted step.</param>
    protected virtual void Remember(StepResult result)
    {
    }

    /// <summary>Takes the array of the present rate, where later steps need it, for one that they no longer need.</summary>
    /// <param name="rate">The array.</param>
    /// <param name="stepSize">Length of the accepted step, s.</param>
    /// <returns>An array to be filled.</returns>
    private protected virtual double[] KeepRate(double[] rate, double stepSize) => rate;

    /// <summary>
    /// Solves one implicit stage, (k V + shift K) c/k = V known + shift r(t), and books weight × its boundary and source rates.
    /// </summary>
    /// <param name="shift">Coefficient × step size, s.</param>
    /// <param name="time">Time of the stage, s.</param>
    /// <param name="weight">Share of the step's quadrature that the stage carries, s.</param>
    /// <param name="known">What the stage starts from, mol/m³.</param>
    /// <param name="stage">Holds a first guess, receives c.</param>
    /// <param name="result">Receives the bookings.</param>
    protected void SolveStage(double shift, double time, double weight, double[] known, double[] stage, StepResult result)
    {
        Fields.Multiply(Operator.Mesh.SharedVolumes, known, _rightHandSide);
        result.SourceAmount += weight * Operator.AddForcing(shift, time, Limit.Before, _rightHandSide);
        Operator.ToActivity(stage);
        Solve(shift, stage, result);
        Operator.AddOutflow(weight, stage, time, Limit.Before, result.OutflowBuffer, result.TurnoverBuffer);
        Operator.ToConcentration(stage);
    }

    /// <summary>Books weight × the boundary and source rates of the present solution.</summary>
    /// <param name="weight">Share of the step's quadrature, s.</param>
    /// <param name="result">Receives the bookings.</param>
    protected void BookPresent(double weight, StepResult result)
    {
        result.SourceAmount += weight * Operator.SourceRate(Time, Limit.After);
        Operator.AddOutflow(weight, Operator.ActivityOf(_value), Time, Limit.After, result.OutflowBuffer, result.TurnoverBuffer);
    }

    /// <summary>
    /// The largest cell of k (k V + shift K)⁻¹ V e. An error estimate made of differences of rates is far too large for the
    /// fast-decaying components of a stiff problem; this filter brings them to their true size (Shampine; Hairer &amp; Wanner IV.8).
    /// </summary>
    /// <param name="shift">Shift the solver is prepared for.</param>
    /// <param name="estimate">e; overwritten.</param>
    /// <param name="result">Receives the solver's bookings.</param>
    protected double FilteredMaximum(double shift, double[] estimate, StepResult result)
    {
        Fields.Multiply(Operator.Mesh.SharedVolumes, estimate, _rightHandSide);
        Operator.ToActivity(estimate);
        Solve(shift, estimate, result);
        Operator.ToConcentration(estimate);
        return FieldArithmetic.LargestMagnitude(estimate);
    }

    private void Solve(double shift, double[] stage, StepResult result)
    {
        Solver.Prepare(shift);
        Solver.Solve(_rightHandSide, stage);
        result.SolverIterations += Solver.LastIterations;
        result.SolverResidual = Math.Max(result.SolverResidual, Solver.LastResidual);
    }
}
