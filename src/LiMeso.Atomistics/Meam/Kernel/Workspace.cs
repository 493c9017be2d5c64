using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>What one thread writes: its pairs and triples, kept from the screening to the force pass, and the forces its atoms exert.</summary>
/// <remarks>Pairs are half pairs that are not wholly screened, and the second sides of those with other threads' atoms; triples are the screeners of pairs that screen in part. Both stand in the order of the atoms.</remarks>
internal sealed unsafe class Workspace
{
    /// <summary>The neighbours that the atom at hand sees.</summary>
    public readonly NeighbourShell Shell = new();

    /// <summary>All neighbours of the atom at hand, as the screening pass lays them out.</summary>
    public readonly PinnedBuffer<double> Local = new();

    /// <summary>Atoms whose forces have to wait for another thread, or would have to wait long.</summary>
    public readonly List<int> Deferred = [];

    /// <summary>How many pairs there are up to and with each of the thread's atoms.</summary>
    public readonly PinnedBuffer<int> PairEnds = new();

    /// <summary>By pair: the slot of the neighbour, that of the atom with the neighbour, and how many triples there are up to and with the pair.</summary>
    public readonly PinnedBuffer<int> PairSlots = new(), PairReverse = new(), TripleEnds = new();

    /// <summary>By pair: s = S f_c, what a change of the energy by s exerts along r_ij, S f_c′/r + 2 s ∂ ln S/∂r², then φ and s φ′/r.</summary>
    public readonly PinnedBuffer<double> PairWeight = new(), PairAlong = new(), PairEnergy = new(), PairSlope = new();

    /// <summary>By triple i j k: row of k.</summary>
    public readonly PinnedBuffer<int> TripleRows = new();

    /// <summary>By triple: r_ik² and r_jk²; later the derivatives of ln S_ikj by each.</summary>
    public readonly PinnedBuffer<double> TripleIK = new(), TripleJK = new();

    /// <summary>Forces on atoms and ghosts, x, y, z, and the energy of the atom.</summary>
    public readonly PinnedBuffer<double> Forces = new();

    // Of the pairs and triples of the last call of the screening pass only: they need not be kept.
    private readonly PinnedBuffer<double> _distance = new(), _own = new(), _ij = new(), _screening = new(), _rowNumbers = new();

    /// <summary>Number of pairs and of triples found so far.</summary>
    public int Pairs, Triples;

    private int _firstPair, _firstTriple;

    /// <summary>By pair since <see cref="BeginChunk"/>: r².</summary>
    public double* PairDistance => _distance.Start - _firstPair;

    /// <summary>By pair since <see cref="BeginChunk"/>: ∂ ln S/∂r².</summary>
    public double* PairOwn => _own.Start - _firstPair;

    /// <summary>By triple since <see cref="BeginChunk"/>: r_ij², later the derivative of ln S_ikj by it.</summary>
    public double* TripleIJ => _ij.Start - _firstTriple;

    /// <summary>By triple since <see cref="BeginChunk"/>: S_ikj.</summary>
    public double* TripleScreening => _screening.Start - _firstTriple;

    /// <summary>By triple since <see cref="BeginChunk"/>: row of k as a number that lanes can hold.</summary>
    public double* TripleRowNumbers => _rowNumbers.Start - _firstTriple;

    /// <summary>Forgets all pairs and triples, and makes room for the neighbours of any one atom.</summary>
    public void Begin(NeighbourLists lists, int atoms)
    {
        Pairs = Triples = _firstPair = _firstTriple = 0;
        Deferred.Clear();
        PairEnds.Reserve(atoms);
        Local.Reserve(5 * lists.Stride);
        Shell.Reserve(lists.Stride);
    }

    /// <summary>Forgets what need not be kept of the pairs and triples so far, and makes room for as many more as some atoms can add.</summary>
    public void BeginChunk(int atoms, int stride)
    {
        (_firstPair, _firstTriple) = (Pairs, Triples);
        int pairs = atoms * stride + Lanes.MostWidth, triples = atoms * stride * stride + Lanes.MostWidth;
        foreach (PinnedBuffer<double> buffer in (ReadOnlySpan<PinnedBuffer<double>>)[_distance, _own]) buffer.Reserve(pairs);
        foreach (PinnedBuffer<double> buffer in (ReadOnlySpan<PinnedBuffer<double>>)[_ij, _screening, _rowNumbers]) buffer.Reserve(triples);
    }

    /// <summary>Room for all that one more atom can add.</summary>
    public void GrowFor(int stride)
    {
        int pairs = Pairs + stride + Lanes.MostWidth, triples = Triples + stride * stride + Lanes.MostWidth;
        if (pairs > PairSlope.Capacity)
        {
            foreach (PinnedBuffer<int> buffer in (ReadOnlySpan<PinnedBuffer<int>>)[PairSlots, PairReverse, TripleEnds]) buffer.Grow(pairs);
            foreach (PinnedBuffer<double> buffer in (ReadOnlySpan<PinnedBuffer<double>>)[PairWeight, PairAlong, PairEnergy, PairSlope]) buffer.Grow(pairs);
        }

        if (triples > TripleJK.Capacity)
        {
            TripleRows.Grow(triples);
            TripleIK.Grow(triples);
            TripleJK.Grow(triples);
        }
    }
}
