using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.StepControl;

/// <summary>Proposes step sizes and judges the steps taken with them.</summary>
public abstract class StepController
{
    /// <summary>Size proposed for the next step, s. Steps may be made shorter to end on a break.</summary>
    public double Proposal { get; protected set; }

    /// <summary>Whether steps must estimate their error.</summary>
    public abstract bool NeedsError { get; }

    /// <summary>Local error allowed, mol/m³; +∞ when errors are not looked at.</summary>
    public abstract double AllowedError { get; }

    /// <summary>Whether a step that would come close to a break may be halved to avoid a very short one after it.</summary>
    public abstract bool MayChangeStep { get; }

    /// <summary>Chooses a first step, at the start or after a jump.</summary>
    /// <param name="stepper">Holds the solution and its rate.</param>
    public abstract void Restart(TimeStepper stepper);

    /// <summary>Judges an attempt and proposes the next size: a longer or shorter one to continue with, or a shorter one to retry.</summary>
    /// <param name="result">The attempt.</param>
    /// <param name="shortened">Whether it was made shorter than proposed, to end on a break.</param>
    /// <returns>Whether the step is good.</returns>
    public abstract bool Judge(StepResult result, bool shortened);

    /// <summary>Writes the memory.</summary>
    /// <param name="state">Where to write.</param>
    public abstract void Capture(StateSection state);

    /// <summary>Reads the memory.</summary>
    /// <param name="state">Where to read.</param>
    public abstract void Restore(StateSection state);
}
