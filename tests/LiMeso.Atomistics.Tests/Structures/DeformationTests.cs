using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Structures;

public class DeformationTests
{
    private static readonly Deformation _some = new(1.1, 0.9, 1.3, 0.2, -0.4, 0.3);

    [Fact]
    public void The_inverse_undoes_a_deformation()
    {
        var v = new Vector3(1.7, -2.3, 0.9);
        Assert.InRange((_some.Inverse.Apply(_some.Apply(v)) - v).Length, 0, 1e-15);
        Assert.Equal(1, _some.Determinant * _some.Inverse.Determinant, 15);
    }

    [Fact]
    public void Atoms_keep_their_fractions_of_a_deformed_box()
    {
        var box = new SimulationBox(new(1, 2, 3), new(10, 11, 12), 1, 2, -3, (true, true, true));
        var system = new AtomicSystem(box, [3, 4, 5, -1, 0, 20], 6.94);
        Vector3[] before = [box.ToFraction(system.Position(0)), box.ToFraction(system.Position(1))];
        _some.ApplyTo(system);
        Assert.Equal(box.Volume * _some.Determinant, system.Box.Volume, 9);
        for (int i = 0; i < 2; i++) Assert.InRange((system.Box.ToFraction(system.Position(i)) - before[i]).Length, 0, 1e-15);
    }

    [Fact]
    public void A_deformation_that_turns_the_box_inside_out_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Deformation(-1, 1, 1, 0, 0, 0).Apply(SimulationBox.Orthogonal(1, 1, 1)));
}
