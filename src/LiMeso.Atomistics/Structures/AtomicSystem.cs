namespace LiMeso.Atomistics.Structures;

/// <summary>
/// Atoms of one element in a box. Vectors of atoms lie one after the other: x, y, z of the first, of the second, …
/// Positions are unwrapped: an atom that leaves through a periodic face is not put back, so that displacements are differences of positions. The order of the atoms never changes.
/// </summary>
public sealed class AtomicSystem
{
    /// <summary>Atoms in a box, at rest.</summary>
    /// <param name="box">The box.</param>
    /// <param name="positions">3 n coordinates, Å; kept, not copied.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    /// <param name="ids">Names of the atoms in files, n; 1, 2, … when null.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public AtomicSystem(SimulationBox box, double[] positions, double mass, int[]? ids = null)
    {
        if (positions.Length % 3 != 0) throw new ArgumentException("three coordinates an atom are needed", nameof(positions));
        (Box, Positions, Mass) = (box, positions, mass);
        Count = positions.Length / 3;
        Ids = ids ?? [.. Enumerable.Range(1, Count)];
        if (Ids.Length != Count) throw new ArgumentException("one id an atom is needed", nameof(ids));
        Velocities = new double[positions.Length];
    }

    /// <summary>The box; replaced when its shape changes.</summary>
    public SimulationBox Box { get; set; }

    /// <summary>Number of atoms.</summary>
    public int Count { get; }

    /// <summary>Unwrapped positions, 3 n, Å.</summary>
    public double[] Positions { get; }

    /// <summary>Velocities, 3 n, Å/ps.</summary>
    public double[] Velocities { get; }

    /// <summary>Mass of an atom, g/mol.</summary>
    public double Mass { get; }

    /// <summary>Names of the atoms in files, n.</summary>
    public int[] Ids { get; }

    /// <summary>Position of one atom, Å.</summary>
    /// <param name="atom">0 … n−1.</param>
    public Vector3 Position(int atom) => new(Positions[3 * atom], Positions[3 * atom + 1], Positions[3 * atom + 2]);

    /// <summary>A system with the same atoms, where they are, as fast as they are; nothing is shared with this one.</summary>
    public AtomicSystem Copy()
    {
        var copy = new AtomicSystem(Box, [.. Positions], Mass, [.. Ids]);
        Velocities.CopyTo(copy.Velocities, 0);
        return copy;
    }
}
