using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using static LiMeso.Atomistics.Tests.Meam.MeamSystems;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>Energies, forces and virials do not know where a system lies, how it is turned, in which order its atoms come and how much of a periodic system is written down.</summary>
public class MeamInvarianceTests
{
    // eV and eV/Å: forces of some 5 eV/Å are sums of 10³ terms, and positions have other last bits.
    private const double Rounding = 1e-11;

    [Fact]
    public void A_cluster_may_be_moved()
    {
        AtomicSystem system = Cluster();
        AssertSame(Evaluate(system), Evaluate(Shifted(system, new(3.7, -8.1, 0.3))));
    }

    // Some atoms leave through the faces of the box, and are given as they left or brought back.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Atoms_may_leave_through_periodic_faces(bool wrapped)
    {
        AtomicSystem system = Rattled(4, 0.2, 15);
        system.Box = system.Box with { Xy = 2.1, Xz = -1.4, Yz = 3.3 };
        AtomicSystem moved = Shifted(system, new(7.3, -20.9, 5.5));
        if (wrapped)
        {
            for (int i = 0; i < moved.Count; i++) PeriodicImages.Wrap(moved.Box, moved.Position(i)).Inside.CopyTo(moved.Positions.AsSpan(3 * i));
            Assert.NotEqual(system.Positions, moved.Positions);
        }

        AssertSame(Evaluate(system), Evaluate(moved));
    }

    // a third of a turn about [111], x → y → z → x, and about z by an angle that no lattice knows
    [Fact]
    public void A_cluster_may_be_turned()
    {
        (double sin, double cos) = Math.SinCos(0.7);
        foreach (double[] turn in (double[][])[[0, 0, 1, 1, 0, 0, 0, 1, 0], [cos, -sin, 0, sin, cos, 0, 0, 0, 1]])
        {
            AtomicSystem system = Cluster(), turned = Copy(system);
            for (int i = 0; i < system.Count; i++) Turn(turn, system.Position(i)).CopyTo(turned.Positions.AsSpan(3 * i));
            Interactions still = Evaluate(system), after = Evaluate(turned);
            var expected = new Interactions(system.Count) { Energy = still.Energy, Virial = Turn(turn, still.Virial) };
            still.AtomEnergies.CopyTo(expected.AtomEnergies, 0);
            for (int i = 0; i < system.Count; i++) Turn(turn, new Vector3(still.Forces[3 * i], still.Forces[3 * i + 1], still.Forces[3 * i + 2])).CopyTo(expected.Forces.AsSpan(3 * i));
            AssertSame(expected, after);
        }
    }

    [Fact]
    public void Atoms_may_come_in_any_order()
    {
        AtomicSystem system = Rattled(4, 0.2, 8);
        int[] order = [.. Enumerable.Range(0, system.Count)];
        new Random(9).Shuffle(order);
        Interactions still = Evaluate(system), after = Evaluate(new AtomicSystem(system.Box, Ordered(system.Positions, order, 3), system.Mass));
        var expected = new Interactions(system.Count) { Energy = still.Energy, Virial = still.Virial };
        Ordered(still.Forces, order, 3).CopyTo(expected.Forces, 0);
        Ordered(still.AtomEnergies, order, 1).CopyTo(expected.AtomEnergies, 0);
        AssertSame(expected, after);
    }

    // One cell of 3.55 Å is thinner than the cutoff: its atoms meet images of themselves.
    [Theory]
    [InlineData(1, 4, 3, 3)]
    [InlineData(2, 2, 3, 1)]
    [InlineData(3, 1, 2, 2)]
    public void A_supercell_has_the_energies_forces_and_virial_of_its_cells(int cells, int a, int b, int c)
    {
        AtomicSystem small = Rattled(cells, 0.15, 10), large = Repetition.Of(small, (a, b, c));
        int copies = a * b * c;
        Interactions cell = Evaluate(small);
        var expected = new Interactions(large.Count) { Energy = copies * cell.Energy, Virial = copies * cell.Virial };
        for (int copy = 0; copy < copies; copy++)
        {
            cell.Forces.CopyTo(expected.Forces, copy * cell.Forces.Length);
            cell.AtomEnergies.CopyTo(expected.AtomEnergies, copy * cell.AtomEnergies.Length);
        }

        AssertSame(expected, Evaluate(large));
    }

    // Totals of N atoms are allowed N times as much.
    private static void AssertSame(Interactions expected, Interactions found)
    {
        int atoms = expected.AtomEnergies.Length;
        Assert.InRange(Worst(expected.AtomEnergies, found.AtomEnergies), 0, Rounding);
        Assert.InRange(Worst(expected.Forces, found.Forces), 0, Rounding);
        Assert.InRange(Math.Abs(expected.Energy - found.Energy), 0, atoms * Rounding);
        Assert.InRange(Worst(expected.Virial.ToArray(), found.Virial.ToArray()), 0, atoms * Rounding);
    }

    private static AtomicSystem Cluster()
    {
        AtomicSystem system = Rattled(3, 0.2, 8);
        system.Box = system.Box with { Periodic = (false, false, false) };
        return system;
    }

    private static AtomicSystem Shifted(AtomicSystem system, Vector3 by)
    {
        AtomicSystem moved = Copy(system);
        for (int i = 0; i < moved.Count; i++) (system.Position(i) + by).CopyTo(moved.Positions.AsSpan(3 * i));
        return moved;
    }

    private static double[] Ordered(double[] values, int[] order, int components) => [.. order.SelectMany(i => values[(components * i)..(components * (i + 1))])];

    private static Vector3 Turn(double[] rows, Vector3 v) =>
        new(rows[0] * v.X + rows[1] * v.Y + rows[2] * v.Z, rows[3] * v.X + rows[4] * v.Y + rows[5] * v.Z, rows[6] * v.X + rows[7] * v.Y + rows[8] * v.Z);

    // R W Rᵀ
    private static SymmetricTensor Turn(double[] rows, SymmetricTensor w)
    {
        double[] full = [w.Xx, w.Xy, w.Xz, w.Xy, w.Yy, w.Yz, w.Xz, w.Yz, w.Zz];
        double At(int a, int b)
        {
            double sum = 0;
            for (int k = 0; k < 9; k++) sum += rows[3 * a + k / 3] * full[k] * rows[3 * b + k % 3];
            return sum;
        }

        return new(At(0, 0), At(1, 1), At(2, 2), At(0, 1), At(0, 2), At(1, 2));
    }
}
