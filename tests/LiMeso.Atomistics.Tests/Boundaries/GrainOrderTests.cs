using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Boundaries;

public class GrainOrderTests
{
    [Fact]
    public void Grains_of_bcc_are_bcc_whatever_the_boundaries_are()
    {
        AtomicSystem crystal = CrystalStructures.BodyCentredCubic.Build(3.5, (4, 30, 4), 6.94);
        Assert.Equal((1, 1), GrainOrder.Bcc(crystal));
        // 105 Å: shake what lies within 10 Å of 0 and 1/2
        double[] shaken = [.. crystal.Positions];
        for (int atom = 0; atom < crystal.Count; atom++)
        {
            double height = 2 * crystal.Box.ToFraction(crystal.Position(atom)).Y;
            if (Math.Abs(height - Math.Round(height)) * 52.5 < 8) shaken[3 * atom] += 0.9 * Math.Sin(7.3 * atom);
        }

        (double inside, double all) = GrainOrder.Bcc(new AtomicSystem(crystal.Box, shaken, crystal.Mass));
        Assert.Equal(1, inside);
        Assert.InRange(all, 0.5, 0.9);
    }

    [Fact]
    public void Grains_that_became_fcc_are_not()
    {
        AtomicSystem other = CrystalStructures.FaceCentredCubic.Build(4.4, (4, 24, 4), 6.94);
        Assert.Equal(0, GrainOrder.BccInside(other));
    }
}
