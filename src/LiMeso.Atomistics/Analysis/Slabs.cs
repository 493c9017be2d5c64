using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Analysis;

/// <summary>A box cut into slabs of equal thickness.</summary>
/// <param name="Axis">Their normal.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct Slabs(Axis Axis, int Count)
{
    /// <summary>The slab in which an atom is; beyond a face that does not repeat, the outermost one.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="atom">The atom.</param>
    public int Of(AtomicSystem system, int atom)
    {
        (bool a, bool b, bool c) = system.Box.Periodic;
        double along = system.Box.ToFraction(system.Position(atom)).Along(Axis);
        if (Axis switch { Axis.X => a, Axis.Y => b, _ => c }) along -= Math.Floor(along);
        return (int)Math.Clamp(along * Count, 0, Count - 1);
    }
}
