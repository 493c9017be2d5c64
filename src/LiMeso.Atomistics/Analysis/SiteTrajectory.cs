using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Analysis;

/// <summary>
/// The motion of atoms in a crystal as hops between its sites: an atom belongs to the site in whose Wigner-Seitz cell it was found last, but changes it only when it has come close to the new one, so that
/// neither vibration nor a turn back half-way counts as a hop. Vibration and the crystal's own slow modes are gone from the mean squared displacement of these sites.
/// </summary>
/// <remarks>The lattice keeps its constants and follows the crystal's drift: its origin is the mean of atoms minus sites. Sites are unwrapped, as positions are.</remarks>
public sealed class SiteTrajectory
{
    private readonly CrystalStructure _structure;
    private readonly Vector3 _cell;
    private readonly (int X, int Y, int Z) _cells;
    private readonly double[] _sites;
    private readonly int[] _occupants;
    private readonly double _capture;
    private Vector3 _origin;

    /// <summary>Assigns each atom to the nearest site of a block of crystal that fills the box.</summary>
    /// <param name="system">The atoms: the block, some missing or a few too many.</param>
    /// <param name="structure">The crystal structure, turned as the block is.</param>
    /// <param name="cells">How often its cell repeats along x, y, z.</param>
    /// <param name="capture">How near an atom must come to a new site to belong to it, in distances of nearest neighbours.</param>
    public SiteTrajectory(AtomicSystem system, CrystalStructure structure, (int X, int Y, int Z) cells, double capture = 0.35)
    {
        (_structure, _cells) = (structure, cells);
        Vector3 box = system.Box.Lengths;
        _cell = new(box.X / cells.X, box.Y / cells.Y, box.Z / cells.Z);
        _capture = capture * structure.NearestNeighbour * Math.Cbrt(_cell.X * _cell.Y * _cell.Z / (structure.Edges.X * structure.Edges.Y * structure.Edges.Z));
        _sites = new double[3 * system.Count];
        _occupants = new int[structure.Sites.Count * cells.X * cells.Y * cells.Z];
        _origin = system.Box.Origin;
        // The first atom may lie anywhere in its cell: two turns bring the lattice to rest under the crystal.
        for (int turn = 0; turn < 2; turn++)
        {
            for (int atom = 0; atom < system.Count; atom++) Nearest(system.Position(atom), out _).CopyTo(_sites.AsSpan(3 * atom));
            FollowDrift(system);
        }
    }

    /// <summary>The site of each atom, 3 n, unwrapped, Å from the lattice's origin.</summary>
    public ReadOnlySpan<double> Sites => _sites;

    /// <summary>Number of sites.</summary>
    public int SiteCount => _occupants.Length;

    /// <summary>Changes of site so far, over all atoms.</summary>
    public long Hops { get; private set; }

    /// <summary>Sites that no atom belongs to.</summary>
    public int Empty { get; private set; }

    /// <summary>Atoms that share their site with one before them. Where they stay many, the crystal is no longer the one that was assumed.</summary>
    public int Crowded { get; private set; }

    /// <summary>Follows the atoms to their present places.</summary>
    /// <param name="system">The atoms.</param>
    public void Follow(AtomicSystem system)
    {
        for (int atom = 0; atom < system.Count; atom++)
        {
            Span<double> own = _sites.AsSpan(3 * atom, 3);
            Vector3 position = system.Position(atom), nearest = Nearest(position, out double distance);
            if (distance > _capture || (nearest - new Vector3(own[0], own[1], own[2])).Length < _capture) continue;
            nearest.CopyTo(own);
            Hops++;
        }

        FollowDrift(system);
    }

    /// <summary>Stores all that it needs to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Save(SavedState state, string name)
    {
        state.Put($"{name}/sites", _sites);
        state.Put($"{name}/origin", [_origin.X, _origin.Y, _origin.Z]);
        state.PutInteger($"{name}/hops", Hops);
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    /// <exception cref="StateMismatchException">It was stored for other atoms.</exception>
    public void Restore(SavedState state, string name)
    {
        state.CopyTo($"{name}/sites", _sites);
        Span<double> origin = stackalloc double[3];
        state.CopyTo($"{name}/origin", origin);
        _origin = new(origin[0], origin[1], origin[2]);
        Hops = state.Integer($"{name}/hops");
        CountOccupants();
    }

    private void FollowDrift(AtomicSystem system)
    {
        Vector3 sum = default;
        for (int atom = 0; atom < system.Count; atom++) sum += system.Position(atom) - new Vector3(_sites[3 * atom], _sites[3 * atom + 1], _sites[3 * atom + 2]);
        _origin = 1.0 / system.Count * sum;
        CountOccupants();
    }

    private void CountOccupants()
    {
        Array.Clear(_occupants);
        Crowded = 0;
        for (int i = 0; i < _sites.Length; i += 3)
        {
            if (_occupants[IndexOf(new Vector3(_sites[i], _sites[i + 1], _sites[i + 2]))]++ > 0) Crowded++;
        }

        Empty = _occupants.Count(n => n == 0);
    }

    // Each sublattice repeats along the axes alone: rounding finds its nearest site.
    private Vector3 Nearest(Vector3 position, out double distance)
    {
        Vector3 best = default, r = position - _origin;
        double least = double.PositiveInfinity;
        foreach (Vector3 offset in _structure.Sites)
        {
            var site = new Vector3(
                _cell.X * (Math.Round(r.X / _cell.X - offset.X) + offset.X),
                _cell.Y * (Math.Round(r.Y / _cell.Y - offset.Y) + offset.Y),
                _cell.Z * (Math.Round(r.Z / _cell.Z - offset.Z) + offset.Z));
            double square = Vector3.Dot(r - site, r - site);
            if (square < least) (best, least) = (site, square);
        }

        distance = Math.Sqrt(least);
        return best;
    }

    private int IndexOf(Vector3 site)
    {
        var fraction = new Vector3(site.X / _cell.X, site.Y / _cell.Y, site.Z / _cell.Z);
        for (int k = 0; k < _structure.Sites.Count; k++)
        {
            Vector3 cell = fraction - _structure.Sites[k];
            (double x, double y, double z) = (Math.Round(cell.X), Math.Round(cell.Y), Math.Round(cell.Z));
            if ((cell - new Vector3(x, y, z)).Length > 1e-6) continue;
            return ((Fold(z, _cells.Z) * _cells.Y + Fold(y, _cells.Y)) * _cells.X + Fold(x, _cells.X)) * _structure.Sites.Count + k;
        }

        throw new InvalidOperationException("a site is none of the lattice's");
    }

    private static int Fold(double cell, int cells)
    {
        int index = (int)((long)cell % cells);
        return index < 0 ? index + cells : index;
    }
}
