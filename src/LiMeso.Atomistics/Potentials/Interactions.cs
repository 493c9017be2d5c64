using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Potentials;

/// <summary>What a potential says of a system.</summary>
/// <param name="count">Number of atoms.</param>
public sealed class Interactions(int count)
{
    /// <summary>Potential energy, eV.</summary>
    public double Energy { get; set; }

    /// <summary>Forces, 3 n, eV/Å.</summary>
    public double[] Forces { get; } = new double[3 * count];

    /// <summary>Potential energy of each atom, n, eV; they sum to <see cref="Energy"/>.</summary>
    public double[] AtomEnergies { get; } = new double[count];

    /// <summary>Virial Σ r_a F_b over all interactions, eV; the pressure without its kinetic part is this over the volume.</summary>
    public SymmetricTensor Virial { get; set; }
}
