using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Analysis;

public class LocalStructureTests
{
    public static TheoryData<string, LocalStructure> Crystals => new() { { "bcc", LocalStructure.Bcc }, { "fcc", LocalStructure.Fcc }, { "hcp", LocalStructure.Hcp }, { "sc", LocalStructure.Other } };

    [Theory]
    [MemberData(nameof(Crystals))]
    public void Crystals_are_known_at_any_density_strained_and_rattled(string name, LocalStructure expected)
    {
        foreach (double nearest in (double[])[2.5, 3.02, 3.5])
        {
            CrystalStructure structure = CrystalStructures.All[name];
            AtomicSystem crystal = structure.Build(nearest / structure.NearestNeighbour, (4, 4, 4), 6.94);
            Assert.All(CommonNeighbours.Classify(crystal, 2 * nearest), s => Assert.Equal(expected, s));
            new Deformation(1.03, 0.98, 1, 0.02, 0, -0.01).ApplyTo(crystal);
            for (int i = 0; i < crystal.Count; i++)
            {
                (double x, double y, double z) = CounterRandom.Normal(1, 0, (ulong)i);
                (crystal.Position(i) + 0.015 * nearest * new Vector3(x, y, z)).CopyTo(crystal.Positions.AsSpan(3 * i));
            }

            Assert.All(CommonNeighbours.Classify(crystal, 2 * nearest), s => Assert.Equal(expected, s));
        }
    }

    [Fact]
    public void A_vacancy_and_a_surface_are_no_crystal_and_their_neighbourhood_ends_soon()
    {
        AtomicSystem block = PointDefects.WithoutAtom(CrystalStructures.BodyCentredCubic.Build(3.5, (6, 6, 6), 6.94), 0);
        LocalStructure[] structures = CommonNeighbours.Classify(block, 6);
        Assert.Equal(14, structures.Count(s => s != LocalStructure.Bcc));
        Assert.Equal((double)(block.Count - 14) / block.Count, CommonNeighbours.Fraction(structures, LocalStructure.Bcc, _ => true));
        Assert.True(double.IsNaN(CommonNeighbours.Fraction(structures, LocalStructure.Bcc, _ => false)));
        Assert.All(CommonNeighbours.Classify(new AtomicSystem(SimulationBox.Orthogonal(50, 50, 50), new double[3], 1), 6), s => Assert.Equal(LocalStructure.Other, s));
    }

    // An instant of a hot crystal; means over a vibration are sharper.
    [Fact]
    public void At_300_K_lithium_is_still_seen_as_bcc()
    {
        IInteratomicPotential lithium = InteratomicPotentials.All[InteratomicPotentials.Default];
        AtomicSystem crystal = CrystalStructures.BodyCentredCubic.Build(3.55, (6, 6, 6), lithium.Mass);
        var settings = new DynamicsSettings(0.002) { Thermostat = new LangevinThermostat(0.05, 1), Temperature = TemperatureProgram.Constant(300) };
        ThermalVelocities.Draw(crystal, settings.FreedomOf(crystal.Count), 600, 1);
        using IForceEvaluator evaluator = lithium.CreateEvaluator(new EvaluatorOptions());
        var dynamics = new MolecularDynamics(crystal, evaluator, settings);
        for (int step = 0; step < 150; step++) dynamics.Advance();
        LocalStructure[] structures = CommonNeighbours.Classify(crystal, 6.5);
        Assert.True(CommonNeighbours.Fraction(structures, LocalStructure.Bcc, _ => true) > 0.5);
        Assert.InRange(CommonNeighbours.Fraction(structures, LocalStructure.Fcc, _ => true) + CommonNeighbours.Fraction(structures, LocalStructure.Hcp, _ => true), 0, 0.02);
    }
}
