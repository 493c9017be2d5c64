using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>Small random displacements before a relaxation: atoms that symmetry or a short period holds on a saddle leave it, all others come back.</summary>
public static class SymmetryBreaking
{
    // Å: beyond what a relaxation leaves, some 1e-4; far below the way to another minimum.
    private const double Amplitude = 0.01;

    /// <summary>Displaces each atom, by a standard deviation of 0.01 Å along each direction.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="seed">Of the displacements.</param>
    public static void Shake(AtomicSystem system, ulong seed)
    {
        for (int atom = 0; atom < system.Count; atom++)
        {
            (double x, double y, double z) = CounterRandom.Normal(seed, 0, (ulong)atom);
            (system.Position(atom) + Amplitude * new Vector3(x, y, z)).CopyTo(system.Positions.AsSpan(3 * atom));
        }
    }
}
