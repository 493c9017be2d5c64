namespace LiMeso.Atomistics.Potentials;

/// <summary>An atom's position or energy is no finite number: atoms have come too close, or the time step is too long.</summary>
/// <param name="atom">Id of the atom.</param>
public sealed class DivergedException(int atom)
    : Exception($"Atom {atom} has no finite position or energy: atoms have come too close, or the time step is too long.")
{
    /// <summary>Id of the atom.</summary>
    public int Atom { get; } = atom;
}
