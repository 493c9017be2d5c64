using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>Finds all neighbours of atoms within a distance in one frame, in boxes of any shape and thickness: an atom's own images count where the box is thin.</summary>
internal sealed class NeighbourCells
{
    private readonly SimulationBox _box;
    private readonly Vector3[] _inside;
    private readonly double _cutoff;
    private readonly int[] _cells = new int[3], _reach = new int[3], _first, _next;
    private readonly bool[] _periodic;

    /// <summary>Sorts the atoms into cells.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="cutoff">The distance, Å.</param>
    public NeighbourCells(AtomicSystem system, double cutoff)
    {
        (_box, _cutoff) = (system.Box, cutoff);
        _periodic = [_box.Periodic.A, _box.Periodic.B, _box.Periodic.C];
        double[] widths = [_box.Widths.X, _box.Widths.Y, _box.Widths.Z];
        for (int axis = 0; axis < 3; axis++)
        {
            // no more cells than needed for a few atoms each
            _cells[axis] = Math.Clamp((int)(widths[axis] / cutoff), 1, 1 + (int)Math.Cbrt(system.Count));
            _reach[axis] = (int)Math.Ceiling(cutoff * _cells[axis] / widths[axis] - 1e-12);
        }

        _first = new int[_cells[0] * _cells[1] * _cells[2]];
        _next = new int[system.Count];
        _inside = new Vector3[system.Count];
        Array.Fill(_first, -1);
        for (int atom = system.Count - 1; atom >= 0; atom--)
        {
            _inside[atom] = PeriodicImages.Wrap(_box, system.Position(atom)).Inside;
            int cell = CellOf(atom, out _);
            (_next[atom], _first[cell]) = (_first[cell], atom);
        }
    }

    /// <summary>Neighbours of an atom: vectors to them, Å, put at the beginning of the list.</summary>
    /// <param name="atom">The atom.</param>
    /// <param name="vectors">Where to; cleared first.</param>
    public void Find(int atom, List<Vector3> vectors)
    {
        vectors.Clear();
        _ = CellOf(atom, out (int X, int Y, int Z) home);
        for (int dz = -_reach[2]; dz <= _reach[2]; dz++)
        {
            if (!Place(2, home.Z + dz, out int z, out int c)) continue;
            for (int dy = -_reach[1]; dy <= _reach[1]; dy++)
            {
                if (!Place(1, home.Y + dy, out int y, out int b)) continue;
                for (int dx = -_reach[0]; dx <= _reach[0]; dx++)
                {
                    if (!Place(0, home.X + dx, out int x, out int a)) continue;
                    Vector3 from = _inside[atom] - PeriodicImages.Shift(_box, new ImageFlags(a, b, c));
                    for (int other = _first[(z * _cells[1] + y) * _cells[0] + x]; other >= 0; other = _next[other])
                    {
                        Vector3 vector = _inside[other] - from;
                        double square = Vector3.Dot(vector, vector);
                        if (square <= _cutoff * _cutoff && (other != atom || (a, b, c) != (0, 0, 0))) vectors.Add(vector);
                    }
                }
            }
        }
    }

    // the cell at a place that may lie outside the box, and how many boxes outside
    private bool Place(int axis, int place, out int cell, out int image)
    {
        image = (int)Math.Floor((double)place / _cells[axis]);
        cell = place - image * _cells[axis];
        return image == 0 || _periodic[axis];
    }

    private int CellOf(int atom, out (int X, int Y, int Z) cell)
    {
        Vector3 s = _box.ToFraction(_inside[atom]);
        cell = (Clamp(s.X, 0), Clamp(s.Y, 1), Clamp(s.Z, 2));
        return (cell.Z * _cells[1] + cell.Y) * _cells[0] + cell.X;

        // atoms beyond a face that does not repeat belong to its outermost cells
        int Clamp(double fraction, int axis) => Math.Clamp((int)Math.Floor(fraction * _cells[axis]), 0, _cells[axis] - 1);
    }
}
