using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Neighbours;

/// <summary>Atoms and ghosts sorted into cubic cells half as wide as the distance within which neighbours are wanted, or wider where atoms are sparse.</summary>
internal sealed unsafe class CellGrid
{
    private readonly PinnedBuffer<double> _sortedX = new(), _sortedY = new(), _sortedZ = new();
    private readonly PinnedBuffer<int> _members = new();
    private double _x, _y, _z, _perCell;
    private int _nx, _ny, _nz;
    private int[] _start = [], _next = [], _cell = [];

    /// <summary>Sorts atoms and ghosts.</summary>
    /// <param name="rows">Their positions, four doubles each.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="distance">Within which distance neighbours are wanted.</param>
    public void Sort(double* rows, int count, double distance)
    {
        double highX, highY, highZ;
        (_x, _y, _z) = (double.MaxValue, double.MaxValue, double.MaxValue);
        (highX, highY, highZ) = (double.MinValue, double.MinValue, double.MinValue);
        for (int e = 0; e < count; e++)
        {
            double* r = rows + 4 * e;
            (_x, _y, _z) = (Math.Min(_x, r[0]), Math.Min(_y, r[1]), Math.Min(_z, r[2]));
            (highX, highY, highZ) = (Math.Max(highX, r[0]), Math.Max(highY, r[1]), Math.Max(highZ, r[2]));
        }

        if (count == 0) (_x, _y, _z, highX, highY, highZ) = (0, 0, 0, 0, 0, 0);
        // Sparse atoms in a large space: larger cells, so that there are not many more cells than atoms.
        double size = distance / 2;
        while (((highX - _x) / size + 1) * ((highY - _y) / size + 1) * ((highZ - _z) / size + 1) > 8.0 * count + 4096) size *= 1.5;
        _perCell = 1 / size;
        Reach = (int)Math.Ceiling(distance * _perCell * (1 - 1e-12));
        (_nx, _ny, _nz) = (Bin(highX - _x) + 1, Bin(highY - _y) + 1, Bin(highZ - _z) + 1);
        int cells = _nx * _ny * _nz;
        if (_start.Length <= cells) (_start, _next) = (new int[cells + 1], new int[cells + 1]);
        if (_cell.Length < count) _cell = new int[count];
        Array.Clear(_start, 0, cells + 1);
        for (int e = 0; e < count; e++)
        {
            _cell[e] = CellOf(rows + 4 * e);
            _start[_cell[e] + 1]++;
        }

        for (int c = 0; c < cells; c++) _start[c + 1] += _start[c];
        _start.AsSpan(0, cells + 1).CopyTo(_next);
        // Read in whole vectors, without meaning beyond the last.
        foreach (PinnedBuffer<double> buffer in (ReadOnlySpan<PinnedBuffer<double>>)[_sortedX, _sortedY, _sortedZ]) buffer.Reserve(count + Lanes.MostWidth);
        _members.Reserve(count + Lanes.MostWidth);
        for (int e = 0; e < count; e++)
        {
            int at = _next[_cell[e]]++;
            Members[at] = e;
            (X[at], Y[at], Z[at]) = (rows[4 * e], rows[4 * e + 1], rows[4 * e + 2]);
        }
    }

    /// <summary>How many cells the distance spans.</summary>
    public int Reach { get; private set; }

    /// <summary>Atoms and ghosts cell after cell; within a cell in rising order.</summary>
    public int* Members => _members.Start;

    /// <summary>Their positions in the same order, Å.</summary>
    public double* X => _sortedX.Start;

    /// <inheritdoc cref="X"/>
    public double* Y => _sortedY.Start;

    /// <inheritdoc cref="X"/>
    public double* Z => _sortedZ.Start;

    /// <summary>The members that may lie within the distance of a point, as ranges of <see cref="Members"/>.</summary>
    /// <param name="point">x, y, z.</param>
    /// <param name="ranges">Where the ranges go: first and end, one after the other. Room for twice (2 Reach + 1)² is needed.</param>
    /// <returns>How many ranges there are.</returns>
    public int RangesAround(double* point, Span<int> ranges)
    {
        int x = Bin(point[0] - _x), y = Bin(point[1] - _y), z = Bin(point[2] - _z), count = 0;
        int firstX = Math.Max(0, x - Reach), lastX = Math.Min(_nx - 1, x + Reach);
        for (int cz = Math.Max(0, z - Reach); cz <= Math.Min(_nz - 1, z + Reach); cz++)
        {
            for (int cy = Math.Max(0, y - Reach); cy <= Math.Min(_ny - 1, y + Reach); cy++)
            {
                int row = (cz * _ny + cy) * _nx;
                ranges[2 * count] = _start[row + firstX];
                ranges[2 * count + 1] = _start[row + lastX + 1];
                count++;
            }
        }

        return count;
    }

    private int CellOf(double* r) => (Bin(r[2] - _z) * _ny + Bin(r[1] - _y)) * _nx + Bin(r[0] - _x);

    private int Bin(double distance) => (int)(distance * _perCell);
}
