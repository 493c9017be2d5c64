using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Neighbours;

/// <summary>One thread's search for neighbours.</summary>
internal sealed unsafe class NeighbourSearch
{
    private int[] _found = new int[128], _sorted = new int[128];
    private double[] _distance = new double[128];

    /// <summary>Fills the lists of some atoms, nearest first, and pads them with the atom far away.</summary>
    /// <returns>The most neighbours that an atom has; when that is more than the lists have slots, they must be widened and filled anew.</returns>
    public int Fill(CellGrid grid, NeighbourLists lists, (int First, int End) atoms, double cutoff)
    {
        Span<int> ranges = stackalloc int[2 * (2 * grid.Reach + 1) * (2 * grid.Reach + 1)];
        double limit = cutoff * cutoff;
        int most = 0;
        fixed (double* sorted = grid.Sorted)
        fixed (int* members = grid.Members)
        {
            for (int i = atoms.First; i < atoms.End; i++)
            {
                double* at = lists.Rows + 4 * i;
                double x = at[0], y = at[1], z = at[2];
                int count = 0, rangeCount = grid.RangesAround(at, ranges);
                for (int r = 0; r < rangeCount; r++)
                {
                    for (int m = ranges[2 * r], end = ranges[2 * r + 1]; m < end; m++)
                    {
                        double dx = sorted[4 * m] - x, dy = sorted[4 * m + 1] - y, dz = sorted[4 * m + 2] - z, d = dx * dx + dy * dy + dz * dz;
                        if (!(d <= limit) || members[m] == i) continue;
                        if (count == _found.Length)
                        {
                            Array.Resize(ref _found, 2 * count);
                            Array.Resize(ref _sorted, 2 * count);
                            Array.Resize(ref _distance, 2 * count);
                        }

                        (_found[count], _distance[count]) = (members[m], d);
                        count++;
                    }
                }

                most = Math.Max(most, count);
                if (count > lists.Stride) continue;
                Sort(count, limit);
                int padded = (count + Lanes.MostWidth - 1) / Lanes.MostWidth * Lanes.MostWidth;
                lists.PaddedCounts[i] = padded;
                int* slots = lists.Neighbours + i * lists.Stride;
                for (int s = 0; s < count; s++) slots[s] = _sorted[s];
                for (int s = count; s < padded; s++) slots[s] = lists.ExtendedCount;
            }
        }

        return most;
    }

    // By distance in so many steps: what is near comes first, which is all that is asked.
    private void Sort(int count, double limit)
    {
        const int Steps = 24;
        Span<int> at = stackalloc int[Steps + 1];
        at.Clear();
        double perStep = Steps * (1 - 1e-12) / limit;
        for (int s = 0; s < count; s++) at[(int)(_distance[s] * perStep) + 1]++;
        for (int step = 1; step < Steps; step++) at[step] += at[step - 1];
        for (int s = 0; s < count; s++) _sorted[at[(int)(_distance[s] * perStep)]++] = _found[s];
    }
}
