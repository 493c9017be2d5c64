using System.Globalization;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Potentials;
using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Tests.Boundaries;

public class TranslationTests
{
    private const double LatticeConstant = 3.487567;

    [Fact]
    public void Grids_and_periods_of_the_gamma_surface_are_those_of_the_other_program()
    {
        foreach (CsvRow row in CsvInput.Read(Path.Combine(AppContext.BaseDirectory, "Reference", "boundaries", "catalogue.csv")).Rows)
        {
            var grid = TranslationGrid.Usual(BoundaryCatalogue.Find(row["id"])!.Geometry, 3.5);
            int Number(string column) => int.Parse(row[column], CultureInfo.InvariantCulture);
            Assert.Equal((row["id"], Number("grid-x"), Number("grid-z")), (row["id"], grid.PointsX, grid.PointsZ));
            Assert.Equal((row["id"], Number("distinct-grid-points"), (long)Number("gamma-periods")), (row["id"], grid.DistinctByPeriod, grid.PeriodsInCell));
        }
    }

    // What symmetry calls the same has the same energy to rounding, whether or not the cell leans; what it calls different, here, has not.
    [Theory]
    [InlineData("GB04", 20)]                    // as many as an independent count: S5(310)
    [InlineData("GB35", 15)]                    // S5(001) twist
    [InlineData("GB17", 40)]
    [InlineData("GB53", null)]                  // S7(11-1) twist: leans
    [InlineData("GB55", null)]
    public void Translations_that_symmetry_makes_equal_have_equal_energies(string id, int? distinct)
    {
        BoundaryGeometry geometry = BoundaryCatalogue.Find(id)!.Geometry;
        var grid = new TranslationGrid(geometry, 8, 8);
        if (distinct is { } count) Assert.Equal(count, grid.Distinct.Count);
        IInteratomicPotential lithium = InteratomicPotentials.All[InteratomicPotentials.Default];
        // one evaluator: lists of another translation are made anew
        using IForceEvaluator evaluator = lithium.CreateEvaluator(new EvaluatorOptions());
        double[] energies = [.. Enumerable.Range(0, grid.Count).Select(Energy)];
        Assert.All(Enumerable.Range(0, grid.Count), k => Assert.Equal(energies[grid.Representative(k)], energies[k], 1e-8));
        double[] lowestFirst = [.. grid.Distinct.Select(k => energies[k]).Order()];
        Assert.True(lowestFirst.Zip(lowestFirst.Skip(1), (a, b) => b - a).Count(gap => gap > 1e-6) > grid.Distinct.Count / 3);

        double Energy(int point)
        {
            // a gap keeps atoms from coming so close that rounding is magnified
            var bicrystal = Bicrystal.Build(geometry, new BicrystalOptions(LatticeConstant, lithium.Mass) { Separation = 12, Shift = grid.Shift(point), Gap = 1 });
            var found = new Interactions(bicrystal.System.Count);
            evaluator.Evaluate(bicrystal.System, found);
            return found.Energy;
        }
    }
}
