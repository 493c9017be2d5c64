using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests;

public class SimulationBoxTests
{
    private static readonly SimulationBox _sheared = new(new(1, -2, 3), new(10, 12, 14), 2.5, -1.5, 3, (true, true, true));

    [Fact]
    public void Fractions_and_positions_are_inverse_to_each_other()
    {
        var position = new Vector3(3.1, 4.7, -2.2);
        Assert.InRange((_sheared.ToPosition(_sheared.ToFraction(position)) - position).Length, 0, 1e-14);
    }

    [Fact]
    public void Widths_are_the_distances_between_opposite_faces()
    {
        // The distance between the faces across C is C along the normal of A and B, which is z.
        Assert.Equal(14, _sheared.Widths.Z, 14);
        // The normal of the faces across B is A × C = (0, −Lz, yz) without its length.
        Assert.Equal(12 * 14 / Math.Sqrt(14 * 14 + 3 * 3), _sheared.Widths.Y, 13);
    }
}
