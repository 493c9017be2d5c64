using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Boundaries;

public sealed class BoundaryVacancyTests
{
    private const double Edge = 3.5;

    private static AtomicSystem Block => CrystalStructures.BodyCentredCubic.Build(Edge, (4, 4, 4), 6.94);

    [Fact]
    public void Without_a_boundary_it_is_the_vacancy_of_the_crystal()
    {
        IInteratomicPotential lithium = InteratomicPotentials.All[InteratomicPotentials.Default];
        var crystal = EquilibriumCrystal.Find(lithium, CrystalStructures.BodyCentredCubic, new EvaluatorOptions());
        AtomicSystem block = crystal.Build((4, 4, 4), lithium.Mass);
        BoundaryVacancy found = BoundaryVacancy.Relax(
            block, block.Count * crystal.EnergyPerAtom, crystal.EnergyPerAtom, 37, lithium, new RelaxationEffort(1e-4, 1000), TestContext.Current.CancellationToken);
        // forces of 1e-4 eV/Å leave less than 1e-6 eV
        Assert.Equal(new Vacancy(lithium, crystal, new EvaluatorOptions(), cells: 4).FormationEnergy, found.FormationEnergy, 1e-5);
        Assert.Equal((VacancyFate.Stays, 1, true), (found.Fate, found.EmptySites, found.Converged));
        Assert.InRange(found.LargestDisplacement, 0.01, 1);
    }

    [Fact]
    public void What_became_of_a_site_is_read_off_the_sites_that_are_empty()
    {
        AtomicSystem block = Block;
        const int removed = 0, neighbour = 1, far = 80;
        (VacancyFate Fate, int Empty, double Largest) After(params (int Atom, Vector3 Place)[] moves)
        {
            AtomicSystem rest = PointDefects.WithoutAtom(block, removed);
            foreach ((int atom, Vector3 place) in moves) place.CopyTo(rest.Positions.AsSpan(3 * (atom - 1)));
            return BoundaryVacancy.Judge(block, rest, removed);
        }

        Vector3 hole = block.Position(removed), home = block.Position(neighbour);
        double apart = (home - hole).Length;
        Assert.Equal((VacancyFate.Stays, 1, 0.0), After());
        Assert.Equal((VacancyFate.Stays, 1), (After((neighbour, home + 0.4 * (hole - home))) is var near ? near.Fate : default, near.Empty));
        Assert.Equal(VacancyFate.Rearranged, After((neighbour, home + 0.45 * (hole - home))).Fate);
        (VacancyFate fate, int empty, double largest) = After((neighbour, hole));
        Assert.Equal((VacancyFate.Moved, 1), (fate, empty));
        Assert.Equal(apart, largest, 1e-12);
        // an atom squeezed in beside another, far away
        Assert.Equal((VacancyFate.Spread, 2), (After((far, home + new Vector3(0.3, 0, 0))) is var spread ? spread.Fate : default, spread.Empty));
        // an atom that leaves through a face comes back through the other: its image is not far
        Assert.Equal(VacancyFate.Moved, After((neighbour, hole + block.Box.A)).Fate);
    }

    [Theory]
    [InlineData(0.5, 0.53, 0.53)]
    [InlineData(0, 0.98, -0.02)]
    [InlineData(0, 0.03, 0.03)]
    [InlineData(0.5, 0.5, 0.5)]
    public void The_middle_of_a_boundary_is_where_its_energies_are(double near, double at, double expected)
    {
        AtomicSystem block = CrystalStructures.BodyCentredCubic.Build(Edge, (2, 40, 2), 6.94);
        // two equal boundaries, one of them half a box further
        double[] energies = [.. Enumerable.Range(0, block.Count).Select(i => -1.65 + 1e-4 + Excess(at, i) + Excess(at + 0.5, i))];
        Assert.Equal(expected, BoundaryPlane.Find(block, energies, -1.65, near), 1e-3);
        BoundaryPair both = BoundaryPlane.FindBoth(block, energies, -1.65, 12);
        Assert.Equal(expected, (near == 0 ? both.First : both.Second).Centre, 1e-3);
        Assert.Equal((12, 12), (both.First.Width, both.Second.Width));

        double Excess(double centre, int atom)
        {
            double way = block.Box.ToFraction(block.Position(atom)).Y - centre;
            way -= Math.Round(way);
            return 0.1 * Math.Exp(-0.5 * way * way / (0.02 * 0.02));
        }
    }

    [Fact]
    public void Atoms_that_are_alike_are_one_site()
    {
        double[] energies = [-1.65, -1.6, -1.60005, -1.65, -1.5, -1.6];
        (int, double)[] atoms = [(0, 2.0), (1, 0.0), (2, 0.004), (3, 5.0), (4, 0.001), (5, 2.0)];
        Assert.Equal(
            [new(1, 0.0, 2), new(4, 0.001, 1), new(0, 2.0, 1), new(5, 2.0, 1), new(3, 5.0, 1)],
            VacancySites.Different(atoms, energies));
    }

    [Fact]
    public void A_choice_is_spread_over_the_distances_and_depends_on_the_seed_alone()
    {
        VacancySite[] sites = [.. Enumerable.Range(0, 100).Select(k => new VacancySite(k, 0.1 * k, 1))];
        IReadOnlyList<VacancySite> chosen = VacancySites.Choose(sites, 7, 1);
        Assert.Equal(7, chosen.Count);
        Assert.All(chosen.Index(), c => Assert.InRange(c.Item.Atom, 100 * c.Index / 7, 100 * (c.Index + 1) / 7 - 1));
        Assert.Equal(chosen, VacancySites.Choose(sites, 7, 1));
        Assert.NotEqual(chosen, VacancySites.Choose(sites, 7, 2));
        Assert.Equal(sites, VacancySites.Choose(sites, 100, 1));
        Assert.Empty(VacancySites.Choose(sites, 0, 1));
    }
}
