using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>Sums of squared displacements along x, y and z, by the time that they took and by blocks of time origins, whose spread tells the error of a mean.</summary>
/// <param name="longestLag">Longest time, in frames.</param>
/// <param name="originsPerBlock">Origins in a block.</param>
internal sealed class DisplacementSums(int longestLag, int originsPerBlock)
{
    private readonly List<double[]> _sums = [];
    private readonly List<long[]> _counts = [];

    /// <summary>Longest time, in frames.</summary>
    public int LongestLag => longestLag;

    /// <summary>Blocks that have been begun.</summary>
    public int Blocks => _sums.Count;

    /// <summary>Blocks whose every origin has been followed for the longest time.</summary>
    /// <param name="frames">Frames so far.</param>
    public int CompleteBlocks(long frames) => (int)Math.Max(0, (frames - longestLag) / originsPerBlock);

    /// <summary>Where the three sums of an origin and a time are, to add to; as many displacements as given are taken to be added.</summary>
    /// <param name="origin">Number of the frame that is the time origin.</param>
    /// <param name="lag">Frames from there, 1 … <see cref="LongestLag"/>.</param>
    /// <param name="displacements">How many displacements are added.</param>
    public Span<double> Of(long origin, int lag, int displacements)
    {
        int block = (int)(origin / originsPerBlock);
        while (_sums.Count <= block)
        {
            _sums.Add(new double[3 * longestLag]);
            _counts.Add(new long[longestLag]);
        }

        _counts[block][lag - 1] += displacements;
        return _sums[block].AsSpan(3 * (lag - 1), 3);
    }

    /// <summary>Mean squares along x, y, z after a number of frames; NaN where there is none.</summary>
    /// <param name="lag">1 … <see cref="LongestLag"/>.</param>
    /// <param name="from">First block.</param>
    /// <param name="to">One behind the last block.</param>
    public Vector3 Mean(int lag, int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lag, longestLag);
        double x = 0, y = 0, z = 0;
        long count = 0;
        for (int block = from; block < to; block++)
        {
            ReadOnlySpan<double> sums = _sums[block].AsSpan(3 * (lag - 1), 3);
            (x, y, z, count) = (x + sums[0], y + sums[1], z + sums[2], count + _counts[block][lag - 1]);
        }

        return 1.0 / count * new Vector3(x, y, z);
    }

    /// <summary>Displacements that went into a mean.</summary>
    /// <param name="lag">1 … <see cref="LongestLag"/>.</param>
    /// <param name="from">First block.</param>
    /// <param name="to">One behind the last block.</param>
    public long Count(int lag, int from, int to)
    {
        long count = 0;
        for (int block = from; block < to; block++) count += _counts[block][lag - 1];
        return count;
    }

    /// <summary>Stores all that it needs to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Save(SavedState state, string name)
    {
        state.Put($"{name}/sums", [.. _sums.SelectMany(s => s)]);
        state.Put($"{name}/counts", [.. _counts.SelectMany(c => c.Select(n => (double)n))]);
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    /// <exception cref="StateMismatchException">It was stored for other times.</exception>
    public void Restore(SavedState state, string name)
    {
        double[] sums = state.Array($"{name}/sums"), counts = state.Array($"{name}/counts");
        if (sums.Length != 3 * counts.Length || counts.Length % longestLag != 0) throw new StateMismatchException($"'{name}' in the state was gathered for other times");
        _sums.Clear();
        _counts.Clear();
        _sums.AddRange(sums.Chunk(3 * longestLag));
        _counts.AddRange(counts.Chunk(longestLag).Select(c => c.Select(n => (long)n).ToArray()));
    }
}
