using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Dynamics;

/// <summary>
/// Atoms that do not move along one direction: their velocity along it is zero and no force changes it. When the box changes, they go with it.
/// What is frozen is no degree of freedom, and does not count in the temperature.
/// </summary>
/// <param name="Axis">The direction.</param>
/// <param name="Atoms">The atoms, 0 … n−1.</param>
public sealed record FrozenComponent(Axis Axis, IReadOnlyList<int> Atoms)
{
    /// <summary>Freezes the direction in a slab normal to it.</summary>
    /// <param name="system">The atoms, where they are now.</param>
    /// <param name="axis">Normal of the slab, and the direction that is frozen.</param>
    /// <param name="centre">Where the middle of the slab is, as a fraction of the box.</param>
    /// <param name="width">Thickness of the slab, Å.</param>
    public static FrozenComponent Slab(AtomicSystem system, Axis axis, double centre, double width)
    {
        double length = system.Box.Lengths.Along(axis);
        var atoms = new List<int>();
        for (int atom = 0; atom < system.Count; atom++)
        {
            double distance = system.Box.ToFraction(system.Position(atom)).Along(axis) - centre;
            distance -= Math.Round(distance);
            if (Math.Abs(distance) * length <= 0.5 * width) atoms.Add(atom);
        }

        return new FrozenComponent(axis, atoms);
    }
}
