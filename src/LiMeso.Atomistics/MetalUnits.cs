using LiMeso.Core;

namespace LiMeso.Atomistics;

/// <summary>
/// Conversions of the unit system of this room, the <c>metal</c> units of LAMMPS: Å, eV, ps, K, g/mol, bar, eV/Å. Velocities are in Å/ps, diffusivities in Å²/ps.
/// </summary>
public static class MetalUnits
{
    /// <summary>Boltzmann constant, eV/K.</summary>
    public const double Boltzmann = PhysicalConstants.BoltzmannElectronVolt;

    /// <summary>One (g/mol)·(Å/ps)² in eV: what turns m v² into an energy.</summary>
    public const double KineticEnergy = 1e-3 / PhysicalConstants.Avogadro * 1e4 / PhysicalConstants.ElementaryCharge;

    /// <summary>One eV/Å³ in bar.</summary>
    public const double Pressure = PhysicalConstants.ElementaryCharge * 1e30 / 1e5;

    /// <summary>One Å²/ps in m²/s.</summary>
    public const double Diffusivity = 1e-20 / 1e-12;

    /// <summary>One eV/Å² in J/m².</summary>
    public const double EnergyPerArea = PhysicalConstants.ElementaryCharge * 1e20;
}
