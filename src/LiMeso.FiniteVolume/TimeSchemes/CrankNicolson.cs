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

    private sealed class Stepper(DiffusionOperator diffusion, ILinearSolver solver) : TimeStepper(diffusion, solver)
    {
        private const int DampedSteps = 2;

        private readonly double[] _known = new double[diffusion.Cells], _estimate = new double[diffusion.Cells];
        private readonly RateHistory _history = new(diffusion.Cells);
        private int _dampedStepsLeft = DampedSteps;

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
                Value.CopyTo(_known);
                SolveStage(half, Time + half, half, Value, _known, result);
            }
            else
            {
                BookPresent(half, result);
                LevelArithmetic.AddScaled(Value, half, Rate, _known);
            }

            if (damped) _known.AsSpan().CopyTo(result.ValueBuffer);
            else _history.Extrapolate(0.5, Value, Rate, result.StepSize, result.ValueBuffer);
            SolveStage(half, result.EndTime, half, _known, result.ValueBuffer, result);
            LevelArithmetic.ScaledDifference(1 / half, result.Value, _known, result.RateBuffer);
            if (!estimateError) return;

            if (damped) LevelArithmetic.ScaledDifference(0.5 * half, result.Rate, Rate, _estimate);       // two half steps: (dt²/4) c″
            else _history.ThirdDerivative(Math.Pow(result.StepSize, 3) / 12, result, Rate, _estimate);
            result.Error = FilteredMaximum(half, _estimate, result);
        }

        protected override void ForgetHistory() => _dampedStepsLeft = DampedSteps;

        protected override void Remember(StepResult result)
        {
            _dampedStepsLeft = Math.Max(_dampedStepsLeft - 1, 0);
            _history.Remember(Rate, result.StepSize);
        }
    }
}
