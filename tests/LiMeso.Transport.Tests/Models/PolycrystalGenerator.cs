using FsCheck;
using FsCheck.Fluent;
using LiMeso.Tests;
using LiMeso.Transport.Models;

namespace LiMeso.Transport.Tests.Models;

/// <summary>Random polycrystals: bulk diffusivities over twelve decades, boundaries 1e-6 to 1e6 times as fast, w/d from 1e-6 to an upper end.</summary>
internal static class PolycrystalGenerator
{
    private const int Cases = 400;

    public static void ForAll(double largestRelativeWidth, Func<PolycrystalInput, bool> holds, double smallestContrast = 1e-6, double largestContrast = 1e6)
    {
        Gen<PolycrystalInput> polycrystals =
            from bulk in LogUniform(1e-20, 1e-8)
            from contrast in LogUniform(smallestContrast, largestContrast)
            from junctions in LogUniform(1, 1e3)
            from x in LogUniform(1e-6, largestRelativeWidth)
            select new PolycrystalInput
            {
                DBulk = bulk,
                DBoundary = bulk * contrast,
                DTripleJunction = bulk * contrast * junctions,
                Width = x,
                GrainSize = 1,
            };
        Prop.ForAll(polycrystals.ToArbitrary(), holds).HoldsForRandomCases(Cases);
    }

    private static Gen<double> LogUniform(double lowest, double highest) =>
        from i in Gen.Choose(0, 1_000_000)
        select i == 1_000_000 ? highest : lowest * Math.Pow(highest / lowest, i / 1e6);
}
