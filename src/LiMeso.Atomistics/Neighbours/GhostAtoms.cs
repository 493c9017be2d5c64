using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Neighbours;

/// <summary>The atoms sorted in space and wrapped into the box, and their images within a distance of it.</summary>
internal sealed class GhostAtoms
{
    /// <summary>No atoms.</summary>
    public static readonly GhostAtoms None = new([], [], [0], [], [], default);

    private readonly Cells[] _wrap;
    private readonly int[] _owner;
    private readonly Cells[] _shift;
    private readonly Cells _furthest;
    private readonly Vector3[] _wrapVectors, _shiftVectors;
    private SimulationBox? _placedIn;

    private GhostAtoms(int[] order, Cells[] wrap, int[] ghostStart, int[] owner, Cells[] shift, Cells furthest)
    {
        (Order, _wrap, GhostStart, _owner, _shift, _furthest) = (order, wrap, ghostStart, owner, shift, furthest);
        (_wrapVectors, _shiftVectors) = (new Vector3[order.Length], new Vector3[owner.Length]);
    }

    /// <summary>Which atom of the system a sorted one is.</summary>
    public int[] Order { get; }

    /// <summary>Ghosts of sorted atom i are numbers GhostStart[i] … GhostStart[i + 1] − 1.</summary>
    public int[] GhostStart { get; }

    /// <summary>Number of atoms.</summary>
    public int AtomCount => Order.Length;

    /// <summary>Number of atoms and ghosts.</summary>
    public int Count => AtomCount + _owner.Length;

    /// <summary>Sorts, wraps and repeats the atoms of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="distance">How far from the box images are wanted, Å.</param>
    public static GhostAtoms Of(AtomicSystem system, double distance)
    {
        SimulationBox box = system.Box;
        int n = system.Count;
        var wrap = new Cells[n];
        var fraction = new Vector3[n];
        for (int i = 0; i < n; i++)
        {
            Vector3 f = box.ToFraction(system.Position(i));
            wrap[i] = new(box.Periodic.A ? -(int)Math.Floor(f.X) : 0, box.Periodic.B ? -(int)Math.Floor(f.Y) : 0, box.Periodic.C ? -(int)Math.Floor(f.Z) : 0);
            fraction[i] = new(f.X + wrap[i].A, f.Y + wrap[i].B, f.Z + wrap[i].C);
        }

        int[] order = SortInSpace(fraction, box, distance);
        // A little more than the distance, so that rounding leaves out no image that another atom will ask for.
        Vector3 widths = box.Widths;
        // Where the box does not repeat an atom may lie anywhere.
        double Margin(bool periodic, double width) => periodic ? (distance + 1e-6) / width : double.PositiveInfinity;
        Vector3 margin = new(Margin(box.Periodic.A, widths.X), Margin(box.Periodic.B, widths.Y), Margin(box.Periodic.C, widths.Z));
        int Boxes(double boxes) => double.IsFinite(boxes) ? (int)Math.Ceiling(boxes) : 0;
        var furthest = new Cells(Boxes(margin.X), Boxes(margin.Y), Boxes(margin.Z));
        int[] ghostStart = new int[n + 1];
        var owner = new List<int>();
        var shift = new List<Cells>();
        for (int i = 0; i < n; i++)
        {
            ghostStart[i] = n + owner.Count;
            Vector3 f = fraction[order[i]];
            for (int a = -furthest.A; a <= furthest.A; a++)
            {
                if (!Within(f.X + a, margin.X)) continue;
                for (int b = -furthest.B; b <= furthest.B; b++)
                {
                    if (!Within(f.Y + b, margin.Y)) continue;
                    for (int c = -furthest.C; c <= furthest.C; c++)
                    {
                        if (!Within(f.Z + c, margin.Z) || (a, b, c) == (0, 0, 0)) continue;
                        owner.Add(i);
                        shift.Add(new(a, b, c));
                    }
                }
            }
        }

        ghostStart[n] = n + owner.Count;
        return new(order, [.. order.Select(i => wrap[i])], ghostStart, [.. owner], [.. shift], furthest);
    }

    /// <summary>Takes the edges of a box, which may have changed since the images were chosen.</summary>
    public void Place(SimulationBox box)
    {
        if (ReferenceEquals(box, _placedIn)) return;
        for (int i = 0; i < _wrap.Length; i++) _wrapVectors[i] = _wrap[i].In(box);
        for (int g = 0; g < _shift.Length; g++) _shiftVectors[g] = _shift[g].In(box);
        _placedIn = box;
    }

    /// <summary>What brings a sorted atom into the box, Å.</summary>
    public Vector3 Wrap(int atom) => _wrapVectors[atom];

    /// <summary>What brings the atom to its ghost, Å.</summary>
    public Vector3 Shift(int ghost) => _shiftVectors[ghost - AtomCount];

    /// <summary>The most that any ghost has moved against its atom because the box has changed, Å.</summary>
    public double ShiftSince(SimulationBox before)
    {
        SimulationBox now = _placedIn!;
        if (ReferenceEquals(now, before)) return 0;
        return _furthest.A * (now.A - before.A).Length + _furthest.B * (now.B - before.B).Length + _furthest.C * (now.C - before.C).Length;
    }

    private static bool Within(double fraction, double margin) => fraction >= -margin && fraction < 1 + margin;

    // Cells of about half the distance, in layers across the longest direction, row by row: partners are few layers apart in memory, and layers are as small as can be.
    private static int[] SortInSpace(Vector3[] fraction, SimulationBox box, double distance)
    {
        (double X, double Y, double Z) cells = (2 * box.Widths.X / distance, 2 * box.Widths.Y / distance, 2 * box.Widths.Z / distance);
        long[] key = [.. fraction.Select(f =>
        {
            long x = Bin(f.X, cells.X), y = Bin(f.Y, cells.Y), z = Bin(f.Z, cells.Z);
            return cells.Z >= cells.X && cells.Z >= cells.Y ? Key(z, y, x) : cells.Y >= cells.X ? Key(y, z, x) : Key(x, y, z);
        })];
        int[] order = [.. Enumerable.Range(0, fraction.Length)];
        Array.Sort(key, order);
        return order;
    }

    private static long Key(long layer, long row, long place) => (layer << 42) + (row << 21) + place;

    // Only the order is at stake for atoms far outside a box that does not repeat.
    private static long Bin(double fraction, double cells) => (long)Math.Clamp(Math.Floor(fraction * cells) + 16, 0, 1_000_000);

    private readonly record struct Cells(int A, int B, int C)
    {
        public Vector3 In(SimulationBox box) => A * box.A + B * box.B + C * box.C;
    }
}
