using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Tests.Properties;

public class ReferenceValueTests
{
    private const string Sources = "sources:\n  - {id: me, citation: My own}\n";

    // but the drag of a vacancy with the wider window, which LAMMPS was not asked for
    [Fact]
    public void Every_property_of_every_potential_has_a_value_of_another_program()
    {
        foreach (string potential in InteratomicPotentials.All.Names)
        {
            foreach (string property in StaticProperties.All.Names.Where(p => (potential, p) != ("li-kim-2012-smooth", "vacancy-migration"))) Assert.StartsWith("LAMMPS", ReferenceValues.Lithium.Calculated(potential, property)!.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_value_carries_its_source_and_its_note()
    {
        ReferenceValue migration = ReferenceValues.Lithium.Published("vacancy-migration")!;
        Assert.Equal(0.08, migration.Value);
        Assert.Contains("Siegel", migration.Source, StringComparison.Ordinal);
        Assert.Contains("0.48 eV", migration.Note, StringComparison.Ordinal);
        Assert.Null(ReferenceValues.Lithium.Published("sc-over-bcc"));
    }

    [Theory]
    [InlineData("published:\n  - {property: c13, value: 1, source: me}\ncalculated: []\n", "'property' cannot be 'c13'")]
    [InlineData("published:\n  - {property: c11, value: 1, source: you}\n", "unknown source 'you'")]
    [InlineData("published:\n  - {property: c11, value: 1, source: me}\n  - {property: c11, value: 2, source: me}\n", "'c11' is there twice")]
    public void Values_that_cannot_be_used_are_refused(string values, string problem)
    {
        string rest = values.Contains("calculated", StringComparison.Ordinal) ? "" : "calculated:\n  - {potential: li-kim-2012, property: c11, value: 1, source: me}\n";
        Assert.Equal(problem, Assert.Throws<InputException>(() => ReferenceValues.Parse(Sources + values + rest, "values.yaml")).Problem);
    }
}
