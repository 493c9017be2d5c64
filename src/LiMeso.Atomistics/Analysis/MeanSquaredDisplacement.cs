using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>
/// Mean squared displacement by moving time origins, ⟨(r(t₀ + t) − r(t₀))²⟩ over atoms and origins t₀, gathered while a run goes on. Every frame is an origin. The mean displacement of all
/// atoms is taken out where wanted, so that a drift of the whole crystal is no diffusion. Origins are gathered in blocks of their own, whose spread tells the error.
/// </summary>
/// <remarks>Holds as many frames as the longest time has, no more. Time and memory an added frame: frames held × atoms.</remarks>
public sealed class MeanSquaredDisplacement
{
    private readonly int _coordinates;
    private readonly bool _removeDrift;
    private readonly double[][] _ring;
    private readonly DisplacementSums _sums;

    /// <summary>Nothing yet.</summary>
    /// <param name="atoms">Number of atoms.</param>
    /// <param name="longestLag">Longest time, in frames.</param>
    /// <param name="originsPerBlock">Origins in a block; for blocks to be independent, more than <paramref name="longestLag"/>.</param>
    /// <param name="removeDrift">Whether to take out the mean displacement of all atoms; not needed for sites of a lattice, which do not drift.</param>
    public MeanSquaredDisplacement(int atoms, int longestLag, int originsPerBlock, bool removeDrift = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atoms);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longestLag);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(originsPerBlock);
        (_coordinates, LongestLag, _removeDrift) = (3 * atoms, longestLag, removeDrift);
        _sums = new DisplacementSums(longestLag, originsPerBlock);
        _ring = new double[longestLag + 1][];
    }

    /// <summary>Longest time, in frames.</summary>
    public int LongestLag { get; }

    /// <summary>Frames so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Blocks whose every origin has been followed for the longest time.</summary>
    public int CompleteBlocks => _sums.CompleteBlocks(Frames);

    /// <summary>Adds a frame.</summary>
    /// <param name="positions">Unwrapped positions, 3 n, Å, evenly spaced in time.</param>
    public void Add(ReadOnlySpan<double> positions)
    {
        double[] frame = _ring[Slot(Frames)] ??= new double[_coordinates];
        if (_removeDrift) CopyWithoutMean(positions, frame);
        else positions.CopyTo(frame);
        for (int lag = 1; lag <= Math.Min(LongestLag, Frames); lag++)
        {
            long origin = Frames - lag;
            AddSquares(_ring[Slot(origin)], frame, _sums.Of(origin, lag, _coordinates / 3));
        }

        Frames++;
    }

    /// <summary>Mean squared displacement along x, y, z after a number of frames, over all origins, Å²; NaN where there is none.</summary>
    /// <param name="lag">1 … <see cref="LongestLag"/>.</param>
    public Vector3 At(int lag) => _sums.Mean(lag, 0, _sums.Blocks);

    /// <summary>The same over the origins of one block.</summary>
    /// <param name="lag">1 … <see cref="LongestLag"/>.</param>
    /// <param name="block">0 … <see cref="CompleteBlocks"/> − 1.</param>
    public Vector3 At(int lag, int block) => _sums.Mean(lag, block, block + 1);

    /// <summary>The whole curve, x, y and z together, after 1, 2, … frames, Å².</summary>
    public double[] Curve() => [.. Enumerable.Range(1, (int)Math.Min(LongestLag, Math.Max(0, Frames - 1))).Select(lag => Sum(At(lag)))];

    /// <summary>The curve of one block.</summary>
    /// <param name="block">0 … <see cref="CompleteBlocks"/> − 1.</param>
    public double[] Curve(int block) => [.. Enumerable.Range(1, LongestLag).Select(lag => Sum(At(lag, block)))];

    /// <summary>Stores all that it needs to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Save(SavedState state, string name)
    {
        state.PutInteger($"{name}/frames", Frames);
        double[] ring = new double[Math.Min(Frames, _ring.Length) * _coordinates];
        for (int slot = 0; slot < ring.Length / _coordinates; slot++) _ring[slot].CopyTo(ring, slot * _coordinates);
        state.Put($"{name}/ring", ring);
        _sums.Save(state, name);
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    /// <exception cref="StateMismatchException">It was stored for other atoms or times.</exception>
    public void Restore(SavedState state, string name)
    {
        Frames = state.Integer($"{name}/frames");
        double[] ring = state.Array($"{name}/ring");
        if (ring.Length != Math.Min(Frames, _ring.Length) * _coordinates) throw new StateMismatchException($"'{name}' in the state was gathered for other atoms or other times");
        for (int slot = 0; slot < ring.Length / _coordinates; slot++) _ring[slot] = ring[(slot * _coordinates)..((slot + 1) * _coordinates)];
        _sums.Restore(state, name);
    }

    private static double Sum(Vector3 v) => v.X + v.Y + v.Z;

    private int Slot(long frame) => (int)(frame % _ring.Length);

    private void CopyWithoutMean(ReadOnlySpan<double> positions, Span<double> frame)
    {
        double x = 0, y = 0, z = 0, share = 3.0 / _coordinates;
        for (int i = 0; i < _coordinates; i += 3) (x, y, z) = (x + positions[i], y + positions[i + 1], z + positions[i + 2]);
        (x, y, z) = (x * share, y * share, z * share);
        for (int i = 0; i < _coordinates; i += 3)
            (frame[i], frame[i + 1], frame[i + 2]) = (positions[i] - x, positions[i + 1] - y, positions[i + 2] - z);
    }

    private static void AddSquares(ReadOnlySpan<double> before, ReadOnlySpan<double> now, Span<double> sums)
    {
        double x = 0, y = 0, z = 0;
        for (int i = 0; i + 2 < now.Length; i += 3)
        {
            double dx = now[i] - before[i], dy = now[i + 1] - before[i + 1], dz = now[i + 2] - before[i + 2];
            x += dx * dx;
            y += dy * dy;
            z += dz * dz;
        }

        (sums[0], sums[1], sums[2]) = (sums[0] + x, sums[1] + y, sums[2] + z);
    }
}
