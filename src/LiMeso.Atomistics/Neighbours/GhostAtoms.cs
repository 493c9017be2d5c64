using LiMeso.Atomistics.Structures;
using LiMeso.Core.Threading;

namespace LiMeso.Atomistics.Neighbours;

/// <summary>The atoms sorted in space and wrapped into the box, and their images within a distance of it.</summary>
internal sealed class GhostAtoms
{
    private readonly ThreadTeam _team;
    private readonly Action<int> _locate, _repeat, _gather;
    private readonly SpatialOrder _space = new();
    private readonly List<int>[] _found;
    private AtomicSystem? _system;
    private Vector3[] _fraction = [];
    private Cells[] _wrap = [];
    private int[] _cell = [], _shift = [];
    private Vector3 _margin;
    private Cells _furthest;
    private Vector3[] _shiftVectors = [];
    private SimulationBox? _placedIn;
    private Vector3 _a, _b, _c;

    /// <summary>No atoms yet.</summary>
    /// <param name="team">Who does the work. The result does not depend on how many they are.</param>
    public GhostAtoms(ThreadTeam team)
    {
        _team = team;
        _found = [.. Enumerable.Range(0, team.Size).Select(_ => new List<int>())];
        (_locate, _repeat, _gather) = (Locate, Repeat, Gather);
    }

    /// <summary>Which atom of the system a sorted one is.</summary>
    public int[] Order { get; private set; } = [];

    /// <summary>Ghosts of sorted atom i are numbers GhostStart[i] … GhostStart[i + 1] − 1.</summary>
    public int[] GhostStart { get; private set; } = [0];

    /// <summary>Number of atoms.</summary>
    public int AtomCount => Order.Length;

    /// <summary>Number of atoms and ghosts.</summary>
    public int Count => GhostStart[AtomCount];

    /// <summary>Sorts, wraps and repeats the atoms of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="distance">How far from the box images are wanted, Å.</param>
    public void Choose(AtomicSystem system, double distance)
    {
        int n = system.Count;
        if (Order.Length != n)
        {
            (Order, GhostStart, _cell) = (new int[n], new int[n + 1], new int[n]);
            (_fraction, _wrap) = (new Vector3[n], new Cells[n]);
        }

        SimulationBox box = system.Box;
        _system = system;
        _space.Divide(box, distance, n);
        _team.Run(_locate);
        _space.Sort(_cell, Order);
        // A little more than the distance, so that rounding leaves out no image that another atom will ask for.
        Vector3 widths = box.Widths;
        // Where the box does not repeat an atom may lie anywhere.
        double Margin(bool periodic, double width) => periodic ? (distance + 1e-6) / width : double.PositiveInfinity;
        _margin = new(Margin(box.Periodic.A, widths.X), Margin(box.Periodic.B, widths.Y), Margin(box.Periodic.C, widths.Z));
        int Boxes(double boxes) => double.IsFinite(boxes) ? (int)Math.Ceiling(boxes) : 0;
        _furthest = new(Boxes(_margin.X), Boxes(_margin.Y), Boxes(_margin.Z));
        _team.Run(_repeat);
        int ghosts = _found.Sum(shifts => shifts.Count);
        if (_shift.Length < ghosts) _shift = new int[ghosts + ghosts / 8];
        GhostStart[n] = n + ghosts;
        _team.Run(_gather);
        _shiftVectors = new Vector3[(2 * _furthest.A + 1) * (2 * _furthest.B + 1) * (2 * _furthest.C + 1)];
        _placedIn = null;
        Place(box);
    }

    /// <summary>Takes the edges of a box, which may have changed since the images were chosen.</summary>
    public void Place(SimulationBox box)
    {
        if (ReferenceEquals(box, _placedIn)) return;
        (_placedIn, _a, _b, _c) = (box, box.A, box.B, box.C);
        int number = 0;
        for (int a = -_furthest.A; a <= _furthest.A; a++)
        {
            for (int b = -_furthest.B; b <= _furthest.B; b++)
            {
                for (int c = -_furthest.C; c <= _furthest.C; c++) _shiftVectors[number++] = InBox(new(a, b, c));
            }
        }
    }

    /// <summary>What brings a sorted atom into the box, Å.</summary>
    public Vector3 Wrap(int atom) => InBox(_wrap[Order[atom]]);

    /// <summary>What brings the atom to its ghost, Å.</summary>
    public Vector3 Shift(int ghost) => _shiftVectors[_shift[ghost - AtomCount]];

    /// <summary>The most that any ghost has moved against its atom because the box has changed, Å.</summary>
    public double ShiftSince(SimulationBox before)
    {
        SimulationBox now = _placedIn!;
        if (ReferenceEquals(now, before)) return 0;
        return _furthest.A * (now.A - before.A).Length + _furthest.B * (now.B - before.B).Length + _furthest.C * (now.C - before.C).Length;
    }

    private void Locate(int member)
    {
        SimulationBox box = _system!.Box;
        (int first, int end) = _team.Share(member, AtomCount);
        for (int i = first; i < end; i++)
        {
            Vector3 f = box.ToFraction(_system.Position(i));
            Cells wrap = new(box.Periodic.A ? -(int)Math.Floor(f.X) : 0, box.Periodic.B ? -(int)Math.Floor(f.Y) : 0, box.Periodic.C ? -(int)Math.Floor(f.Z) : 0);
            (_wrap[i], _fraction[i]) = (wrap, new(f.X + wrap.A, f.Y + wrap.B, f.Z + wrap.C));
            _cell[i] = _space.CellOf(_fraction[i]);
        }
    }

    // The shifts of a thread's atoms, and where among them those of each atom begin.
    private void Repeat(int member)
    {
        List<int> found = _found[member];
        found.Clear();
        (int first, int end) = _team.Share(member, AtomCount);
        Cells most = _furthest;
        for (int i = first; i < end; i++)
        {
            GhostStart[i] = found.Count;
            Vector3 f = _fraction[Order[i]];
            for (int a = -most.A; a <= most.A; a++)
            {
                if (!Within(f.X + a, _margin.X)) continue;
                for (int b = -most.B; b <= most.B; b++)
                {
                    if (!Within(f.Y + b, _margin.Y)) continue;
                    for (int c = -most.C; c <= most.C; c++)
                    {
                        if (!Within(f.Z + c, _margin.Z) || (a, b, c) == (0, 0, 0)) continue;
                        found.Add(((a + most.A) * (2 * most.B + 1) + b + most.B) * (2 * most.C + 1) + c + most.C);
                    }
                }
            }
        }
    }

    private void Gather(int member)
    {
        int before = 0;
        for (int other = 0; other < member; other++) before += _found[other].Count;
        _found[member].CopyTo(_shift, before);
        (int first, int end) = _team.Share(member, AtomCount);
        for (int i = first; i < end; i++) GhostStart[i] += AtomCount + before;
    }

    private static bool Within(double fraction, double margin) => fraction >= -margin && fraction < 1 + margin;

    private Vector3 InBox(Cells cells) => cells.A * _a + cells.B * _b + cells.C * _c;

    private readonly record struct Cells(int A, int B, int C);
}
