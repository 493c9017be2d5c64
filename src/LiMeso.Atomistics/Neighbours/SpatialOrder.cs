using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Neighbours;

/// <summary>
/// An order of atoms in space: cells of about half a distance, in layers across the longest direction of the box, row by row. Partners are then few layers apart in memory, and layers are as small as can be.
/// </summary>
internal sealed class SpatialOrder
{
    private Vector3 _cells, _strides;
    private int[] _start = [];

    /// <summary>Chooses the cells.</summary>
    /// <param name="box">What they divide.</param>
    /// <param name="distance">Twice the width of a cell, Å.</param>
    /// <param name="atoms">How many atoms there are: there will not be many more cells.</param>
    public void Divide(SimulationBox box, double distance, int atoms)
    {
        Vector3 widths = box.Widths;
        double size = distance / 2;
        while ((widths.X / size + 1) * (widths.Y / size + 1) * (widths.Z / size + 1) > 8.0 * atoms + 4096) size *= 1.5;
        _cells = new(Math.Ceiling(widths.X / size), Math.Ceiling(widths.Y / size), Math.Ceiling(widths.Z / size));
        (double x, double y, double z) = _cells;
        _strides = z >= x && z >= y ? new(1, x, x * y) : y >= x ? new(1, x * z, x) : new(y * z, z, 1);
        int count = (int)(x * y * z);
        if (_start.Length <= count) _start = new int[count + 1];
    }

    /// <summary>The number of the cell of a point; of the nearest cell for a point outside.</summary>
    /// <param name="fraction">Where it is, in fractions of the box.</param>
    public int CellOf(Vector3 fraction) => (int)(
        _strides.X * Bin(fraction.X, _cells.X) + _strides.Y * Bin(fraction.Y, _cells.Y) + _strides.Z * Bin(fraction.Z, _cells.Z));

    /// <summary>Lists the atoms cell after cell; within a cell in rising order.</summary>
    /// <param name="cells">The cell of each atom.</param>
    /// <param name="order">Where the list goes.</param>
    public void Sort(ReadOnlySpan<int> cells, Span<int> order)
    {
        Array.Clear(_start);
        foreach (int cell in cells) _start[cell + 1]++;
        for (int c = 1; c < _start.Length; c++) _start[c] += _start[c - 1];
        for (int i = 0; i < cells.Length; i++) order[_start[cells[i]]++] = i;
    }

    private static double Bin(double fraction, double cells) => Math.Clamp(Math.Floor(fraction * cells), 0, cells - 1);
}
