using FsCheck.Fluent;
using LiMeso.FiniteVolume.Operators;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Operators;

public class FluxDivergenceTests
{
    // The kernel does the same operations in the same order as its scalar twin, so the bits agree at every size and vector width.
    [Fact]
    public void The_vectorised_kernel_equals_its_scalar_twin_bit_for_bit() =>
        Prop.ForAll(
            Gen.Choose(2, 40).ToArbitrary(),
            Gen.Choose(2, 9).ToArbitrary(),
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            (rowLength, rows, seed) =>
            {
                var random = new Random(seed);
                int n = rowLength * rows;
                double[] c = Values(n, random), east = Values(n, random), north = Values(n, random);
                for (int j = 0; j < rows; j++) east[rowLength * (j + 1) - 1] = 0;
                Array.Clear(north, n - rowLength, rowLength);

                double[] inflow = new double[n];
                FluxDivergence.Compute(c, east, inflow);
                FluxDivergence.AddAcrossRows(c, north, rowLength, inflow);
                return inflow.SequenceEqual(ScalarTwin(c, east, north, rowLength));
            }).HoldsForRandomCases();

    [Fact]
    public void What_flows_out_of_one_cell_flows_into_another()
    {
        var random = new Random(7);
        double[] c = Values(91, random), east = Values(91, random), inflow = new double[91];
        east[^1] = 0;
        FluxDivergence.Compute(c, east, inflow);
        Assert.InRange(inflow.Sum() / inflow.Max(Math.Abs), -1e-14, 1e-14);        // 91 terms of rounding error 1e-16
    }

    private static double[] Values(int n, Random random) => [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];

    private static double[] ScalarTwin(double[] c, double[] east, double[] north, int w)
    {
        int n = c.Length;
        var inflow = new double[n];
        for (int p = 0; p < n; p++)
        {
            double right = p + 1 < n ? east[p] * (c[p + 1] - c[p]) : 0, left = p > 0 ? east[p - 1] * (c[p] - c[p - 1]) : 0;
            double up = p + w < n ? north[p] * (c[p + w] - c[p]) : 0, down = p >= w ? north[p - w] * (c[p] - c[p - w]) : 0;
            inflow[p] = right - left + (up - down);
        }

        return inflow;
    }
}
