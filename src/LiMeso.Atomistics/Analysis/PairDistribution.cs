using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>
/// Pair distribution function g(r), gathered over frames: how many neighbours an atom has at a distance, over how many it would have if all were spread evenly.
/// Peaks of a crystal are sharp; those of a liquid run together.
/// </summary>
public sealed class PairDistribution
{
    private readonly double[] _ratios;

    /// <summary>Nothing yet.</summary>
    /// <param name="farthest">Where g ends, Å.</param>
    /// <param name="bins">Number of equal parts.</param>
    public PairDistribution(double farthest, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(farthest);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        (Farthest, _ratios) = (farthest, new double[bins]);
    }

    /// <summary>Where g ends, Å.</summary>
    public double Farthest { get; }

    /// <summary>Frames so far.</summary>
    public int Frames { get; private set; }

    /// <summary>Adds a frame.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="centres">Atoms whose neighbours count, one at least; all when null.</param>
    public void Add(AtomicSystem system, IReadOnlyCollection<int>? centres = null)
    {
        int bins = _ratios.Length;
        double width = Farthest / bins, density = system.Count / system.Box.Volume;
        long[] counts = new long[bins];
        var cells = new NeighbourCells(system, Farthest);
        var vectors = new List<Vector3>();
        centres ??= [.. Enumerable.Range(0, system.Count)];
        foreach (int atom in centres)
        {
            cells.Find(atom, vectors);
            foreach (Vector3 vector in vectors)
            {
                int bin = (int)(vector.Length / width);
                if (bin < bins) counts[bin]++;
            }
        }

        for (int bin = 0; bin < bins; bin++)
        {
            double shell = 4 * Math.PI / 3 * (Math.Pow((bin + 1) * width, 3) - Math.Pow(bin * width, 3));
            _ratios[bin] += counts[bin] / (centres.Count * density * shell);
        }

        Frames++;
    }

    /// <summary>Middle of each part, Å.</summary>
    public double[] Distances() => [.. Enumerable.Range(0, _ratios.Length).Select(k => (k + 0.5) * Farthest / _ratios.Length)];

    /// <summary>g in each part, averaged over the frames.</summary>
    public double[] Values() => [.. _ratios.Select(r => r / Frames)];

    /// <summary>Stores all that it needs to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Save(SavedState state, string name)
    {
        state.Put($"{name}/ratios", _ratios);
        state.PutInteger($"{name}/frames", Frames);
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    /// <exception cref="StateMismatchException">It was stored for other distances.</exception>
    public void Restore(SavedState state, string name)
    {
        state.CopyTo($"{name}/ratios", _ratios);
        Frames = (int)state.Integer($"{name}/frames");
    }
}
