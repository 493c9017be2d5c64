using LiMeso.Core;

namespace LiMeso.Depletion;

/// <summary>The concentration of lithium in the undepleted metal, mol/m³, from its lattice or from its density.</summary>
public static class InitialConcentration
{
    /// <summary>Lattice constant of bcc Li at T = 0 in the 2NN-MEAM potential of Kim, Jung &amp; Lee (Modelling Simul. Mater. Sci. Eng. 20 (2012) 035005),
    /// m.</summary>
    public const double MeamLatticeConstantAtZeroKelvin = 3.4876e-10;

    /// <summary>Lattice constant of bcc Li at 300 K and zero pressure in the same potential (molecular dynamics, cutoff 4.8 Å, ±0.0002 Å), m.</summary>
    public const double MeamLatticeConstantAt300Kelvin = 3.5496e-10;

    /// <summary>Concentration of a perfect body-centred cubic crystal, 2/(N_A a³): two atoms per cubic cell.</summary>
    /// <param name="latticeConstant">Cubic lattice constant a, m.</param>
    /// <returns>mol/m³.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lattice constant is not a positive finite number.</exception>
    public static double FromBccLatticeConstant(double latticeConstant)
    {
        Require.Positive(latticeConstant);
        return 2 / (PhysicalConstants.Avogadro * latticeConstant * latticeConstant * latticeConstant);
    }

    /// <summary>Concentration from mass density and molar mass, ρ/M.</summary>
    /// <param name="density">Mass density, kg/m³.</param>
    /// <param name="molarMass">Molar mass, kg/mol.</param>
    /// <returns>mol/m³; 76 945 for handbook lithium.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a positive finite number.</exception>
    public static double FromDensity(double density, double molarMass = PhysicalConstants.LithiumMolarMass)
    {
        Require.Positive(density);
        Require.Positive(molarMass);
        return density / molarMass;
    }
}
