using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Depletion;

namespace LiMeso.Cases.Settings;

/// <summary>The lithium concentration of the undepleted foil, and how it was stated.</summary>
/// <param name="Value">C0, mol/m³.</param>
/// <param name="Statement">Where it comes from, in words.</param>
/// <param name="LatticeConstant">The lattice constant it follows from, m; null when it was stated otherwise.</param>
public sealed record ConcentrationSettings(double Value, string Statement, double? LatticeConstant)
{
    /// <summary>The key of the section.</summary>
    public const string Key = "initial-concentration";

    /// <summary>What the section says of itself.</summary>
    public const string Description = "Lithium concentration of the undepleted foil; by default that of the interatomic potential's crystal at T = 0.";

    private const string ZeroKelvin = "3.4876 A";

    /// <summary>The default: the crystal of the interatomic potential at T = 0.</summary>
    public static ConcentrationSettings Default { get; } = FromLattice(InitialConcentration.MeamLatticeConstantAtZeroKelvin);

    /// <summary>Two atoms per cubic cell.</summary>
    /// <param name="latticeConstant">Lattice constant, m.</param>
    public static ConcentrationSettings FromLattice(double latticeConstant) => new(
        InitialConcentration.FromBccLatticeConstant(latticeConstant),
        $"bcc crystal, two atoms per cell of {QuantityKind.Length.Format(latticeConstant, "A", 5)}",
        latticeConstant);

    /// <summary>Reads the section: one of lattice-constant, density, value.</summary>
    /// <param name="section">The section.</param>
    public static ConcentrationSettings Read(SectionReader section) => Read(section, Limits.Positive);

    /// <summary>Reads the section: one of lattice-constant, density, value.</summary>
    /// <param name="section">The section.</param>
    /// <param name="limits">Values allowed, mol/m³.</param>
    public static ConcentrationSettings Read(SectionReader section, Limits limits)
    {
        double? lattice = section.OptionalQuantity("lattice-constant", QuantityKind.Length,
            "Cubic lattice constant of bcc lithium; the default is that of the 2NN-MEAM potential of Kim, Jung and Lee (2012) at T = 0.", ZeroKelvin);
        double? density = section.OptionalQuantity("density", QuantityKind.Density, "Mass density, instead of a lattice constant.", "0.534 g/cm^3");
        double molarMass = section.Quantity("molar-mass", QuantityKind.MolarMass, "Molar mass, used with the density.", "6.94 g/mol");
        double? value = section.OptionalQuantity("value", QuantityKind.Concentration, "The concentration itself, instead of a lattice constant.", "0.0769 mol/cm^3", limits);
        int given = (lattice is null ? 0 : 1) + (density is null ? 0 : 1) + (value is null ? 0 : 1);
        section.Check(given <= 1, value is null ? "density" : "value", "give one of lattice-constant, density and value, not several");
        section.Check(density is not null || !section.Has("molar-mass"), "molar-mass", "a molar mass needs a density");
        if (value is { } c) return new ConcentrationSettings(c, "stated in the case", null);
        if (density is { } rho)
        {
            return new ConcentrationSettings(InitialConcentration.FromDensity(rho, molarMass),
                $"density {QuantityKind.Density.Format(rho, "g/cm^3")} over molar mass {QuantityKind.MolarMass.Format(molarMass, "g/mol")}", null);
        }

        return lattice is { } a ? FromLattice(a) : Default;
    }

    /// <summary>Charge of the lithium per foil volume, F C0, C/m³.</summary>
    public double ChargeDensity => PhysicalConstants.Faraday * Value;
}
