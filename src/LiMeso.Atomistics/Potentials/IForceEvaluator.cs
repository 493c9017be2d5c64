using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Potentials;

/// <summary>
/// Evaluates a potential for one system, again and again. Neighbour lists are kept between calls and made anew when any atom has moved, or the box has changed, so far that a pair could be missed.
/// </summary>
/// <remarks>
/// Sums are taken in the order of the lists, so the last bits depend on when the lists were made. A run that is to be continued to the same bits saves <see cref="CaptureLists"/>
/// and gives it to <see cref="RestoreLists"/>.
/// </remarks>
public interface IForceEvaluator : IDisposable
{
    /// <summary>Energy, forces and virial of the system as it is.</summary>
    /// <param name="system">The system: the same number of atoms in the same order at every call.</param>
    /// <param name="result">Where the results go.</param>
    /// <exception cref="DivergedException">A position or an energy is no finite number.</exception>
    void Evaluate(AtomicSystem system, Interactions result);

    /// <summary>What the present lists follow from; null before the first evaluation.</summary>
    NeighbourListOrigin? CaptureLists();

    /// <summary>Makes the lists as they were when captured.</summary>
    /// <param name="origin">What they follow from.</param>
    void RestoreLists(NeighbourListOrigin origin);
}
