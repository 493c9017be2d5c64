using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.StepControl;

/// <summary>Steps as long as their local error allows: a proportional-integral controller with rejection and retry.</summary>
/// <remarks>
/// Controller: Gustafsson, Lundh &amp; Söderlind, BIT 28 (1988) 270. First step: Hairer, Nørsett &amp; Wanner, Solving Ordinary
/// Differential Equations I, II.4.
/// </remarks>
public sealed class AdaptiveStep : IStepControl
{
    /// <summary>The default of <see cref="RelativeTolerance"/>.</summary>
    public const double DefaultRelativeTolerance = 1e-7;

    /// <summary>Local error allowed in any cell and step, as a fraction of the largest initial value.</summary>
    public double RelativeTolerance { get; init; } = DefaultRelativeTolerance;

    /// <summary>Local error allowed in addition, mol/m³. Needed when the initial field is zero everywhere.</summary>
    public double AbsoluteTolerance { get; init; }

    /// <summary>First step in s, also after a jump; null lets the solution's rates choose it.</summary>
    public double? InitialStep { get; init; }

    /// <summary>Shortest step to try before giving up, s. Zero: as short as the clock resolves.</summary>
    public double MinimumStep { get; init; }

    /// <summary>Longest step to take, s.</summary>
    public double MaximumStep { get; init; } = double.PositiveInfinity;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tolerances allow no error at all, or the limits contradict each other.</exception>
    public StepController CreateController(ITimeScheme scheme, DiffusionOperator diffusion, double largestInitialValue)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        double allowed = AbsoluteTolerance + RelativeTolerance * largestInitialValue;
        if (!(RelativeTolerance >= 0 && AbsoluteTolerance >= 0)) throw new ArgumentException("tolerances are not negative");
        if (!(allowed > 0)) throw new ArgumentException("the initial field is zero, so a relative tolerance has nothing to refer to: set an absolute one");
        if (!(MinimumStep >= 0 && MaximumStep > MinimumStep)) throw new ArgumentException("the longest step must exceed the shortest");
        if (InitialStep is { } first && !(first > 0)) throw new ArgumentException("the first step must be positive");
        return new Controller(this, scheme, diffusion, allowed);
    }

    private sealed class Controller(AdaptiveStep settings, ITimeScheme scheme, DiffusionOperator diffusion, double allowed) : StepController
    {
        private const double Safety = 0.9, LargestShrink = 0.1;

        private readonly double[] _probe = new double[diffusion.Cells], _probeRate = new double[diffusion.Cells];
        private readonly double _cellTime = diffusion.FastestCellTime();
        private double _previousError = 1;
        private bool _retrying;

        public override bool NeedsError => true;

        public override double AllowedError => allowed;

        public override bool MayChangeStep => true;

        // With d1 = |c′| and d2 = |c″|, both over the allowed error, the first step h solves max(d1, d2) h^p = 1/100:
        // its error should then be about a hundredth of what is allowed. c″ comes from an explicit Euler step no longer than
        // the narrowest cell needs to equilibrate.
        public override void Restart(TimeStepper stepper)
        {
            (_previousError, _retrying) = (1, false);
            if (settings.InitialStep is { } given)
            {
                Proposal = Math.Min(given, settings.MaximumStep);
                return;
            }

            double d1 = FieldArithmetic.LargestMagnitude(stepper.Rate) / allowed;
            double trial = d1 == 0 ? _cellTime : Math.Min(_cellTime, 0.01 * FieldArithmetic.LargestMagnitude(stepper.Value) / (allowed * d1));
            if (trial == 0) trial = _cellTime;                                   // an initial field of zeros
            FieldArithmetic.AddScaled(stepper.Value, trial, stepper.Rate, _probe);
            diffusion.Rate(_probe, stepper.Time + trial, Limit.Before, _probeRate);
            FieldArithmetic.ScaledDifference(1 / trial, _probeRate, stepper.Rate, _probe);
            double steepest = Math.Max(d1, FieldArithmetic.LargestMagnitude(_probe) / allowed);
            double step = steepest == 0 ? 100 * trial : Math.Pow(0.01 / steepest, 1.0 / scheme.ErrorPower);
            Proposal = Math.Clamp(Math.Min(100 * trial, step), settings.MinimumStep, settings.MaximumStep);
        }

        public override bool Judge(StepResult result, bool shortened)
        {
            double error = result.Error / allowed;
            if (!(error <= 1))                                                    // NaN and infinity too: a shorter step may help
            {
                double shrink = double.IsFinite(error) ? Safety * Math.Pow(error, -1.0 / scheme.ErrorPower) : LargestShrink;
                Proposal = Math.Max(result.StepSize * Math.Clamp(shrink, LargestShrink, Safety), settings.MinimumStep);
                if (result.StepSize <= settings.MinimumStep) Proposal = 0;        // nothing shorter is allowed
                _retrying = true;
                return false;
            }

            double floor = Math.Max(error, 1e-10);
            double growth = Safety * Math.Pow(floor, -0.7 / scheme.ErrorPower) * Math.Pow(_previousError, 0.4 / scheme.ErrorPower);
            growth = Math.Clamp(growth, LargestShrink, _retrying ? 1 : scheme.LargestGrowth);
            double next = Math.Clamp(result.StepSize * growth, settings.MinimumStep, settings.MaximumStep);
            Proposal = shortened ? Math.Max(next, Proposal) : next;
            (_previousError, _retrying) = (floor, false);
            return true;
        }

        public override void Capture(StateSection state)
        {
            state.Put("proposal", Proposal);
            state.Put("previous-error", _previousError);
        }

        public override void Restore(StateSection state)
        {
            (Proposal, _previousError, _retrying) = (state.ReadNumber("proposal"), state.ReadNumber("previous-error"), false);
        }
    }
}
