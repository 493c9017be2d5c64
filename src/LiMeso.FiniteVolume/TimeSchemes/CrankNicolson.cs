using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.TimeSchemes;

// The trapezoidal rule multiplies fast-decaying components by nearly −1 a step: a jump of the boundary flux would ring for ever.
// So after every jump (and at the start) the first two steps are each made of two backward Euler half steps, which damp them and,
// being few, do not spoil order 2 (Rannacher, Numer. Math. 43 (1984) 309). Both formulas have the matrix V + (dt/2) K.

/// <summary>
/// The trapezoidal rule, order 2: c₊ = c + (dt/2)(c′ + c₊′), with the first two steps after a jump replaced by four backward Euler
/// half steps. Error estimate: −(dt³/12) c‴ from the rates at three levels.
/// </summary>
public sealed class CrankNicolson : ITimeScheme
{
    /// <inheritdoc/>
    public int Order => 2;

    /// <inheritdoc/>
    public int ErrorPower => 3;

    /// <inheritdoc/>
    public double LargestGrowth => 4;

    /// <inheritdoc/>
    public TimeStepper CreateStepper(DiffusionOperator diffusion, ILinearSolver solver) => new Stepper(diffusion, solver);

    private sealed class Stepper : TimeStepper
    {
        private const int DampedSteps = 2;

        private readonly double[] _known, _estimate;
        private readonly RateHistory _history;
        private int _dampedStepsLeft = DampedSteps;

        public Stepper(DiffusionOperator diffusion, ILinearSolver solver)
            : base(diffusion, solver)
        {
            (_known, _estimate) = (new double[diffusion.Cells], new double[diffusion.Cells]);
            _history = new RateHistory(diffusion.Cells, Fields);
        }

        public override void Capture(StateSection state)
        {
            base.Capture(state);
            state.PutInteger("damped-steps-left", _dampedStepsLeft);
            _history.Capture(state);
        }

        public override void Restore(StateSection state)
        {
            base.Restore(state);
            _dampedStepsLeft = (int)state.ReadInteger("damped-steps-left");
            _history.Restore(state);
        }

        protected override void Advance(StepResult result, bool estimateError)
        {
            double half = 0.5 * result.StepSize;
            bool damped = _dampedStepsLeft > 0;
            if (damped)
            {
                Fields.Copy(PresentValue, _known);
                SolveStage(half, Time + half, half, PresentValue, _known, result);
            }
            else
            {
                BookPresent(half, result);
                Fields.AddScaled(PresentValue, half, PresentRate, _known);
            }

            if (damped) Fields.Copy(_known, result.ValueBuffer);
            else _history.Extrapolate(0.5, PresentValue, PresentRate, result.StepSize, result.ValueBuffer);
            SolveStage(half, result.EndTime, half, _known, result.ValueBuffer, result);
            Fields.ScaledDifference(1 / half, result.ValueBuffer, _known, result.RateBuffer);
            if (!estimateError) return;

            if (damped) Fields.ScaledDifference(0.5 * half, result.RateBuffer, PresentRate, _estimate);       // two half steps: (dt²/4) c″
            else _history.ThirdDerivative(Math.Pow(result.StepSize, 3) / 12, result, PresentRate, _estimate);
            result.Error = FilteredMaximum(half, _estimate, result);
        }

        protected override void ForgetHistory() => _dampedStepsLeft = DampedSteps;

        protected override void Remember(StepResult result) => _dampedStepsLeft = Math.Max(_dampedStepsLeft - 1, 0);

        private protected override double[] KeepRate(double[] rate, double stepSize) => _history.Exchange(rate, stepSize);
    }
}
