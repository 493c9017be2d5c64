using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Simd;
using LiMeso.Atomistics.Structures;
using LiMeso.Core.Threading;

namespace LiMeso.Atomistics.Neighbours;

/// <summary>
/// For every atom all others within a distance, periodic images included, kept valid while the atoms move by a skin. Images are atoms of their own ("ghosts") with rows of their own,
/// so that loops over neighbours see positions only.
/// </summary>
/// <remarks>
/// Atoms are sorted in space; rows hold x, y, z, 1 of the sorted atoms, then of the ghosts, then of one atom far away that fills lists up to a multiple of the widest lanes.
/// Lists are full (i has j and j has i), the nearer ones first when made. Slot s of atom i lies at i · <see cref="Stride"/> + s.
/// </remarks>
internal sealed unsafe class NeighbourLists
{
    // Lists reach a little further even without a skin, so that rounding leaves no one out that matters.
    private const double LeastSkin = 1e-6, FarAway = 1e7;

    // Atoms that a thread finds neighbours of before it looks for more.
    private const int Piece = 32;

    private readonly double _cutoff, _skin;
    private readonly ThreadTeam _team;
    private readonly SharedPieces _pieces;
    private readonly Action<int> _refresh, _search;
    private readonly CellGrid _grid = new();
    private readonly PinnedBuffer<double> _rows = new(), _madeAt = new();
    private readonly PinnedBuffer<int> _neighbours = new(), _counts = new();
    private readonly double[] _moved;
    private readonly int[] _most;
    private readonly NeighbourSearch[] _searches;
    private readonly GhostAtoms _ghosts;
    private SimulationBox? _box;
    private double[] _positions = [];
    private AtomicSystem? _system;

    /// <summary>Lists that are yet to be made.</summary>
    /// <param name="reach">How far neighbours matter, Å.</param>
    /// <param name="skin">How far beyond they are listed, Å.</param>
    /// <param name="team">Who does the work.</param>
    public NeighbourLists(double reach, double skin, ThreadTeam team)
    {
        (_cutoff, _skin, _team) = (reach + Math.Max(skin, LeastSkin), skin, team);
        (_moved, _most) = (new double[team.Size], new int[team.Size]);
        (_pieces, _ghosts) = (new SharedPieces(team), new GhostAtoms(team));
        _searches = [.. Enumerable.Range(0, team.Size).Select(_ => new NeighbourSearch())];
        _search = Lanes8.IsSupported ? Search<Lanes8> : Lanes4.IsSupported ? Search<Lanes4> : Search<Lanes1>;
        _refresh = member => _moved[member] = Refresh(_system!, _team.Share(member, Count));
    }

    /// <summary>Number of atoms.</summary>
    public int Count => _ghosts.AtomCount;

    /// <summary>Number of atoms and ghosts; the row of this number is the atom far away.</summary>
    public int ExtendedCount => _ghosts.Count;

    /// <summary>Positions, four doubles a row, Å.</summary>
    public double* Rows => _rows.Start;

    /// <summary>Slots an atom has, a multiple of the widest lanes.</summary>
    public int Stride { get; private set; }

    /// <summary>Rows of the neighbours, by slot.</summary>
    public int* Neighbours => _neighbours.Start;

    /// <summary>How many slots are in use, rounded up to the widest lanes, by atom.</summary>
    public int* PaddedCounts => _counts.Start;

    /// <summary>Which atom of the system a sorted one is.</summary>
    public int[] Order => _ghosts.Order;

    /// <summary>Ghosts of sorted atom i are rows GhostStart[i] … GhostStart[i + 1] − 1.</summary>
    public int[] GhostStart => _ghosts.GhostStart;

    /// <summary>What the lists follow from; null when there are none.</summary>
    public NeighbourListOrigin? Origin => _box is null ? null : new(_box, [.. _positions]);

