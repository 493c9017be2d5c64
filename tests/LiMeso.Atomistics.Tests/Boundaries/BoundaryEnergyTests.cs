using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Boundaries;

public class BoundaryEnergyTests
{
    // LAMMPS with the same potential: a search of 51 relaxations. Its twin is the unshifted bicrystal.
    [Fact]
    public void The_twin_has_the_energy_that_LAMMPS_finds()
    {
        IInteratomicPotential lithium = InteratomicPotentials.All[InteratomicPotentials.Default];
        var crystal = EquilibriumCrystal.Find(lithium, CrystalStructures.BodyCentredCubic, new EvaluatorOptions());
        AtomicSystem twin = Bicrystal.Build(BoundaryCatalogue.Find("GB17")!.Geometry, new BicrystalOptions(crystal.LatticeConstant, lithium.Mass)).System;
        using IForceEvaluator evaluator = lithium.CreateEvaluator(new EvaluatorOptions());
        CancellationToken stop = TestContext.Current.CancellationToken;
        RelaxedBoundary across = BoundaryRelaxation.Run(twin, evaluator, BoundaryRelaxation.Normal, new RelaxationEffort(1e-4, 1000), stop);
        Assert.True(across.Converged);
        Assert.Equal(0.0214, BoundaryEnergy.Of(across.Energy, twin, crystal), 1e-4);
        RelaxedBoundary all = BoundaryRelaxation.Run(twin, evaluator, BoxFreedom.Lengths, new RelaxationEffort(1e-4, 1000), stop);
        Assert.Equal(0.0210, BoundaryEnergy.Of(all.Energy, twin, crystal), 1e-4);

        LocalStructure[] structures = CommonNeighbours.Classify(twin, 6);
        Assert.Equal(1, CommonNeighbours.Fraction(structures, LocalStructure.Bcc, i => Math.Abs(4 * twin.Box.ToFraction(twin.Position(i)).Y % 2 - 1) < 0.5));
    }

    [Fact]
    public void An_effort_that_ends_leaves_a_structure_whose_energy_it_tells()
    {
        IInteratomicPotential lithium = InteratomicPotentials.All[InteratomicPotentials.Default];
        AtomicSystem system = Bicrystal.Build(BoundaryCatalogue.Find("GB17")!.Geometry, new BicrystalOptions(3.4876, lithium.Mass) { Separation = 15, Shift = (0.25, 0.25) }).System;
        using IForceEvaluator evaluator = lithium.CreateEvaluator(new EvaluatorOptions()), fresh = lithium.CreateEvaluator(new EvaluatorOptions());
        RelaxedBoundary part = BoundaryRelaxation.Run(system, evaluator, BoundaryRelaxation.Normal, new RelaxationEffort(1e-6, 10), TestContext.Current.CancellationToken);
        Assert.False(part.Converged);
        var found = new Interactions(system.Count);
        fresh.Evaluate(system, found);
        Assert.Equal(found.Energy, part.Energy, 1e-9);
    }
}
