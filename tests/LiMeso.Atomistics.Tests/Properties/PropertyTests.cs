using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Atomistics.Tests.TestDoubles;

namespace LiMeso.Atomistics.Tests.Properties;

/// <summary>Properties of the pair potential whose lattice sums are known.</summary>
public class PropertyTests
{
    // What lies beyond the reach R of the test potential is, per atom, the integral 8 π n ε σ¹²/(9 R⁹) = 1.3e-6 eV: all closed answers hold to that.
    private const double Tail = 2e-6;

    private static readonly EvaluatorOptions _options = new();
    private static readonly MiePotential _potential = MieFcc.Potential;

    private static readonly Lazy<EquilibriumCrystal> _fcc = new(() => EquilibriumCrystal.Find(_potential, CrystalStructures.FaceCentredCubic, _options));

    [Fact]
    public void The_lattice_constant_and_the_cohesive_energy_are_those_of_the_lattice_sums()
    {
        Assert.Equal(MieFcc.LatticeConstant, _fcc.Value.LatticeConstant, 1e-5);
        Assert.Equal(MieFcc.EnergyPerAtom, _fcc.Value.EnergyPerAtom, Tail);
        Assert.Null(_fcc.Value.AxialRatio);
    }

    [Fact]
    public void The_bcc_lattice_sums_give_its_energy_too()
    {
        const double A12 = 9.114183268075333, A24 = 8.190155475483163;
        EquilibriumCrystal bcc = EquilibriumCrystal.Find(_potential, CrystalStructures.BodyCentredCubic, _options);
        Assert.Equal(-_potential.Epsilon * A12 * A12 / (2 * A24), bcc.EnergyPerAtom, Tail);
        Assert.Equal(2 / Math.Sqrt(3) * _potential.Sigma * Math.Pow(2 * A24 / A12, 1.0 / 12), bcc.LatticeConstant, 1e-5);
    }

    [Fact]
    public void Elastic_constants_of_a_pair_potential_obey_Cauchy_and_give_its_bulk_modulus()
    {
        ElasticConstants c = ElasticConstants.Of(_potential, _fcc.Value, _options);
        // Central differences of stress at a strain h = 2e-4 err by h²/6 σ‴/σ′ ≈ h²/6 · 700 = 5e-6 for exponents 24 and 12.
        Assert.Equal(1, c.BulkModulus / MieFcc.BulkModulus, 2e-5);
        Assert.Equal(1, c.C12 / c.C44, 2e-5);
        Assert.Equal((c.C11 + 2 * c.C12) / 3, c.BulkModulus, 12);
        Assert.Equal((c.C11 - c.C12) / 2, c.TetragonalShear, 12);
    }

    [Fact]
    public void Hcp_relaxes_its_axial_ratio_to_a_stationary_point()
    {
        EquilibriumCrystal hcp = EquilibriumCrystal.Find(_potential, CrystalStructures.HexagonalClosePacked, _options);
        using IForceEvaluator evaluator = _potential.CreateEvaluator(_options);
        double At(double a, double ratio)
        {
            var found = new Interactions(4);
            evaluator.Evaluate(CrystalStructures.HexagonalClosePacked.Build(a, (1, 1, 1), 1, ratio), found);
            return found.Energy / 4;
        }

        (double a, double q, double e) = (hcp.LatticeConstant, hcp.AxialRatio!.Value, hcp.EnergyPerAtom);
        Assert.Equal(e, At(a, q), 12);
        foreach ((double da, double dq) in (ReadOnlySpan<(double, double)>)[(1e-3, 0), (-1e-3, 0), (0, 1e-3), (0, -1e-3), (1e-3, -1e-3)])
            Assert.True(At(a + da, q + dq) > e);
        // Pairs prefer close packing; the twelve nearest of hcp and fcc are as far, and the second ones too.
        Assert.InRange(q, 1.63, 1.64);
        Assert.InRange(Math.Abs(e - _fcc.Value.EnergyPerAtom), 0, 2e-3);
    }

    [Fact]
    public void An_unrelaxed_vacancy_of_a_pair_potential_costs_the_cohesive_energy_and_relaxing_gives_some_back()
    {
        // Removing an atom breaks bonds of 2 E, of which E returns with the atom to the crystal. Neighbours that hardly overlap gain little by moving.
        var vacancy = new Vacancy(_potential, _fcc.Value, _options, cells: 3);
        Assert.Equal(108, vacancy.Sites);
        Assert.InRange(vacancy.FormationEnergy, 0.999 * -MieFcc.EnergyPerAtom, -MieFcc.EnergyPerAtom - 1e-5);
    }

    [Fact]
    public void The_energy_rises_along_the_path_of_a_vacancy_to_its_middle_and_mirrors_there()
    {
        var vacancy = new Vacancy(_potential, _fcc.Value, _options, cells: 2);
        IReadOnlyList<(double Fraction, double Energy)> path = vacancy.MigrationPath(samples: 3);
        Assert.Equal([1.0 / 6, 1.0 / 3, 0.5], path.Select(p => p.Fraction), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(path.Select(p => p.Energy).Order(), path.Select(p => p.Energy));
        Assert.Equal(path[^1].Energy, vacancy.MigrationEnergy, 1e-3);
    }

    [Theory]
    [InlineData("100", 4)]
    [InlineData("111", 3)]
    public void Surfaces_cost_their_broken_bonds(string surface, int broken)
    {
        // A pair potential with nearest neighbours alone: γ A = |E| · broken/12. Farther neighbours add some per cent, all of the same sign as their bonds.
        double a = _fcc.Value.LatticeConstant;
        double area = surface == "100" ? a * a / 2 : a * a * Math.Sqrt(3) / 4;
        double perAtom = -MieFcc.EnergyPerAtom * broken / 12;
        double gamma = SurfaceEnergy.Of(_potential, _fcc.Value, SurfaceOrientations.All[surface], _options, relaxed: false) / 16.02176634;
        Assert.InRange(gamma * area / perAtom, 1, 1.08);
        double relaxed = SurfaceEnergy.Of(_potential, _fcc.Value, SurfaceOrientations.All[surface], _options) / 16.02176634;
        Assert.InRange(relaxed / gamma, 0.99, 0.999999);
    }
}
