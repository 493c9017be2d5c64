namespace LiMeso.Atomistics.Structures;

/// <summary>Finds the atom at a point, periodic images included.</summary>
public sealed class AtomLocator
{
    // Several atoms to a cell; cells no thinner than the tolerances that make sense.
    private const double CellWidth = 3;

    private readonly AtomicSystem _system;
    private readonly double _tolerance;
    private readonly (int A, int B, int C) _cells;
    private readonly Dictionary<(int, int, int), List<int>> _atoms = [];

    /// <summary>Sorts the atoms.</summary>
    /// <param name="system">The atoms; they must not move while the locator is used.</param>
    /// <param name="tolerance">How far from the point an atom may be, Å.</param>
    public AtomLocator(AtomicSystem system, double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tolerance, CellWidth);
        (_system, _tolerance) = (system, tolerance);
        Vector3 widths = system.Box.Widths;
        _cells = (Cells(widths.X), Cells(widths.Y), Cells(widths.Z));
        for (int i = 0; i < system.Count; i++)
        {
            (int, int, int) cell = CellOf(system.Position(i));
            if (!_atoms.TryGetValue(cell, out List<int>? there)) _atoms[cell] = there = [];
            there.Add(i);
        }
    }

    /// <summary>The atom at a point.</summary>
    /// <param name="point">The point, Å.</param>
    /// <returns>Its number, −1 if there is none; the nearest of several.</returns>
    public int Find(Vector3 point)
    {
        (int a, int b, int c) = CellOf(point);
        int nearest = -1;
        double shortest = _tolerance;
        HashSet<(int, int, int)> around = [];
        for (int k = 0; k < 27; k++)
        {
            (int, int, int) cell = (Around(a + k % 3 - 1, _cells.A), Around(b + k / 3 % 3 - 1, _cells.B), Around(c + k / 9 - 1, _cells.C));
            if (!around.Add(cell) || !_atoms.TryGetValue(cell, out List<int>? there)) continue;
            foreach (int atom in there)
            {
                double distance = PeriodicImages.Shortest(_system.Box, _system.Position(atom) - point).Length;
                if (distance <= shortest) (nearest, shortest) = (atom, distance);
            }
        }

        return nearest;
    }

    private static int Cells(double width) => Math.Max(1, (int)(width / CellWidth));

    private static int Around(int cell, int cells) => (cell % cells + cells) % cells;

    private (int, int, int) CellOf(Vector3 point)
    {
        Vector3 s = _system.Box.ToFraction(point);
        return (Around((int)Math.Floor(s.X * _cells.A), _cells.A), Around((int)Math.Floor(s.Y * _cells.B), _cells.B), Around((int)Math.Floor(s.Z * _cells.C), _cells.C));
    }
}
