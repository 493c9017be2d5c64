using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.TimeSchemes;

namespace LiMeso.FiniteVolume.StepControl;

/// <summary>How long time steps are: fixed, or controlled by their error. A description; the controller it creates has the memory.</summary>
public interface IStepControl
{
    /// <summary>A controller for one simulation.</summary>
    /// <param name="scheme">The time scheme whose steps it controls.</param>
    /// <param name="diffusion">The equations.</param>
    /// <param name="largestInitialValue">Largest |c| at the start, mol/m³: what relative tolerances refer to.</param>
    StepController CreateController(ITimeScheme scheme, DiffusionOperator diffusion, double largestInitialValue);
}
