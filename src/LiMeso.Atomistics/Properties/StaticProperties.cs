using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Properties;

/// <summary>A number that a potential predicts for a bcc metal at zero temperature.</summary>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Compute">Computes it.</param>
public sealed record StaticProperty(string Unit, Func<PropertyContext, double> Compute);

/// <summary>The properties that <c>limeso md properties</c> tells.</summary>
public static class StaticProperties
{
    private const string Length = "angstrom", Energy = "eV", PerAtom = "eV/atom", Phase = "meV/atom", Modulus = "GPa", Surface = "J/m^2";

    /// <summary>All of them, by name.</summary>
    public static readonly Registry<StaticProperty> All = new("property")
    {
        { "lattice-constant", "bcc lattice constant at zero pressure", new(Length, c => c.Bcc.LatticeConstant) },
        { "cohesive-energy", "energy that sets the atoms of bcc free", new(PerAtom, c => -c.Bcc.EnergyPerAtom) },
        { "c11", "elastic constant C11 of bcc", new(Modulus, c => c.Elastic.C11) },
        { "c12", "elastic constant C12 of bcc", new(Modulus, c => c.Elastic.C12) },
        { "c44", "elastic constant C44 of bcc", new(Modulus, c => c.Elastic.C44) },
        { "bulk-modulus", "bulk modulus of bcc, (C11 + 2 C12)/3", new(Modulus, c => c.Elastic.BulkModulus) },
        { "tetragonal-shear", "stiffness of bcc against tetragonal shear, (C11 - C12)/2", new(Modulus, c => c.Elastic.TetragonalShear) },
        { "fcc-over-bcc", "energy of fcc over bcc", new(Phase, c => 1e3 * c.EnergyOverBcc(CrystalStructures.FaceCentredCubic)) },
        { "hcp-over-bcc", "energy of hcp, with its own c/a, over bcc", new(Phase, c => 1e3 * c.EnergyOverBcc(CrystalStructures.HexagonalClosePacked)) },
        { "hcp-axial-ratio", "c/a of hcp", new("", c => c.Crystal(CrystalStructures.HexagonalClosePacked).AxialRatio!.Value) },
        { "sc-over-bcc", "energy of simple cubic over bcc", new(Phase, c => 1e3 * c.EnergyOverBcc(CrystalStructures.SimpleCubic)) },
        { "vacancy-formation", "formation energy of a vacancy, relaxed, 1024 sites at constant volume", new(Energy, c => c.Vacancy.FormationEnergy) },
        { "vacancy-migration", "highest energy as a neighbour is dragged into the vacancy", new(Energy, c => c.Vacancy.MigrationEnergy) },
        { "surface-100", "energy of the relaxed (100) surface", new(Surface, c => c.Surface(SurfaceOrientations.Cube)) },
        { "surface-110", "energy of the relaxed (110) surface", new(Surface, c => c.Surface(SurfaceOrientations.Dodecahedron)) },
        { "surface-111", "energy of the relaxed (111) surface", new(Surface, c => c.Surface(SurfaceOrientations.Octahedron)) },
    };
}
