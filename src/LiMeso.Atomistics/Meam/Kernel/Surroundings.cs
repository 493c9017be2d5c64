using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>
/// What one atom sees, and what its energy makes of it: all that stands between positions and forces, small enough for the first caches.
/// <i>Slots</i> are the nearest places of the atom's list, <i>bonds</i> those of them that share energy with the atom, packed, and <i>triples</i> the pairs of a bond and an atom that screens it in part.
/// </summary>
internal sealed unsafe class Surroundings
{
    private const int SlotArrays = 8, RowArrays = 2, BondArrays = 15, TripleArrays = 3;
    private readonly PinnedBuffer<double> _numbers = new();
    private readonly PinnedBuffer<int> _indices = new();
    private int _stride, _triples;

    /// <summary>How many groups of slots can take part.</summary>
    public int Groups;

    /// <summary>How many bonds there are.</summary>
    public int Bonds;

    /// <summary>How many triples there are.</summary>
    public int Triples;

    /// <summary>The energy of the atom so far, eV.</summary>
    public double Energy;

    /// <summary>By slot: vector to it.</summary>
    public double* X => _numbers.Start;

    /// <inheritdoc cref="X"/>
    public double* Y => _numbers.Start + _stride;

    /// <inheritdoc cref="X"/>
    public double* Z => _numbers.Start + 2 * _stride;

    /// <summary>By slot: r².</summary>
    public double* Squares => _numbers.Start + 3 * _stride;

    /// <summary>By slot: the product of the screenings.</summary>
    public double* Screening => _numbers.Start + 4 * _stride;

    /// <summary>By slot: s ∂E/∂s.</summary>
    public double* Tension => _numbers.Start + 5 * _stride;

    /// <summary>By slot: 1/r².</summary>
    public double* PerSquare => _numbers.Start + 7 * _stride;

    /// <summary>By group: the least r² of the group and all after it.</summary>
    public double* Nearest => _numbers.Start + 6 * _stride;

    /// <summary>By slot: x, y, z, 1.</summary>
    public double* Rows => _numbers.Start + SlotArrays * _stride;

    /// <summary>By slot: the gradient of the energy, and in the fourth place what is still to be multiplied by x, y, z.</summary>
    public double* Gradient => _numbers.Start + (SlotArrays + 4) * _stride;

    /// <summary>By bond: vector to it, later its direction.</summary>
    public double* BondX => Bond(0);

    /// <inheritdoc cref="BondX"/>
    public double* BondY => Bond(1);

    /// <inheritdoc cref="BondX"/>
    public double* BondZ => Bond(2);

    /// <summary>By bond: r², later 1/r.</summary>
    public double* PerR => Bond(3);

    /// <summary>By bond: S, later s = S f_c.</summary>
    public double* Weight => Bond(4);

    /// <summary>By bond: S f_c′.</summary>
    public double* Cut => Bond(5);

    /// <summary>By bond: φ/2.</summary>
    public double* HalfPair => Bond(6);

    /// <summary>By bond: s φ′/2.</summary>
    public double* HalfSlope => Bond(7);

    /// <summary>By bond: ρ0 exp(−β0 (r/r_e − 1)).</summary>
    public double* E0 => Bond(8);

    /// <summary>By bond: the same with β1.</summary>
    public double* E1 => Bond(9);

    /// <summary>By bond: the same with β2.</summary>
    public double* E2 => Bond(10);

    /// <summary>By bond: the same with β3.</summary>
    public double* E3 => Bond(11);

    /// <summary>By bond: 3 k3 C:uu, later the gradient of the energy.</summary>
    public double* PullX => Bond(12);

    /// <inheritdoc cref="PullX"/>
    public double* PullY => Bond(13);

    /// <inheritdoc cref="PullX"/>
    public double* PullZ => Bond(14);

    /// <summary>By triple: what is to be multiplied by the vector to j and goes to j.</summary>
    public double* TripleJ => Triple(0);

    /// <summary>By triple: what is to be multiplied by the vector to k and goes to k.</summary>
    public double* TripleK => Triple(1);

    /// <summary>By triple: what is to be multiplied by the vector to either and goes to the other.</summary>
    public double* TripleBoth => Triple(2);

    /// <summary>By triple: <see cref="SlotUnit"/> times the slot of k, and <see cref="HigherSlot"/> times that of j.</summary>
    public int* TripleSlots => _indices.Start;

    /// <summary>By group of slots: bits of the slots that are bonds.</summary>
    public uint* BondBits => (uint*)(_indices.Start + _triples);

    /// <summary>A slot that no one is in.</summary>
    public int Nobody => _stride - 1;

    /// <summary>Slots are counted in doubles of their rows: so many, and the bits that takes.</summary>
    public const int SlotUnit = 1 << SlotUnitBits, SlotUnitBits = 2;

    /// <summary>By how many bits a slot of j is shifted to stand beside one of k, and how many bits the number of a slot has.</summary>
    public const int HigherShift = 16, SlotBits = HigherShift - SlotUnitBits;

    /// <summary>What a slot of j is multiplied by to stand beside one of k.</summary>
    public const int HigherSlot = SlotUnit << HigherShift;

    /// <summary>The bits that the slot of k takes.</summary>
    public const uint LowerSlots = (1u << HigherShift) - 1;

    /// <summary>How far apart the arrays of atoms with so many slots are: an odd number of cache lines, since arrays a power of two apart would fall on each other in the cache.</summary>
    /// <remarks>Never less than four groups, which are looked up whole.</remarks>
    public static int StrideOf(int slots) => (Math.Max(slots, 4 * Lanes.MostWidth) / Lanes.MostSingles + 1) * Lanes.MostSingles + Lanes.MostWidth;

    /// <summary>How many triples an atom with arrays so far apart may have.</summary>
    public static int TriplesOf(int stride) => (stride * stride / Lanes.MostWidth + 3 | 1) * Lanes.MostWidth;

    /// <summary>Room for an atom with so many slots.</summary>
    public void Reserve(int slots)
    {
        (_stride, _triples) = (StrideOf(slots), TriplesOf(StrideOf(slots)));
        _numbers.Reserve((SlotArrays + 4 * RowArrays + BondArrays) * _stride + TripleArrays * _triples);
        _indices.Reserve(_triples + _stride);
    }

    private double* Bond(int which) => _numbers.Start + (SlotArrays + 4 * RowArrays + which) * _stride;

    private double* Triple(int which) => _numbers.Start + (SlotArrays + 4 * RowArrays + BondArrays) * _stride + which * _triples;
}
