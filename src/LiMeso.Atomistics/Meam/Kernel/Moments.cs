using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>
/// The moments of the neighbours of some atoms: ρ0, A, B, C of the density pass, in this order 1, 3, 6 and 10 numbers an atom, of the tensors those that symmetry leaves.
/// </summary>
internal sealed unsafe class Moments
{
    /// <summary>Numbers an atom.</summary>
    public const int Count = 20;

    /// <summary>Which number is which: ρ0, the first of A, the first of B, the first of C.</summary>
    public const int Rho = 0, A = 1, Bxx = 4, Byy = 5, Bzz = 6, Bxy = 7, Bxz = 8, Byz = 9,
        Cxxx = 10, Cyyy = 11, Czzz = 12, Cxxy = 13, Cxxz = 14, Cxyy = 15, Cyyz = 16, Cxzz = 17, Cyzz = 18, Cxyz = 19;

    private readonly PinnedBuffer<double> _partial = new(), _numbers = new();

    /// <summary>Room for so many atoms, a multiple of the widest lanes.</summary>
    public Moments(int atoms)
    {
        Atoms = atoms;
        _partial.Reserve(Count * Lanes.MostWidth * atoms);
        _numbers.Reserve(Count * atoms);
    }

    /// <summary>For how many atoms there is room.</summary>
    public int Atoms { get; }

    /// <summary>Vectors, a width of lanes each, whose lanes are to be summed: those of an atom one after the other.</summary>
    public double* Partial => _partial.Start;

    /// <summary>By number, then by atom.</summary>
    public double* Numbers => _numbers.Start;
}
