using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Analysis;

/// <summary>A change of site by an atom.</summary>
/// <param name="Frame">The first frame that shows it.</param>
/// <param name="Atom">Number of the atom.</param>
/// <param name="Step">The hop, in lattice constants.</param>
internal readonly record struct SiteHop(int Frame, int Atom, Vector3 Step);

/// <summary>
/// The ideal vacancy: without a memory, it waits for times that are exponentially distributed and then changes places with any of its nearest neighbours, all alike. Atoms move by correlated hops all the same, because the
/// vacancy is still beside the one that it has just passed.
/// </summary>
/// <remarks>Its lattice is periodic. Every walk starts from the same order of atoms, and is a function of its seed.</remarks>
internal sealed class VacancyWalk
{
    private const double UnitOfBits = 1.0 / 4294967296;
    private readonly Neighbour[][] _neighbours;
    private readonly int _cells, _basis;
    private readonly int[] _atoms;

    /// <summary>A crystal with one vacancy.</summary>
    /// <param name="structure">Its structure, at the ideal axial ratio.</param>
    /// <param name="cells">How often its cell repeats along each edge.</param>
    public VacancyWalk(CrystalStructure structure, int cells)
    {
        (_cells, _basis) = (cells, structure.Sites.Count);
        _neighbours = [.. Enumerable.Range(0, _basis).Select(k => NeighboursOf(structure, k))];
        _atoms = [.. Enumerable.Range(0, _basis * cells * cells * cells)];
    }

    /// <summary>All hops between the first and the last frame, in the order of time.</summary>
    /// <param name="hopsPerFrame">Mean number of hops between two frames.</param>
    /// <param name="frames">Number of frames.</param>
    /// <param name="seed">Names the walk.</param>
    public List<SiteHop> Follow(double hopsPerFrame, int frames, ulong seed)
    {
        for (int k = 0; k < _atoms.Length; k++) _atoms[k] = k;
        var hops = new List<SiteHop>();
        Place vacancy = default;
        double time = 0;
        for (ulong number = 0; ; number++)
        {
            (uint wait, uint choice, _, _) = CounterRandom.Bits(seed, number, 0);
            time -= Math.Log((wait + 0.5) * UnitOfBits) / hopsPerFrame;
            if (time >= frames - 1) return hops;
            Neighbour[] around = _neighbours[vacancy.Basis];
            Neighbour partner = around[(int)(choice * UnitOfBits * around.Length)];
            Place next = new(Fold(vacancy.X + partner.X), Fold(vacancy.Y + partner.Y), Fold(vacancy.Z + partner.Z), partner.Basis);
            int atom = _atoms[IndexOf(next)];
            _atoms[IndexOf(vacancy)] = atom;
            hops.Add(new SiteHop((int)time + 1, atom, -1 * partner.Vector));
            vacancy = next;
        }
    }

    private static Neighbour[] NeighboursOf(CrystalStructure structure, int from)
    {
        Vector3 edges = structure.CellLengths(1);
        var found = new List<Neighbour>();
        for (int x = -1; x <= 1; x++)
        {
            for (int y = -1; y <= 1; y++)
            {
                for (int z = -1; z <= 1; z++)
                {
                    for (int to = 0; to < structure.Sites.Count; to++)
                    {
                        Vector3 fraction = structure.Sites[to] - structure.Sites[from] + new Vector3(x, y, z);
                        var vector = new Vector3(fraction.X * edges.X, fraction.Y * edges.Y, fraction.Z * edges.Z);
                        if (Math.Abs(vector.Length / structure.NearestNeighbour - 1) < 1e-6) found.Add(new(x, y, z, to, vector));
                    }
                }
            }
        }

        return [.. found];
    }

    private int IndexOf(Place place) => ((place.Z * _cells + place.Y) * _cells + place.X) * _basis + place.Basis;

    private int Fold(int cell) => (cell + _cells) % _cells;

    private readonly record struct Place(int X, int Y, int Z, int Basis);

    private readonly record struct Neighbour(int X, int Y, int Z, int Basis, Vector3 Vector);
}
