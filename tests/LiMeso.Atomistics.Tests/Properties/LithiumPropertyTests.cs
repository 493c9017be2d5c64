using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Properties;

/// <summary>
/// Properties of the lithium potentials against LAMMPS with KIM. At rc = 5.0 Å (archived) they are absurd, and must be reproduced so: the third shell of bcc, 4.93 Å away, lies in the window
/// from 4.9 to 5.0 Å in which the pair potential is switched off, so that E(a) follows the window's slope there.
/// </summary>
public class LithiumPropertyTests
{
    private const string Default = "li-kim-2012", Archived = "li-kim-2012-archived", Short = "li-kim-2012-rc4.5", Smooth = "li-kim-2012-smooth";

    private static readonly EvaluatorOptions _options = new();
    private static readonly Dictionary<string, PropertyContext> _contexts = new[] { Default, Archived, Short, Smooth }
        .ToDictionary(name => name, name => new PropertyContext(InteratomicPotentials.All[name], _options));

    // Half a unit of the last digit that the oracle printed, and a little for its own convergence (pressures to 0.01 bar, forces to 1e-6 eV/Å).
    private static readonly Dictionary<string, double> _tolerance = new()
    {
        ["lattice-constant"] = 1e-6,
        ["cohesive-energy"] = 1e-6,
        ["c11"] = 0.006,
        ["c12"] = 0.006,
        ["c44"] = 0.006,
        ["bulk-modulus"] = 0.006,
        ["tetragonal-shear"] = 0.006,
        ["fcc-over-bcc"] = 0.006,
        ["hcp-over-bcc"] = 0.006,
        ["hcp-axial-ratio"] = 6e-4,
        ["sc-over-bcc"] = 0.06,
        ["vacancy-formation"] = 6e-5,
        ["surface-100"] = 6e-5,
        ["surface-110"] = 6e-5,
        ["surface-111"] = 6e-5,
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (string potential in _contexts.Keys)
            {
                foreach (string property in _tolerance.Keys) all.Add(potential, property);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Static_properties_are_those_of_LAMMPS(string potential, string property)
    {
        ReferenceValue oracle = ReferenceValues.Lithium.Calculated(potential, property)!;
        // Constants of 200 GPa are printed to 0.1.
        double tolerance = _tolerance[property] * (potential == Archived && StaticProperties.All[property].Unit == "GPa" ? 10 : 1);
        Assert.Equal(oracle.Value, StaticProperties.All[property].Compute(_contexts[potential]), tolerance);
    }

    // Neighbours of the dragged atom have shallow minima beside each other. At rc = 4.5 and 4.8 Å the path through them is robust, to 1e-4 eV whatever the rounding; in the window of the archived
    // potential two of them, 2 meV apart, win by chance: LAMMPS finds one with 686 sites and the other with 1024.
    [Theory]
    [InlineData(Default, 7, 0.1244, 2e-4)]
    [InlineData(Archived, 7, 0.1538, 2.5e-3)]
    [InlineData(Short, 7, 0.0805, 2e-4)]
    [InlineData(Short, 8, 0.0798, 2e-4)]
    public void The_barrier_of_a_dragged_vacancy_is_that_of_LAMMPS(string potential, int cells, double oracle, double tolerance)
    {
        var vacancy = new Vacancy(InteratomicPotentials.All[potential], _contexts[potential].Bcc, _options, cells);
        Assert.Equal(oracle, vacancy.MigrationEnergy, tolerance);
    }

    [Fact]
    public void Unrelaxed_surfaces_are_those_of_LAMMPS()
    {
        foreach ((string surface, double oracle) in (ReadOnlySpan<(string, double)>)[("100", 0.390512), ("110", 0.390999), ("111", 0.461737)])
        {
            double gamma = SurfaceEnergy.Of(InteratomicPotentials.All[Default], _contexts[Default].Bcc, SurfaceOrientations.All[surface], _options, relaxed: false);
            Assert.Equal(oracle, gamma, 2e-6);
        }
    }

    [Fact]
    public void The_archived_cutoff_makes_the_crystal_ten_times_too_stiff_and_the_default_one_does_not()
    {
        double published = ReferenceValues.Lithium.Published("bulk-modulus")!.Value;
        Assert.Equal(published, _contexts[Default].Elastic.BulkModulus, 0.1);
        Assert.InRange(_contexts[Archived].Elastic.BulkModulus / published, 10, 11);
    }

    [Fact]
    public void Bcc_is_the_stable_phase_with_the_default_cutoff_alone_however_wide_its_window()
    {
        Assert.True(_contexts[Default].EnergyOverBcc(CrystalStructures.FaceCentredCubic) > 0);
        Assert.Equal(_contexts[Default].EnergyOverBcc(CrystalStructures.FaceCentredCubic), _contexts[Smooth].EnergyOverBcc(CrystalStructures.FaceCentredCubic), 1e-9);
        Assert.True(_contexts[Archived].EnergyOverBcc(CrystalStructures.FaceCentredCubic) < 0);
        Assert.True(_contexts[Short].EnergyOverBcc(CrystalStructures.FaceCentredCubic) < 0);
    }
}
