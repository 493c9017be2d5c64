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

    private sealed class Stepper : TimeStepper
    {
        private readonly RateHistory _history;
        private double[] _estimate = [];

        public Stepper(DiffusionOperator diffusion, ILinearSolver solver)
            : base(diffusion, solver) => _history = new RateHistory(diffusion.Cells, Fields);

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
            _history.Extrapolate(1, PresentValue, PresentRate, dt, result.ValueBuffer);
            SolveStage(dt, result.EndTime, dt, PresentValue, result.ValueBuffer, result);
            Fields.ScaledDifference(1 / dt, result.ValueBuffer, PresentValue, result.RateBuffer);
            if (!estimateError) return;
            if (_estimate.Length == 0) _estimate = new double[Value.Length];
            Fields.ScaledDifference(dt / 2, result.RateBuffer, PresentRate, _estimate);
            result.Error = FilteredMaximum(dt, _estimate, result);
        }

        protected override void ForgetHistory() => _history.Forget();

        private protected override double[] KeepRate(double[] rate, double stepSize) => _history.Exchange(rate, stepSize);
    }
}
