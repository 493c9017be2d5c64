using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.StepControl;

/// <summary>The same step always, except that a step is shortened to end exactly on a break or at the end of the run.</summary>
/// <param name="stepSize">In s.</param>
public sealed class FixedStep(double stepSize) : IStepControl
{
    /// <inheritdoc/>
    public StepController CreateController(ITimeScheme scheme, DiffusionOperator diffusion, double largestInitialValue) => new Controller(stepSize);

    private sealed class Controller : StepController
    {
        public Controller(double stepSize)
        {
            if (!(stepSize > 0) || double.IsInfinity(stepSize))
                throw new ArgumentOutOfRangeException(nameof(stepSize), stepSize, "a step is positive and finite");
            Proposal = stepSize;
        }

        public override bool NeedsError => false;

        public override double AllowedError => double.PositiveInfinity;

        public override bool MayChangeStep => false;

        public override void Restart(TimeStepper stepper)
        {
        }

        public override bool Judge(StepResult result, bool shortened) => true;

        public override void Capture(StateSection state) => state.Put("step-size", Proposal);

        public override void Restore(StateSection state)
        {
            double stored = state.ReadNumber("step-size");
            if (stored == Proposal) return;
            throw new StateMismatchException(FormattableString.Invariant($"the state was written with steps of {stored} s, this simulation has {Proposal} s"));
        }
    }
}
