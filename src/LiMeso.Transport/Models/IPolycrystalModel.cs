namespace LiMeso.Transport.Models;

/// <summary>A formula for the effective diffusivity of a polycrystal. Ask it through <see cref="Homogenisation"/>, which guards ranges and works out the fractions.</summary>
/// <remarks>
/// All models here homogenise: they need type A kinetics (<see cref="HarrisonRegime"/>). Diffusivities are of one species that sees a mean concentration;
/// with segregation the flux is driven by the local concentration and the boundary holds s times the grain's.
/// </remarks>
public interface IPolycrystalModel
{
    /// <summary>The formula as a person would write it; b, g, j are the bulk, boundary and triple-junction diffusivities, x = w/d, f the boundary fraction, s the segregation factor.</summary>
    string Formula { get; }

    /// <summary>Citation, and what could not be checked against the original.</summary>
    string Source { get; }

    /// <summary>For which polycrystals, and in which range, the formula may be trusted.</summary>
    string Validity { get; }

    /// <summary>Registered name of the boundary fraction used unless a case says otherwise.</summary>
    string DefaultFraction { get; }

    /// <summary>Whether the formula holds for s ≠ 1; a model without a segregated form is refused then.</summary>
    bool SupportsSegregation => false;

    /// <summary>Whether the formula has a triple-junction phase, so that its diffusivity must be given.</summary>
    bool NeedsTripleJunctions => false;

    /// <summary>What it bounds, where it is a rigorous bound; otherwise null.</summary>
    RigorousBound? Bound => null;

    /// <summary>The effective diffusivity, m²/s. Pure, allocates nothing.</summary>
    /// <param name="polycrystal">Diffusivities and fractions; a value of its own domain.</param>
    double EffectiveDiffusivity(in Microstructure polycrystal);

    /// <summary>Reasons to distrust the formula at this point, as sentences; empty when there are none.</summary>
    /// <param name="polycrystal">Diffusivities and fractions.</param>
    IReadOnlyList<string> Warnings(in Microstructure polycrystal) => [];
}
