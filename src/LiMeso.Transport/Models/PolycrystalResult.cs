using LiMeso.Transport.Fractions;

namespace LiMeso.Transport.Models;

/// <summary>An effective diffusivity and what went into it.</summary>
/// <param name="Diffusivity">Effective diffusivity, m²/s.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="FractionName">Name of the boundary fraction used.</param>
/// <param name="Fractions">The volume fractions it gave.</param>
/// <param name="Warnings">Reasons to distrust the number, as sentences; usually empty.</param>
public sealed record PolycrystalResult(double Diffusivity, string Model, string FractionName, PhaseFractions Fractions, IReadOnlyList<string> Warnings);
