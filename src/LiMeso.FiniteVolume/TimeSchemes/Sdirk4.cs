using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.TimeSchemes;

// Stage i:  c_i = c + dt Σ_{j≤i} a_ij c_j′ with a_ii = γ = 1/4 for i ≥ 2. Kept are the increments z_i = γ dt c_i′, so
//     b_i = c + Σ_{j<i} (a_ij/γ) z_j,   (V + γ dt K) c_i = V b_i + γ dt r(t_i),   z_i = c_i − b_i.
// Stage 1 is the present rate, left by the step before (the last stage is the new solution), so five solves a step, all with one matrix.

/// <summary>
/// Six-stage singly diagonally implicit Runge-Kutta scheme with explicit first stage, order 4 with an embedded solution of
/// order 3, stage order 2, L-stable and stiffly accurate; errors of the start after a jump die out. The default.
/// </summary>
/// <remarks>ESDIRK part of ARK4(3)6L[2]SA: Kennedy &amp; Carpenter, Appl. Numer. Math. 44 (2003) 139-181, appendix C.</remarks>
public sealed class Sdirk4 : ITimeScheme
{
    private const int Stages = 6;
    private const double Gamma = 0.25;
    private const int GuessPoints = 3;

    /// <summary>Abscissae c_i.</summary>
    internal static readonly double[] Abscissae = [0, 1.0 / 2, 83.0 / 250, 31.0 / 50, 17.0 / 20, 1];

    /// <summary>Lower triangle a_ij with the diagonal; the last row holds the weights of the solution.</summary>
    internal static readonly double[][] Tableau =
    [
        [0],
        [1.0 / 4, 1.0 / 4],
        [8611.0 / 62500, -1743.0 / 31250, 1.0 / 4],
        [5012029.0 / 34652500, -654441.0 / 2922500, 174375.0 / 388108, 1.0 / 4],
        [15267082809.0 / 155376265600, -71443401.0 / 120774400, 730878875.0 / 902184768, 2285395.0 / 8070912, 1.0 / 4],
        [82889.0 / 524892, 0, 15625.0 / 83664, 69875.0 / 102672, -2260.0 / 8211, 1.0 / 4],
    ];

    /// <summary>Weights of the embedded solution of order 3.</summary>
    internal static readonly double[] Embedded =
        [4586570599.0 / 29645900160, 0, 178811875.0 / 945068544, 814220225.0 / 1159782912, -3700637.0 / 11593932, 61727.0 / 225920];

    /// <inheritdoc/>
    public int Order => 4;

    /// <inheritdoc/>
    public int ErrorPower => 4;

    /// <inheritdoc/>
    public double LargestGrowth => 6;

    /// <inheritdoc/>
    public TimeStepper CreateStepper(DiffusionOperator diffusion, ILinearSolver solver) => new Stepper(diffusion, solver);

    private sealed class Stepper : TimeStepper
    {
        private readonly double[][] _increments = new double[Stages][];
        private readonly double[][] _ofIncrements = new double[Stages][], _ofGuess = new double[Stages][];
        private readonly double[] _ofError = new double[Stages];
        private readonly double[] _known, _stage;

        public Stepper(DiffusionOperator diffusion, ILinearSolver solver)
            : base(diffusion, solver)
        {
            for (int i = 0; i < Stages; i++)
            {
                _increments[i] = new double[diffusion.Cells];
                _ofIncrements[i] = [.. Tableau[i].Take(i).Select(a => a / Gamma)];
                _ofGuess[i] = Extrapolation(i);
                _ofError[i] = (Tableau[^1][i] - Embedded[i]) / Gamma;
            }

            (_known, _stage) = (new double[diffusion.Cells], new double[diffusion.Cells]);
        }

        protected override void Advance(StepResult result, bool estimateError)
        {
            double dt = result.StepSize, shift = Gamma * dt;
            double[] weights = Tableau[^1];
            BookPresent(weights[0] * dt, result);
            Fields.Scale(shift, PresentRate, _increments[0]);
            for (int i = 1; i < Stages; i++)
            {
                double[] stage = i == Stages - 1 ? result.ValueBuffer : _stage;
                double time = i == Stages - 1 ? result.EndTime : Time + Abscissae[i] * dt;
                Combine(PresentValue, _ofIncrements[i], _known);
                Combine(_known, _ofGuess[i], stage);
                SolveStage(shift, time, weights[i] * dt, _known, stage, result);
                Fields.ScaledDifference(1, stage, _known, _increments[i]);
            }

            Fields.Scale(1 / shift, _increments[^1], result.RateBuffer);
            if (!estimateError) return;
            _stage.AsSpan().Clear();
            Combine(_stage, _ofError, _known);
            result.Error = FilteredMaximum(shift, _known, result);
        }

        // Weights of the stages before it in the first guess of a stage's increment: the parabola, in time, through the last three.
        private static double[] Extrapolation(int stage)
        {
            int first = Math.Max(0, stage - GuessPoints);
            return [.. Enumerable.Range(0, stage).Select(j => j < first ? 0 : Enumerable.Range(first, stage - first).Where(k => k != j)
                .Aggregate(1.0, (weight, k) => weight * (Abscissae[stage] - Abscissae[k]) / (Abscissae[j] - Abscissae[k])))];
        }

        private void Combine(double[] start, ReadOnlySpan<double> coefficients, double[] sum)
        {
            Fields.Copy(start, sum);
            for (int j = 0; j < coefficients.Length; j++)
            {
                if (coefficients[j] != 0) Fields.AddScaled(sum, coefficients[j], _increments[j], sum);
            }
        }
    }
}
