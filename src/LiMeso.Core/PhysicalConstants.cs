namespace LiMeso.Core;

/// <summary>Physical constants in SI units, from the CODATA 2018 adjustment (exact since the 2019 redefinition unless noted).</summary>
public static class PhysicalConstants
{
    /// <summary>Faraday constant, C/mol (CODATA 2018, ten figures).</summary>
    public const double Faraday = 96485.33212;

    /// <summary>Avogadro constant, 1/mol.</summary>
    public const double Avogadro = 6.02214076e23;

    /// <summary>Boltzmann constant, J/K.</summary>
    public const double Boltzmann = 1.380649e-23;

    /// <summary>Elementary charge, C; also one electronvolt in joule.</summary>
    public const double ElementaryCharge = 1.602176634e-19;

    /// <summary>Boltzmann constant, eV/K (CODATA 2018 prints 8.617333262145179e-5).</summary>
    public const double BoltzmannElectronVolt = Boltzmann / ElementaryCharge;

    /// <summary>Standard atomic weight of lithium, kg/mol (IUPAC conventional value, 6.94 g/mol).</summary>
    public const double LithiumMolarMass = 6.94e-3;

    /// <summary>Density of lithium at 293 K, kg/m³ (handbook value, 0.534 g/cm³).</summary>
    public const double LithiumDensity = 534;
}
