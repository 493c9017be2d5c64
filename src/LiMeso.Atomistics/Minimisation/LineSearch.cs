using static LiMeso.Atomistics.Minimisation.VectorAlgebra;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>
/// Walks along a direction until the slope is a fraction of what it was and the energy no higher. Steps follow from slopes, by secants within a bracket: energies cannot tell
/// points apart near a minimum, where their differences drown in rounding, but slopes still do.
/// </summary>
/// <remarks>The criterion is the approximate Wolfe condition of Hager &amp; Zhang, SIAM J. Optim. 16 (2005) 170.</remarks>
internal sealed class LineSearch(IEnergyLandscape landscape, MinimiserOptions options)
{
    // Slope left over its first value; energy of rounding over the whole energy; trials along one direction.
    private const double SlopeLeft = 0.2, Rounding = 1e-13;
    private const int MaxTrials = 40;

    private readonly double[] _origin = new double[landscape.Variables];

    /// <summary>Evaluations so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Forces at the point last evaluated.</summary>
    public double[] Forces { get; } = new double[landscape.Variables];

    /// <summary>Evaluates the start.</summary>
    /// <param name="x">The start.</param>
    /// <param name="forces">Where forces go.</param>
    /// <param name="evaluations">Evaluations up to this one, included.</param>
    public double Start(ReadOnlySpan<double> x, Span<double> forces, int evaluations)
    {
        Evaluations = evaluations;
        double energy = landscape.Evaluate(x, forces);
        forces.CopyTo(Forces);
        return energy;
    }

    /// <summary>Walks.</summary>
    /// <param name="x">The start; the point reached on return.</param>
    /// <param name="forces">Forces at the start.</param>
    /// <param name="direction">A direction that leads downhill.</param>
    /// <param name="energy">Energy at the start; that of the point reached on return.</param>
    /// <param name="trial">Step to try first, in lengths of the direction.</param>
    /// <returns>The step taken; 0, with everything as it was, when none leads down.</returns>
    public double Go(Span<double> x, ReadOnlySpan<double> forces, ReadOnlySpan<double> direction, ref double energy, double trial)
    {
        x.CopyTo(_origin);
        double slope = -Dot(forces, direction), start = energy, ceiling = start + Rounding * Math.Abs(start);
        double longest = options.LargestStep / LargestMagnitude(direction);
        (double At, double Slope) low = (0, slope);
        (double At, double Slope)? high = null;
        double step = Math.Min(trial, longest);
        for (int k = 0; k < MaxTrials && Evaluations < options.MaxEvaluations; k++)
        {
            (double e, double s) = Evaluate(x, direction, step);
            bool down = e <= ceiling;
            if (down && (Math.Abs(s) <= -SlopeLeft * slope || (s < 0 && step >= longest)))
            {
                energy = e;
                return step;
            }

            double next;
            if (down && s < 0)
            {
                next = high is null ? Extrapolate(low, (step, s)) : 0;
                low = (step, s);
            }
            else
            {
                next = 0;
                high = (step, s);
            }

            step = high is { } end ? Interpolate(low, end) : Math.Min(next, longest);
            if (high is { } wall && wall.At - low.At <= 1e-12 * wall.At) break;
        }

        // No point that satisfies, but perhaps one that is lower: the left end of the bracket always is.
        (double lowest, _) = Evaluate(x, direction, low.At);
        energy = low.At > 0 ? lowest : start;
        return low.At;
    }

    private (double Energy, double Slope) Evaluate(Span<double> x, ReadOnlySpan<double> direction, double step)
    {
        Evaluations++;
        if (step == 0) _origin.CopyTo(x);
        else AddScaled(_origin, step, direction, x);
        double energy = landscape.Evaluate(x, Forces);
        return (double.IsFinite(energy) ? energy : double.PositiveInfinity, -Dot(Forces, direction));
    }

    private static double Extrapolate((double At, double Slope) last, (double At, double Slope) here)
    {
        double root = here.Slope > last.Slope ? here.At - here.Slope * (here.At - last.At) / (here.Slope - last.Slope) : double.PositiveInfinity;
        return Math.Clamp(root, 1.2 * here.At, 4 * here.At);
    }

    // Where the right end lies uphill its slope says where the root is; where it is merely higher than the start, only halving is safe.
    private static double Interpolate((double At, double Slope) low, (double At, double Slope) high)
    {
        double width = high.At - low.At;
        double root = high.Slope > 0 ? low.At - low.Slope * width / (high.Slope - low.Slope) : low.At + 0.5 * width;
        return Math.Clamp(root, low.At + 0.05 * width, high.At - 0.05 * width);
    }
}