    /// <summary>Brings rows and, where atoms have moved too far, lists up to the system.</summary>
    /// <returns>Whether the lists are new.</returns>
    public bool Update(AtomicSystem system)
    {
        if (_box is not null && system.Count == Count && system.Box.Periodic == _box.Periodic)
        {
            _ghosts.Place(system.Box);
            _system = system;
            _team.Run(_refresh);
            // A pair comes closer by what both have moved, and by what the box has moved an image.
            if (2 * Math.Sqrt(Most(_moved)) + _ghosts.ShiftSince(_box) <= _skin) return false;
        }

        Make(system);
        return true;
    }

    /// <summary>Makes the lists of a system.</summary>
    /// <exception cref="DivergedException">A position is no finite number.</exception>
    public void Make(AtomicSystem system)
    {
        // Until all is made there are no lists: a failure half-way leaves none.
        _box = null;
        RequireFinite(system);
        if (_positions.Length != system.Positions.Length) _positions = new double[system.Positions.Length];
        system.Positions.CopyTo(_positions, 0);
        _ghosts.Choose(system, _cutoff);
        _rows.Reserve(4 * (ExtendedCount + 1));
        _madeAt.Reserve(4 * Count);
        _system = system;
        _team.Run(_refresh);
        _rows.Span(4 * Count).CopyTo(_madeAt.Span(4 * Count));
        _rows.Span(4 * (ExtendedCount + 1))[(4 * ExtendedCount)..].Fill(FarAway);
        Rows[4 * ExtendedCount + 3] = 1;
        _counts.Reserve(Count);
        _grid.Sort(Rows, ExtendedCount, _cutoff);
        while (Search() is var most && most > Stride) Stride = (most + Lanes.MostWidth - 1) / Lanes.MostWidth * Lanes.MostWidth;
        _box = system.Box;
    }

    // A stride that is too small is found out; the next one is right.
    private int Search()
    {
        int slots = checked(Count * Stride);
        _neighbours.Reserve(slots);
        _pieces.Fill((Count + Piece - 1) / Piece);
        _team.Run(_search);
        return _most.Max();
    }

    private void Search<TLanes>(int member)
        where TLanes : struct, ILanes<TLanes>
    {
        int most = 0;
        while (_pieces.TryTake(member, out int piece))
            most = Math.Max(most, _searches[member].Fill<TLanes>(_grid, this, (piece * Piece, Math.Min((piece + 1) * Piece, Count)), _cutoff));
        _most[member] = most;
    }

    /// <summary>Forgets the lists: the next update makes them anew.</summary>
    public void Forget() => _box = null;

    private static void RequireFinite(AtomicSystem system)
    {
        int bad = Array.FindIndex(system.Positions, p => !double.IsFinite(p));
        if (bad >= 0) throw new DivergedException(system.Ids[bad / 3]);
    }

    private static double Most(double[] values)
    {
        double most = 0;
        foreach (double value in values) most = Math.Max(most, value);
        return most;
    }

    private double Refresh(AtomicSystem system, (int First, int End) atoms)
    {
        double most = 0;
        double* rows = Rows, madeAt = _madeAt.Start;
        for (int i = atoms.First; i < atoms.End; i++)
        {
            Vector3 r = system.Position(Order[i]) + _ghosts.Wrap(i);
            (rows[4 * i], rows[4 * i + 1], rows[4 * i + 2], rows[4 * i + 3]) = (r.X, r.Y, r.Z, 1);
            double dx = r.X - madeAt[4 * i], dy = r.Y - madeAt[4 * i + 1], dz = r.Z - madeAt[4 * i + 2];
            most = Math.Max(most, dx * dx + dy * dy + dz * dz);
            for (int g = GhostStart[i]; g < GhostStart[i + 1]; g++)
            {
                Vector3 s = _ghosts.Shift(g);
                (rows[4 * g], rows[4 * g + 1], rows[4 * g + 2], rows[4 * g + 3]) = (r.X + s.X, r.Y + s.Y, r.Z + s.Z, 1);
            }
        }

        return most;
    }
}
