namespace LiMeso.Atomistics.Dynamics;

/// <summary>
/// Which coordinates move and how many of them are independent. Frozen coordinates do not count. A direction in which no atom is frozen loses one more
/// where total momentum is conserved, since it is zero from the start.
/// </summary>
public sealed class DegreesOfFreedom
{
    private readonly int[] _frozen;

    /// <summary>Counts.</summary>
    /// <param name="atoms">Number of atoms.</param>
    /// <param name="frozen">What does not move.</param>
    /// <param name="momentumIsKept">Whether the motion conserves total momentum where nothing is frozen.</param>
    /// <exception cref="ArgumentException">Nothing is left to move, or an atom does not exist.</exception>
    public DegreesOfFreedom(int atoms, IReadOnlyList<FrozenComponent> frozen, bool momentumIsKept)
    {
        var coordinates = new SortedSet<int>();
        foreach (FrozenComponent component in frozen)
        {
            foreach (int atom in component.Atoms)
            {
                if (atom < 0 || atom >= atoms) throw new ArgumentException($"there is no atom {atom} to freeze", nameof(frozen));
                coordinates.Add(3 * atom + (int)component.Axis);
            }
        }

        _frozen = [.. coordinates];
        for (int axis = 0; axis < 3; axis++)
        {
            int still = _frozen.Count(coordinate => coordinate % 3 == axis);
            Count += atoms - still - (still == 0 && momentumIsKept ? 1 : 0);
        }

        if (Count <= 0) throw new ArgumentException("nothing is free to move", nameof(frozen));
    }

    /// <summary>Number of independent velocities: what half k T each is divided among.</summary>
    public int Count { get; }

    /// <summary>Coordinates that do not move, 0 … 3n−1, increasing.</summary>
    public ReadOnlySpan<int> Frozen => _frozen;

    /// <summary>Sets what is frozen to zero.</summary>
    /// <param name="vectors">Velocities, 3 n.</param>
    public void Hold(Span<double> vectors)
    {
        foreach (int coordinate in _frozen) vectors[coordinate] = 0;
    }
}
