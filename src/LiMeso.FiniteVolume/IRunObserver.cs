namespace LiMeso.FiniteVolume;

/// <summary>Is told what a simulation does: for logs, progress, output, checkpoints.</summary>
public interface IRunObserver
{
    /// <summary>A step was accepted. The simulation stands at its end: its state may be captured here.</summary>
    /// <param name="step">The step.</param>
    void StepAccepted(in StepReport step)
    {
    }

    /// <summary>The solution at a requested output time.</summary>
    /// <param name="field">The solution; copy what is to be kept.</param>
    void Snapshot(in FieldView field)
    {
    }
}
