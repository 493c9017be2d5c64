using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Kinds.BoundaryDiffusion;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class BoundaryOrderTests
{
    private const double Width = 20, FarFrom = 20;

    [Theory]
    [InlineData(0, -0.05, 0.05)]
    [InlineData(0.5, 0.5, 0.95)]         // three of four pairs have an atom that is out of place
    [InlineData(1, 0.8, 1.3)]
    public void A_boundary_of_crystal_is_no_melt_and_one_without_order_is(double disordered, double least, double most)
    {
        AtomicSystem system = CrystalStructures.BodyCentredCubic.Build(3.55, (6, 36, 6), 6.94);
        for (int atom = 0; atom < system.Count; atom++)
        {
            double height = 2 * system.Box.ToFraction(system.Position(atom)).Y, distance = 0.25 * system.Box.Lengths.Y * 2 * Math.Abs(height - Math.Round(height));
            (double x, double y, double z) = CounterRandom.Normal(3, 0, (ulong)atom);
            // so far from its site that nothing of the shells is left, within its plane
            double spread = distance < 0.5 * Width + 4 && atom % 10 < 10 * disordered ? 6 : 0.2;
            system.Positions[3 * atom] += spread * x;
            system.Positions[3 * atom + 1] += 0.2 * y;
            system.Positions[3 * atom + 2] += spread * z;
        }

        var order = new BoundaryOrder(FarFrom);
        order.Add(system, new BoundaryPair(new(0, Width), new(0.5, Width)));
        Assert.InRange(order.Melted, least, most);
        Assert.InRange(order.FarBcc, 0.6, 1);
        if (disordered > 0) Assert.True(order.BoundaryCentrosymmetry > 1.2 * order.FarCentrosymmetry, $"{order.BoundaryCentrosymmetry} {order.FarCentrosymmetry}");
        else Assert.Equal(order.FarCentrosymmetry, order.BoundaryCentrosymmetry, 0.1 * order.FarCentrosymmetry);
    }
}
