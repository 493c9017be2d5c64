using LiMeso.Atomistics.Dynamics;

namespace LiMeso.Cases.Atoms;

/// <summary>Looks at the atoms every so many steps, and keeps what it saw through checkpoints. None of them changes a bit of the motion.</summary>
internal interface IAtomObserver
{
    /// <summary>Steps between two looks.</summary>
    int Interval { get; }

    /// <summary>Looks; called at the start of a stage (step 0) and after every interval within it.</summary>
    /// <param name="moment">The atoms.</param>
    void Observe(AtomMoment moment);

    /// <summary>Makes all that was written safe, and stores what is needed to go on.</summary>
    /// <param name="state">Where to.</param>
    void Save(SavedState state);

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="moment">The atoms, where the run goes on.</param>
    void Restore(SavedState state, AtomMoment moment);
}
