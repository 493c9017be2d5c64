namespace LiMeso.Atomistics.Analysis;

/// <summary>From the diffusivity of a crystal with more vacancies than in equilibrium to that of the crystal in equilibrium.</summary>
public static class VacancyDiffusion
{
    /// <summary>Share of sites that are vacant in equilibrium, exp(−E/kT), without the entropy of formation.</summary>
    /// <param name="formationEnergy">E, eV.</param>
    /// <param name="temperature">K.</param>
    /// <remarks>Yoon, Sulaimon &amp; Siegel, J. Mater. Chem. A 11 (2023) 23288, eqn (4).</remarks>
    public static double EquilibriumFraction(double formationEnergy, double temperature) => Math.Exp(-formationEnergy / (MetalUnits.Boltzmann * temperature));

    /// <summary>D = D* C/C*: vacancies that do not meet carry diffusion in proportion to their number.</summary>
    /// <param name="diffusivity">D*, of the cell, in any unit.</param>
    /// <param name="fraction">C*, share of vacant sites in the cell.</param>
    /// <param name="formationEnergy">E, eV.</param>
    /// <param name="temperature">K.</param>
    /// <returns>D in equilibrium, in the same unit.</returns>
    /// <remarks>The same source, eqn (5).</remarks>
    public static double Scale(double diffusivity, double fraction, double formationEnergy, double temperature) =>
        diffusivity * EquilibriumFraction(formationEnergy, temperature) / fraction;
}
