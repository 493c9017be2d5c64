namespace LiMeso.Depletion.Pulses;

/// <summary>The face of the foil first running empty.</summary>
/// <param name="Time">When, s.</param>
/// <param name="Segment">Index of the segment under way.</param>
/// <param name="RemovedCharge">Net charge removed by then, ∫ I dt, C/m².</param>
/// <param name="StrippedCharge">Charge removed by the stripping segments alone, C/m².</param>
public sealed record DepletionEvent(double Time, int Segment, double RemovedCharge, double StrippedCharge);

/// <summary>An extreme of the interface concentration.</summary>
/// <param name="Time">When, s; the earliest one found if several agree.</param>
/// <param name="Concentration">C(0,t), mol/m³.</param>
public readonly record struct InterfaceExtreme(double Time, double Concentration);

/// <summary>What a current profile does to a foil.</summary>
/// <param name="Depletion">The first depletion, or null if the face never runs empty.</param>
/// <param name="EndTime">The depletion, or else the end of the profile, s.</param>
/// <param name="RemovedCharge">Net charge removed by then, C/m².</param>
/// <param name="Lowest">Lowest interface concentration until then, to 1e-9 of the initial one.</param>
/// <param name="Highest">Highest interface concentration until then, which by the maximum principle is the highest in the foil; to 1e-9 of the initial
/// one.</param>
/// <param name="InitialConcentration">C0, mol/m³.</param>
public sealed record PulsedOutcome(
    DepletionEvent? Depletion, double EndTime, double RemovedCharge, InterfaceExtreme Lowest, InterfaceExtreme Highest, double InitialConcentration)
{
    /// <summary>Whether plating raised the concentration above the initial one, which the linear model allows and a real foil answers by growing
    /// thicker.</summary>
    public bool ExceedsInitial => Highest.Concentration > InitialConcentration * (1 + 1e-12);
}
