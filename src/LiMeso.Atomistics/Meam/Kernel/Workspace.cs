using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>What one thread writes: its pairs and triples, kept from the screening to the force pass, and the forces its atoms exert.</summary>
/// <remarks>Pairs are half pairs that are not wholly screened; triples are the screeners of pairs that screen in part. Both stand in the order of the atoms.</remarks>
internal sealed unsafe class Workspace
{
    /// <summary>The neighbours that the atom at hand sees.</summary>
    public readonly NeighbourShell Shell = new();

    /// <summary>All neighbours of the atom at hand, as the screening pass lays them out.</summary>
    public readonly PinnedBuffer<double> Local = new();

    /// <summary>How many pairs there are up to and with each of the thread's atoms.</summary>
    public readonly PinnedBuffer<int> PairEnds = new();

    /// <summary>By pair: the slot of the neighbour, that of the atom with the neighbour, and how many triples there are up to and with the pair.</summary>
    public readonly PinnedBuffer<int> PairSlots = new(), PairReverse = new(), TripleEnds = new();

    /// <summary>By pair: r²; then S f_c, S f_c′/r, φ, S f_c φ′/r and ∂ ln S/∂r².</summary>
    public readonly PinnedBuffer<double> PairDistance = new(), PairWeight = new(), PairCut = new(), PairEnergy = new(), PairSlope = new(), PairOwn = new();

    /// <summary>By triple i j k: row of k; first as numbers that lanes can hold.</summary>
    public readonly PinnedBuffer<double> TripleRowNumbers = new();

    /// <inheritdoc cref="TripleRowNumbers"/>
    public readonly PinnedBuffer<int> TripleRows = new();

    /// <summary>By triple: r_ij², r_ik², r_jk²; later the derivatives of ln S_ikj by each.</summary>
    public readonly PinnedBuffer<double> TripleIJ = new(), TripleIK = new(), TripleJK = new();

    /// <summary>By triple: S_ikj.</summary>
    public readonly PinnedBuffer<double> TripleScreening = new();

    /// <summary>Forces on atoms and ghosts, x, y, z, and the energy of the atom.</summary>
    public readonly PinnedBuffer<double> Forces = new();

    /// <summary>Number of pairs and of triples found so far.</summary>
    public int Pairs, Triples;

    /// <summary>Room for the neighbours of any one atom.</summary>
    public void ReserveNeighbours(int stride)
    {
        Local.Reserve(5 * stride);
        Shell.Reserve(stride);
    }

    /// <summary>Room for all that one more atom can add.</summary>
    public void GrowFor(int stride)
    {
        int pairs = Pairs + stride + Lanes.MostWidth, triples = Triples + stride * stride + Lanes.MostWidth;
        if (pairs > PairDistance.Capacity)
        {
            foreach (PinnedBuffer<int> buffer in (PinnedBuffer<int>[])[PairSlots, PairReverse, TripleEnds]) buffer.Grow(pairs);
            foreach (PinnedBuffer<double> buffer in (PinnedBuffer<double>[])[PairWeight, PairCut, PairEnergy, PairSlope, PairOwn, PairDistance]) buffer.Grow(pairs);
        }

        if (triples > TripleIJ.Capacity)
        {
            TripleRows.Grow(triples);
            foreach (PinnedBuffer<double> buffer in (PinnedBuffer<double>[])[TripleRowNumbers, TripleScreening, TripleIK, TripleJK, TripleIJ]) buffer.Grow(triples);
        }
    }
}
