using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>The reference crystal has the energy that the parameters give it, as far as the series for the pair potential goes.</summary>
public class ReferenceCrystalTests
{
    // −1.64974508 is what LAMMPS finds with its ten terms; the third shell of bcc lies beyond 4.8 Å.
    [Theory]
    [InlineData(10, -1.64974508)]
    [InlineData(200, -1.65)]
    public void Ten_terms_of_the_series_give_what_LAMMPS_finds_and_all_of_them_the_cohesive_energy(int terms, double energy)
    {
        MeamParameters p = MeamSystems.Lithium with { SeriesTerms = terms };
        double[] found = MeamSystems.Evaluate(CrystalStructures.BodyCentredCubic.Build(p.NeighbourDistance * p.Lattice.EdgePerDistance, (3, 3, 3), p.Mass), p).AtomEnergies;
        Assert.All(found, e => Assert.Equal(energy, e, 5e-9));
    }
}
