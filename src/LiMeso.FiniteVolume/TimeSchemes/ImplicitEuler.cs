using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.TimeSchemes;

/// <summary>
/// Backward Euler, order 1: c₊ = c + dt c₊′. L-stable, and the only scheme here with a discrete maximum principle: values (c/k where there
/// is segregation) stay between those of the start, of the boundary and what sources add. Error estimate: half the difference of the rates at both ends.
/// </summary>
public sealed class ImplicitEuler : ITimeScheme
{
    /// <inheritdoc/>
    public int Order => 1;

    /// <inheritdoc/>
    public int ErrorPower => 2;

    /// <inheritdoc/>
    public double LargestGrowth => 4;

    /// <inheritdoc/>
    public TimeStepper CreateStepper(DiffusionOperator diffusion, ILinearSolver solver) => new Stepper(diffusion, solver);

    private sealed class Stepper(DiffusionOperator diffusion, ILinearSolver solver) : TimeStepper(diffusion, solver)
    {
        private readonly RateHistory _history = new(diffusion.Cells);
        private double[] _estimate = [];

        public override void Capture(StateSection state)
        {
            base.Capture(state);
            _history.Capture(state);
        }

        public override void Restore(StateSection state)
        {
            base.Restore(state);
            _history.Restore(state);
        }

        protected override void Advance(StepResult result, bool estimateError)
        {
            double dt = result.StepSize;
            _history.Extrapolate(1, Value, Rate, dt, result.ValueBuffer);
            SolveStage(dt, result.EndTime, dt, Value, result.ValueBuffer, result);
            LevelArithmetic.ScaledDifference(1 / dt, result.Value, Value, result.RateBuffer);
            if (!estimateError) return;
            if (_estimate.Length == 0) _estimate = new double[Value.Length];
            LevelArithmetic.ScaledDifference(dt / 2, result.Rate, Rate, _estimate);
            result.Error = FilteredMaximum(dt, _estimate, result);
        }

        protected override void ForgetHistory() => _history.Forget();

        protected override void Remember(StepResult result) => _history.Remember(Rate, result.StepSize);
    }
}
