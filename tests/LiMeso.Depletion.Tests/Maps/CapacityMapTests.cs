using LiMeso.Core;
using LiMeso.Depletion.Maps;
using LiMeso.Tests;

namespace LiMeso.Depletion.Tests.Maps;

public class CapacityMapTests
{
    [Fact] // the table's Λ and u, at the accuracy of the table
    public void A_map_agrees_with_the_table_to_1e12()
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("depletion_times.csv").Rows;
        double[] map = [.. rows.Select(r => r.Number("Lambda"))];
        CapacityMap.Utilisation(map, map);
        for (int i = 0; i < map.Length; i++) Agreement.Relative(rows[i].Number("utilisation"), map[i], 1e-12, rows[i].Text("id"));
    }

    [Fact]
    public void A_map_is_made_of_single_solutions()
    {
        double c0 = InitialConcentration.FromDensity(PhysicalConstants.LithiumDensity);
        double[] current = [0.5, 10, 30, 200], diffusivity = [1e-15, 3e-14, 1e-13, 8e-13, 1e-11], map = new double[20];
        CapacityMap.Capacity(current, diffusivity, 25e-6, c0, map);
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 5; j++)
                Agreement.Relative(new StrippingProblem(current[i], 25e-6, diffusivity[j], c0).Solve().Capacity, map[5 * i + j], 2e-15);
    }

    [Fact]
    public void A_map_allocates_nothing()
    {
        double[] current = [.. Enumerable.Range(1, 50).Select(i => 2.0 * i)], diffusivity = [.. current.Select(i => 1e-14 * i)], map = new double[2500];
        CapacityMap.Capacity(current, diffusivity, 25e-6, 76945, map);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CapacityMap.Capacity(current, diffusivity, 25e-6, 76945, map);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Maps_of_the_wrong_size_or_with_impossible_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CapacityMap.Utilisation([1, 2], new double[3]));
        Assert.Throws<ArgumentException>(() => CapacityMap.Capacity([1, 2], [1, 2], 1, 1, new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityMap.Utilisation([1, double.NaN], new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityMap.Capacity([1, 0], [1], 1, 1, new double[2]));
    }
}
