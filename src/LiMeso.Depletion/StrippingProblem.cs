using LiMeso.Core;
using LiMeso.Depletion.Series;

namespace LiMeso.Depletion;

/// <summary>
/// A lithium foil stripped at constant current. The solid electrolyte touches it at x = 0, the current collector seals it at x = L:
/// C_t = D C_xx, C(x,0) = C0, D C_x(0,t) = I/F, C_x(L,t) = 0, with solution C = C0 − (I L/(F D)) θ(x/L, Dt/L²).
/// </summary>
/// <remarks>
/// Solution: <see cref="SlabDepletion"/>. The model holds until the face runs empty, C(0,t_d) = 0; later concentrations come out negative.
/// </remarks>
public sealed record StrippingProblem
{
    /// <summary>States the problem.</summary>
    /// <param name="currentDensity">Stripping current density I > 0, A/m².</param>
    /// <param name="thickness">Foil thickness L, m.</param>
    /// <param name="diffusivity">Lithium self-diffusivity D of the foil, m²/s.</param>
    /// <param name="initialConcentration">Uniform initial concentration C0, mol/m³.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a positive finite number.</exception>
    public StrippingProblem(double currentDensity, double thickness, double diffusivity, double initialConcentration)
    {
        Require.Positive(currentDensity);
        Require.Positive(thickness);
        Require.Positive(diffusivity);
        Require.Positive(initialConcentration);
        CurrentDensity = currentDensity;
        Thickness = thickness;
        Diffusivity = diffusivity;
        InitialConcentration = initialConcentration;
    }

    /// <summary>Stripping current density I, A/m².</summary>
    public double CurrentDensity { get; }

    /// <summary>Foil thickness L, m.</summary>
    public double Thickness { get; }

    /// <summary>Self-diffusivity D, m²/s.</summary>
    public double Diffusivity { get; }

    /// <summary>Initial concentration C0, mol/m³.</summary>
    public double InitialConcentration { get; }

    /// <summary>All of the foil's lithium as charge per area, F C0 L, C/m².</summary>
    public double Inventory => PhysicalConstants.Faraday * InitialConcentration * Thickness;

    /// <summary>Λ = F C0 D/(I L): the current a linear profile from C0 to 0 across the foil would carry, over the current drawn. It alone sets the
    /// utilisation.</summary>
    public double Lambda => PhysicalConstants.Faraday * InitialConcentration * Diffusivity / (CurrentDensity * Thickness);

    /// <summary>Time for diffusion across the foil, L²/D, s.</summary>
    public double DiffusionTime => Thickness * Thickness / Diffusivity;

    /// <summary>Solves for the depletion time, at which C(0,t_d) = 0.</summary>
    /// <returns>Depletion time, capacity, utilisation, and both closed-form limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Λ leaves the range of double precision.</exception>
    /// <exception cref="ConvergenceException">Newton's iteration did not converge (no such case is known).</exception>
    public StrippingSolution Solve() => StrippingSolution.Of(this);

    /// <summary>Concentration at one depth and time.</summary>
    /// <param name="x">Depth below the electrolyte, 0 ≤ x ≤ L, m.</param>
    /// <param name="time">Time since the current was switched on, t ≥ 0, s.</param>
    /// <returns>mol/m³; negative near the face after the depletion time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">x lies outside the foil or t is negative.</exception>
    public double Concentration(double x, double time) =>
        InitialConcentration * (1 - SlabDepletion.Theta(x / Thickness, time / DiffusionTime) / Lambda);

    /// <summary>Concentration at the electrolyte, C(0,t), mol/m³.</summary>
    /// <param name="time">Time since the current was switched on, t ≥ 0, s.</param>
    public double InterfaceConcentration(double time) =>
        InitialConcentration * (1 - InterfaceDepletion.Theta(time / DiffusionTime) / Lambda);

    /// <summary>Mean concentration over the foil, C0 − I t/(F L), mol/m³: what the charge drawn has left.</summary>
    /// <param name="time">Time since the current was switched on, t ≥ 0, s.</param>
    public double MeanConcentration(double time) => InitialConcentration * (1 - CurrentDensity * time / Inventory);

    /// <summary>Concentration profile at one time. Allocates nothing.</summary>
    /// <param name="x">Depths below the electrolyte, each in [0, L], m.</param>
    /// <param name="time">Time since the current was switched on, t ≥ 0, s.</param>
    /// <param name="concentration">Receives mol/m³, as long as <paramref name="x"/>. May be the same memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">A depth lies outside the foil or t is negative.</exception>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Concentrations(ReadOnlySpan<double> x, double time, Span<double> concentration)
    {
        Require.SameLength(x.Length, concentration.Length);
        for (int i = 0; i < x.Length; i++) concentration[i] = x[i] / Thickness;
        SlabDepletion.Profile(concentration, time / DiffusionTime, concentration);
        double scale = InitialConcentration / Lambda;
        for (int i = 0; i < x.Length; i++) concentration[i] = InitialConcentration - scale * concentration[i];
    }

    /// <summary>Diffusive flux along +x, −D C_x: −I/F at the electrolyte (lithium moves towards it), 0 at the collector.</summary>
    /// <param name="x">Depth below the electrolyte, 0 ≤ x ≤ L, m.</param>
    /// <param name="time">Time since the current was switched on, t ≥ 0, s.</param>
    /// <returns>mol/(m² s).</returns>
    /// <exception cref="ArgumentOutOfRangeException">x lies outside the foil or t is negative.</exception>
    public double Flux(double x, double time) =>
        CurrentDensity / PhysicalConstants.Faraday * SlabDepletion.ThetaSlope(x / Thickness, time / DiffusionTime);
}
