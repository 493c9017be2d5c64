using System.Numerics;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Neighbours;

/// <summary>One thread's search for neighbours.</summary>
internal sealed unsafe class NeighbourSearch
{
    private readonly PinnedBuffer<int> _found = new(), _sorted = new();
    private readonly PinnedBuffer<double> _distance = new();

    /// <summary>Fills the lists of some atoms, nearest first, and pads them with the atom far away.</summary>
    /// <returns>The most neighbours that an atom has; when that is more than the lists have slots, they must be widened and filled anew.</returns>
    public int Fill<TLanes>(CellGrid grid, NeighbourLists lists, (int First, int End) atoms, double cutoff)
        where TLanes : struct, ILanes<TLanes>
    {
        Span<int> ranges = stackalloc int[2 * (2 * grid.Reach + 1) * (2 * grid.Reach + 1)];
        double limit = cutoff * cutoff;
        int most = 0;
        for (int i = atoms.First; i < atoms.End; i++)
        {
            double* at = lists.Rows + 4 * i;
            int rangeCount = grid.RangesAround(at, ranges), candidates = Lanes.MostWidth;
            for (int r = 0; r < rangeCount; r++) candidates += ranges[2 * r + 1] - ranges[2 * r];
            Reserve(candidates);
            int count = Find<TLanes>(grid, at, i, ranges[..(2 * rangeCount)], limit);
            most = Math.Max(most, count);
            if (count > lists.Stride) continue;
            Sort(count, limit);
            int padded = (count + Lanes.MostWidth - 1) / Lanes.MostWidth * Lanes.MostWidth;
            lists.PaddedCounts[i] = padded;
            int* slots = lists.Neighbours + i * lists.Stride;
            _sorted.Span(count).CopyTo(new Span<int>(slots, count));
            for (int s = count; s < padded; s++) slots[s] = lists.ExtendedCount;
        }

        return most;
    }

    private int Find<TLanes>(CellGrid grid, double* at, int self, ReadOnlySpan<int> ranges, double limit)
        where TLanes : struct, ILanes<TLanes>
    {
        double* xs = grid.X, ys = grid.Y, zs = grid.Z, distance = _distance.Start;
        int* members = grid.Members, found = _found.Start;
        TLanes x = TLanes.All(at[0]), y = TLanes.All(at[1]), z = TLanes.All(at[2]), beyond = TLanes.All(limit);
        int count = 0, own = -1;
        for (int r = 0; r < ranges.Length; r += 2)
        {
            for (int m = ranges[r], end = ranges[r + 1]; m < end; m += TLanes.Width)
            {
                TLanes dx = TLanes.Load(xs + m) - x, dy = TLanes.Load(ys + m) - y, dz = TLanes.Load(zs + m) - z;
                TLanes d = TLanes.MultiplyAdd(dx, dx, TLanes.MultiplyAdd(dy, dy, dz * dz));
                uint near = TLanes.Negative(d - beyond) & (uint)((1L << Math.Min(end - m, TLanes.Width)) - 1);
                TLanes.Compress(d, near, distance + count);
                TLanes.CompressWhole(members + m, 0, near, found + count);
                count += BitOperations.PopCount(near);
            }
        }

        // The atom itself is among them.
        for (int s = 0; s < count; s++) own = found[s] == self ? s : own;
        (found[own], distance[own]) = (found[count - 1], distance[count - 1]);
        return count - 1;
    }

    private void Reserve(int candidates)
    {
        _found.Reserve(candidates);
        _sorted.Reserve(candidates);
        _distance.Reserve(candidates);
    }

    // By distance in so many steps: what is near comes first, which is all that is asked.
    private void Sort(int count, double limit)
    {
        const int Steps = 24;
        int* at = stackalloc int[Steps + 1], found = _found.Start, sorted = _sorted.Start;
        double* distance = _distance.Start;
        new Span<int>(at, Steps + 1).Clear();
        double perStep = Steps * (1 - 1e-12) / limit;
        for (int s = 0; s < count; s++) at[(int)(distance[s] * perStep) + 1]++;
        for (int step = 1; step < Steps; step++) at[step] += at[step - 1];
        for (int s = 0; s < count; s++) sorted[at[(int)(distance[s] * perStep)]++] = found[s];
    }
}
