using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.TimeSchemes;

// With ω = dt/dt₋ the ratio of this step to the one before:
//     c₊ = (1+ω)²/(1+2ω) c − ω²/(1+2ω) c₋ + (1+ω)/(1+2ω) dt c₊′,     local error (1+ω)²/(6ω(1+2ω)) dt³ c‴
// that is, c₊ − c = ω²/(1+2ω) (c − c₋) + (1+ω)/(1+2ω) dt c₊′: the amount that crosses a boundary in a step obeys the same
// recurrence, which is what the books use. Zero-stable for ω < 1 + √2 (Grigorieff, Numer. Math. 42 (1983) 359).

/// <summary>
/// Two-step backward differentiation with variable steps, order 2, one solve a step, L-stable. The first step after a jump is
/// backward Euler.
/// </summary>
public sealed class Bdf2 : ITimeScheme
{
    /// <inheritdoc/>
    public int Order => 2;

    /// <inheritdoc/>
    public int ErrorPower => 3;

    /// <inheritdoc/>
    public double LargestGrowth => 2;

    /// <inheritdoc/>
    public TimeStepper CreateStepper(DiffusionOperator diffusion, ILinearSolver solver) => new Stepper(diffusion, solver);

    private sealed class Stepper : TimeStepper
    {
        private readonly double[] _previousValue, _known, _previousOutflow;
        private readonly RateHistory _history;
        private double _previousSource;

        public Stepper(DiffusionOperator diffusion, ILinearSolver solver)
            : base(diffusion, solver)
        {
            (_previousValue, _known, _previousOutflow) = (new double[diffusion.Cells], new double[diffusion.Cells], new double[diffusion.Patches]);
            _history = new RateHistory(diffusion.Cells, Fields);
        }

        public override void Capture(StateSection state)
        {
            base.Capture(state);
            _history.Capture(state);
            state.Put("previous-value", _previousValue);
            state.Put("previous-outflow", _previousOutflow);
            state.Put("previous-source", _previousSource);
        }

        public override void Restore(StateSection state)
        {
            base.Restore(state);
            _history.Restore(state);
            state.CopyTo("previous-value", _previousValue);
            state.CopyTo("previous-outflow", _previousOutflow);
            _previousSource = state.ReadNumber("previous-source");
        }

        protected override void Advance(StepResult result, bool estimateError)
        {
            double dt = result.StepSize, shift = dt, carried = 0, ratio = 0;
            if (_history.StepSize > 0)
            {
                ratio = dt / _history.StepSize;
                carried = ratio * ratio / (1 + 2 * ratio);
                shift = (1 + ratio) / (1 + 2 * ratio) * dt;
            }

            Fields.ScaledDifference(carried, PresentValue, _previousValue, _known);
            Fields.AddScaled(_known, 1, PresentValue, _known);
            for (int side = 0; side < _previousOutflow.Length; side++) result.OutflowBuffer[side] = carried * _previousOutflow[side];
            result.SourceAmount = carried * _previousSource;
            _history.Extrapolate(0.5, PresentValue, PresentRate, dt, result.ValueBuffer);
            SolveStage(shift, result.EndTime, shift, _known, result.ValueBuffer, result);
            Fields.ScaledDifference(1 / shift, result.ValueBuffer, _known, result.RateBuffer);
            if (!estimateError) return;

            if (ratio == 0) Fields.ScaledDifference(dt / 2, result.RateBuffer, PresentRate, _known);
            else _history.ThirdDerivative((1 + ratio) * (1 + ratio) / (6 * ratio * (1 + 2 * ratio)) * Math.Pow(dt, 3), result, PresentRate, _known);
            result.Error = FilteredMaximum(shift, _known, result);
        }

        protected override void ForgetHistory() => _history.Forget();

        protected override void Remember(StepResult result)
        {
            Fields.Copy(PresentValue, _previousValue);
            result.Outflow.CopyTo(_previousOutflow);
            _previousSource = result.SourceAmount;
        }

        private protected override double[] KeepRate(double[] rate, double stepSize) => _history.Exchange(rate, stepSize);
    }
}
