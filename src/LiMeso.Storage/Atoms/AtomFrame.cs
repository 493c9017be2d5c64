namespace LiMeso.Storage.Atoms;

/// <summary>Atoms of one element at one time. Lengths are in Å, times in ps.</summary>
public sealed class AtomFrame
{
    /// <summary>Number of the step that led to it.</summary>
    public required long Step { get; init; }

    /// <summary>Time, ps.</summary>
    public required double Time { get; init; }

    /// <summary>The cell that the atoms are in.</summary>
    public required AtomCell Cell { get; init; }

    /// <summary>Symbol of the element: "Li".</summary>
    public required string Element { get; init; }

    /// <summary>Names of the atoms, n.</summary>
    public required IReadOnlyList<int> Ids { get; init; }

    /// <summary>Unwrapped positions, 3 n, Å.</summary>
    public required ReadOnlyMemory<double> Positions { get; init; }

    /// <summary>Velocities, 3 n, Å/ps; empty when they are not kept.</summary>
    public ReadOnlyMemory<double> Velocities { get; init; }

    /// <summary>What else is known of each atom.</summary>
    public IReadOnlyList<AtomField> Fields { get; init; } = [];

    /// <summary>Number of atoms.</summary>
    public int Count => Ids.Count;
}

/// <summary>A parallelepiped, periodic along its edges or not.</summary>
/// <param name="Origin">Corner from which the edges start, 3, Å.</param>
/// <param name="Edges">x, y, z of the first edge, the second, the third: 9, Å. The first lies along x, the second in the xy plane.</param>
/// <param name="Periodic">Whether it repeats along each edge, 3.</param>
public sealed record AtomCell(double[] Origin, double[] Edges, bool[] Periodic);

/// <summary>A number for each atom.</summary>
/// <param name="Name">One word: "energy".</param>
/// <param name="Unit">Unit of the values: "eV".</param>
/// <param name="Values">n values.</param>
public sealed record AtomField(string Name, string Unit, ReadOnlyMemory<double> Values)
{
    /// <summary>Name and unit: "energy (eV)".</summary>
    public string Label => Unit.Length == 0 ? Name : $"{Name} ({Unit})";
}
