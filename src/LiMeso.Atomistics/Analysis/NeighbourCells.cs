using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Structures;
using LiMeso.Core.Threading;

namespace LiMeso.Atomistics.Analysis;

/// <summary>
/// Finds all neighbours of atoms within a distance in one frame, in boxes of any shape and thickness: an atom's own images count where the box is thin. Images and cells are those of the force
/// lists; nothing is kept from frame to frame.
/// </summary>
internal sealed unsafe class NeighbourCells
{
    private readonly CellGrid _grid = new();
    private readonly double _cutoff;
    private readonly double[] _rows;
    private readonly int[] _sortedOf;

    /// <summary>Sorts the atoms and their images into cells.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="cutoff">The distance, Å.</param>
    public NeighbourCells(AtomicSystem system, double cutoff)
    {
        using var alone = new ThreadTeam(1);
        var ghosts = new GhostAtoms(alone);
        ghosts.Choose(system, cutoff);
        (_cutoff, _rows, _sortedOf) = (cutoff, new double[4 * ghosts.Count], new int[system.Count]);
        for (int i = 0; i < system.Count; i++)
        {
            _sortedOf[ghosts.Order[i]] = i;
            Vector3 inside = system.Position(ghosts.Order[i]) + ghosts.Wrap(i);
            inside.CopyTo(_rows.AsSpan(4 * i));
            for (int g = ghosts.GhostStart[i]; g < ghosts.GhostStart[i + 1]; g++) (inside + ghosts.Shift(g)).CopyTo(_rows.AsSpan(4 * g));
        }

        fixed (double* rows = _rows) _grid.Sort(rows, ghosts.Count, cutoff);
    }

    /// <summary>Neighbours of an atom: vectors to them, Å, put at the beginning of the list.</summary>
    /// <param name="atom">The atom.</param>
    /// <param name="vectors">Where to; cleared first.</param>
    public void Find(int atom, List<Vector3> vectors)
    {
        vectors.Clear();
        int self = _sortedOf[atom];
        Span<int> ranges = stackalloc int[2 * (2 * _grid.Reach + 1) * (2 * _grid.Reach + 1)];
        double limit = _cutoff * _cutoff;
        fixed (double* at = &_rows[4 * self])
        {
            int count = _grid.RangesAround(at, ranges);
            for (int m = 0; m < count; m++)
            {
                for (int k = ranges[2 * m]; k < ranges[2 * m + 1]; k++)
                {
                    var vector = new Vector3(_grid.X[k] - at[0], _grid.Y[k] - at[1], _grid.Z[k] - at[2]);
                    if (Vector3.Dot(vector, vector) <= limit && _grid.Members[k] != self) vectors.Add(vector);
                }
            }
        }
    }
}
