using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>Excess quantities of a cell with two equal boundaries over as many atoms of perfect crystal.</summary>
public static class BoundaryEnergy
{
    /// <summary>Energy of a boundary, (E − N E_bulk)/(2 A).</summary>
    /// <param name="energy">Energy of the cell, eV.</param>
    /// <param name="system">Its atoms.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <returns>J/m².</returns>
    /// <remarks>J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288, eqn (1).</remarks>
    public static double Of(double energy, AtomicSystem system, EquilibriumCrystal crystal) =>
        (energy - system.Count * crystal.EnergyPerAtom) / (2 * Bicrystal.AreaOf(system.Box)) * MetalUnits.EnergyPerArea;

    /// <summary>Excess volume of a boundary per area, (V − N V_bulk)/(2 A).</summary>
    /// <param name="system">The atoms of the cell.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <returns>Å.</returns>
    public static double ExcessVolume(AtomicSystem system, EquilibriumCrystal crystal) =>
        (system.Box.Volume - system.Count * Math.Pow(crystal.LatticeConstant, 3) / crystal.Structure.Sites.Count) / (2 * Bicrystal.AreaOf(system.Box));
}
