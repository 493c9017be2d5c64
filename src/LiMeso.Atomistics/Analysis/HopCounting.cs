using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Analysis;

/// <summary>
/// The error that a finite number of hops leaves to the diffusivity of a crystal with one vacancy. No estimate from the same hops can be better, however evenly they happen to be spread over blocks of time.
/// </summary>
/// <remarks>
/// The slope of the mean squared displacement is a sum over pairs of hops of the same atom, Σ w_jk s_j·s_k, with w_jk from the moving time origins: a compound Poisson process with correlated terms. For n hops its relative variance is v/n.
/// Counting alone makes v = 1; hops that are undone raise it to 1 + 1/f − f when only the very next one can be (f: correlation factor), 1.65 in a bcc crystal; later meetings with the same vacancy, hops near both ends of the run
/// that few origins see, and the cell's size make it 1.5 to 2.5. There is no closed form, so v is measured: the same slope of many walks of an ideal vacancy in the same cell, for the same time and at the same rate
/// (parametric bootstrap: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, Chapman &amp; Hall (1993), section 6.5).
/// </remarks>
public static class HopCounting
{
    // a standard deviation from as many is good to 1/sqrt(2 · 1000), 2 %
    private const int Walks = 1000;

    /// <summary>Relative standard error of the diffusivity of one run, as far as the number of hops makes it; for n runs alike, divide by √n.</summary>
    /// <param name="structure">The crystal.</param>
    /// <param name="cells">How often its cell repeats along each edge.</param>
    /// <param name="hops">Hops in the run, or their mean over runs alike.</param>
    /// <param name="frames">Frames of the run.</param>
    /// <param name="first">Shortest time of the line through the mean squared displacement, in frames.</param>
    /// <param name="last">Longest time of that line, in frames.</param>
    /// <returns>NaN when there are no hops.</returns>
    public static double RelativeError(CrystalStructure structure, int cells, double hops, int frames, int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(last, first);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(frames, last);
        if (!(hops > 0)) return double.NaN;
        var walk = new VacancyWalk(structure, cells);
        double[] weights = SlopeWeights(frames, first, last);
        double mean = 0, squares = 0;
        for (int k = 0; k < Walks; k++)
        {
            // running mean and sum of squared deviations: B. P. Welford, Technometrics 4 (1962) 419
            double slope = Slope(walk.Follow(hops / (frames - 1), frames, (ulong)k), frames, first, weights), deviation = slope - mean;
            mean += deviation / (k + 1);
            squares += deviation * (slope - mean);
        }

        return Math.Sqrt(squares / (Walks - 1)) / mean;
    }

    // What the mean square at each lag weighs in the slope by least squares, over the number of its time origins.
    private static double[] SlopeWeights(int frames, int first, int last)
    {
        double middle = 0.5 * (first + last), squares = Enumerable.Range(first, last - first + 1).Sum(lag => (lag - middle) * (lag - middle));
        return [.. Enumerable.Range(first, last - first + 1).Select(lag => (lag - middle) / (squares * (frames - lag)))];
    }

    // The slope of the sum of the squared displacements of all atoms: each pair of hops counts as often as there are time origins from which both are seen.
    private static double Slope(List<SiteHop> hops, int frames, int first, double[] weights)
    {
        int longest = first + weights.Length - 1;
        var latest = new Dictionary<int, int>();
        int[] previous = new int[hops.Count];
        double slope = 0;
        for (int k = 0; k < hops.Count; k++)
        {
            SiteHop hop = hops[k];
            previous[k] = latest.GetValueOrDefault(hop.Atom, -1);
            latest[hop.Atom] = k;
            slope += Vector3.Dot(hop.Step, hop.Step) * Weight(hop.Frame, hop.Frame);
            for (int j = previous[k]; j >= 0 && hop.Frame - hops[j].Frame < longest; j = previous[j])
                slope += 2 * Vector3.Dot(hop.Step, hops[j].Step) * Weight(hops[j].Frame, hop.Frame);
        }

        return slope;

        double Weight(int from, int to)
        {
            double sum = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                int lag = first + k, origins = Math.Min(from - 1, frames - 1 - lag) - Math.Max(0, to - lag) + 1;
                if (origins > 0) sum += weights[k] * origins;
            }

            return sum;
        }
    }
}
