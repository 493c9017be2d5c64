using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using static LiMeso.Atomistics.Tests.Meam.MeamSystems;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>The fast evaluation is that of the equations, whatever the box, the lanes, the threads and the history of its lists.</summary>
public class MeamEvaluatorTests
{
    // Sums of some 10⁴ terms of either sign in another order.
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Energies_of_atoms_are_those_of_the_plain_equations(int width)
    {
        AtomicSystem system = Rattled(3, 0.25, 1);
        Assert.InRange(Worst(Evaluate(system, width: width).AtomEnergies, PlainMeam.AtomEnergies(Lithium, system)), 0, Rounding);
    }

    // More neighbours than four vectors of eight hold, and nearly none.
    [Theory]
    [InlineData(1, 2.8)]
    [InlineData(4, 2.8)]
    [InlineData(8, 2.8)]
    [InlineData(8, 3.1)]
    [InlineData(8, 4.6)]
    [InlineData(8, 5.7)]
    public void Dense_and_thin_crystals_are_as_good_as_any(int width, double edge)
    {
        AtomicSystem system = Rattled(4, 0.12, 21, edge);
        double[] exact = PlainMeam.AtomEnergies(Lithium, system);
        Assert.InRange(Worst(Evaluate(system, width: width).AtomEnergies, exact), 0, Rounding * exact.Max(Math.Abs));
    }

    [Fact]
    public void One_evaluator_serves_systems_of_any_density_one_after_the_other()
    {
        using var evaluator = new MeamEvaluator(Lithium, new EvaluatorOptions());
        foreach (double edge in (double[])[3.55, 2.7, 4.4, 3.0, 5.6, 3.5])
        {
            AtomicSystem system = Rattled(3, 0.1, 22, edge);
            var kept = new Interactions(system.Count);
            evaluator.Evaluate(system, kept);
            Assert.Equal(Evaluate(system).Forces, kept.Forces);
        }
    }

    [Fact]
    public void Neighbours_exactly_at_the_cutoff_are_none()
    {
        SimulationBox open = SimulationBox.Orthogonal(50, 50, 50) with { Periodic = (false, false, false) };
        foreach (double r in (double[])[Lithium.Cutoff, Math.BitDecrement(Lithium.Cutoff), Lithium.Cutoff - 1e-12])
        {
            Interactions result = Evaluate(new AtomicSystem(open, [0, 0, 0, r, 0, 0], 6.94));
            Assert.InRange(Math.Abs(result.Energy), 0, 1e-12);
            Assert.All(result.Forces, f => Assert.InRange(Math.Abs(f), 0, 1e-6));
        }
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    public void A_box_thinner_than_the_cutoff_counts_every_image(int cells, int seed)
    {
        AtomicSystem system = Rattled(cells, 0.1, seed);
        Assert.InRange(Worst(Evaluate(system).AtomEnergies, PlainMeam.AtomEnergies(Lithium, system)), 0, Rounding);
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void Faces_that_do_not_repeat_are_surfaces(bool a, bool b, bool c)
    {
        AtomicSystem system = Rattled(3, 0.15, 7);
        system.Box = system.Box with { Periodic = (a, b, c) };
        Assert.InRange(Worst(Evaluate(system).AtomEnergies, PlainMeam.AtomEnergies(Lithium, system)), 0, Rounding);
    }

    [Fact]
    public void A_sheared_box_is_as_good_as_any()
    {
        AtomicSystem system = Rattled(3, 0.1, 9);
        SimulationBox sheared = system.Box with { Xy = 2.1, Xz = -3.4, Yz = 4.9 };
        for (int i = 0; i < system.Count; i++)
        {
            Vector3 r = sheared.ToPosition(system.Box.ToFraction(system.Position(i)));
            (system.Positions[3 * i], system.Positions[3 * i + 1], system.Positions[3 * i + 2]) = (r.X, r.Y, r.Z);
        }

        system.Box = sheared;
        Assert.InRange(Worst(Evaluate(system).AtomEnergies, PlainMeam.AtomEnergies(Lithium, system)), 0, Rounding);
    }

    [Fact]
    public void A_single_atom_and_a_far_pair_have_no_energy()
    {
        SimulationBox open = SimulationBox.Orthogonal(50, 50, 50) with { Periodic = (false, false, false) };
        foreach (double[] positions in (double[][])[[1, 2, 3], [1, 2, 3, 20, 2, 3]])
        {
            Interactions result = Evaluate(new AtomicSystem(open, positions, 6.94));
            Assert.Equal(0, result.Energy);
            Assert.All(result.Forces, f => Assert.Equal(0, f));
        }
    }

    // Each sum relative to what it sums: the virial to Σ |r F|, of which most cancels.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 1)]
    [InlineData(4, 2)]
    [InlineData(8, 2)]
    [InlineData(8, 3)]
    public void Lanes_and_threads_change_nothing_but_rounding(int width, int threads)
    {
        foreach (AtomicSystem system in (AtomicSystem[])[Rattled(6, 0.3, 2), ReferenceStructure.Read("gb310_400K", "_rc4.8").System])
        {
            Interactions one = Evaluate(system), other = Evaluate(system, width: width, options: new EvaluatorOptions(threads));
            Assert.InRange(Math.Abs(one.Energy - other.Energy), 0, Rounding * Math.Abs(one.Energy));
            Assert.InRange(Worst(one.Forces, other.Forces), 0, Rounding * one.Forces.Max(Math.Abs));
            Assert.InRange(Worst(one.AtomEnergies, other.AtomEnergies), 0, Rounding * one.AtomEnergies.Max(Math.Abs));
            double terms = system.Positions.Zip(one.Forces).Sum(p => Math.Abs(p.First * p.Second));
            Assert.InRange(Worst(one.Virial.ToArray(), other.Virial.ToArray()), 0, Rounding * terms);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(200)]
    public void The_same_system_gives_the_same_bits(int threads)
    {
        AtomicSystem system = Rattled(6, 0.3, 3);
        Interactions alone = Evaluate(system, options: new EvaluatorOptions(1));
        using var evaluator = new MeamEvaluator(Lithium, new EvaluatorOptions(threads));
        Interactions first = new(system.Count), again = new(system.Count);
        evaluator.Evaluate(system, first);
        evaluator.Evaluate(system, again);
        Assert.Equal(alone.Forces, first.Forces);
        Assert.Equal(alone.AtomEnergies, first.AtomEnergies);
        Assert.Equal(first.Forces, again.Forces);
        Assert.Equal((first.Energy, first.Virial), (again.Energy, again.Virial));
    }

    [Fact]
    public void Forces_add_up_to_exactly_nothing()
    {
        Interactions result = Evaluate(Rattled(6, 0.3, 4));
        for (int c = 0; c < 3; c++)
        {
            double sum = 0;
            for (int atom = 0; atom < result.Forces.Length / 3; atom++) sum += result.Forces[3 * atom + c];
            Assert.Equal(0, sum);
        }
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.3, 1)]
    [InlineData(1.5, 1)]
    [InlineData(0.3, 2)]
    [InlineData(1.5, 3)]
    [InlineData(0.3, 200)]
    public void No_pair_is_missed_while_atoms_move_and_the_box_changes(double skin, int threads)
    {
        AtomicSystem system = Rattled(4, 0.1, 4);
        var random = new Random(11);
        var result = new Interactions(system.Count);
        using var kept = new MeamEvaluator(Lithium, new EvaluatorOptions(threads, skin));
        for (int step = 0; step < 40; step++)
        {
            for (int c = 0; c < system.Positions.Length; c++) system.Positions[c] = 1.001 * system.Positions[c] + 0.05 * (random.NextDouble() - 0.5);
            system.Box = system.Box with { Lengths = 1.001 * system.Box.Lengths, Xy = 0.02 * step };
            kept.Evaluate(system, result);
            Interactions fresh = Evaluate(system);
            Assert.InRange(Worst(result.Forces, fresh.Forces), 0, 10 * Rounding);
            Assert.InRange(Math.Abs(result.Energy - fresh.Energy), 0, Rounding * Math.Abs(fresh.Energy));
        }
    }

    [Fact]
    public void A_position_that_is_no_number_is_refused_and_leaves_nothing_behind()
    {
        AtomicSystem system = Rattled(3, 0.1, 14);
        var result = new Interactions(system.Count);
        using var evaluator = new MeamEvaluator(Lithium, new EvaluatorOptions());
        evaluator.Evaluate(system, result);
        double[] forces = [.. result.Forces];
        double kept = system.Positions[7];
        system.Positions[7] = double.NaN;
        Assert.Contains("Atom 3 ", Assert.Throws<DivergedException>(() => evaluator.Evaluate(system, result)).Message, StringComparison.Ordinal);
        system.Positions[7] = kept;
        evaluator.Evaluate(system, result);
        Assert.Equal(forces, result.Forces);

        // two atoms at one place
        double[] place = [.. system.Positions.AsSpan(0, 3)];
        system.Positions.AsSpan(3, 3).CopyTo(system.Positions);
        Assert.Throws<DivergedException>(() => evaluator.Evaluate(system, result));
        place.CopyTo(system.Positions, 0);
        evaluator.Evaluate(system, result);
        Assert.Equal(forces, result.Forces);
    }

    [Fact]
    public void An_atom_far_away_and_no_atoms_at_all_are_systems_too()
    {
        SimulationBox open = SimulationBox.Orthogonal(10, 10, 10) with { Periodic = (false, false, false) };
        Assert.Equal(0, Evaluate(new AtomicSystem(open, [], 6.94)).Energy);
        double near = Evaluate(new AtomicSystem(open, [0, 0, 0, 3, 0, 0], 6.94)).Energy;
        Assert.Equal(near, Evaluate(new AtomicSystem(open, [0, 0, 0, 3, 0, 0, 1e9, 0, 0], 6.94)).Energy);
    }

    [Fact]
    public void Restored_lists_give_the_bits_that_the_old_ones_gave()
    {
        AtomicSystem system = Rattled(5, 0.1, 6);
        var random = new Random(12);
        var result = new Interactions(system.Count);
        using var kept = new MeamEvaluator(Lithium, new EvaluatorOptions());
        kept.Evaluate(system, result);
        for (int c = 0; c < system.Positions.Length; c++) system.Positions[c] += 0.1 * (random.NextDouble() - 0.5);
        kept.Evaluate(system, result);
        using var resumed = new MeamEvaluator(Lithium, new EvaluatorOptions());
        resumed.RestoreLists(kept.CaptureLists()!);
        var again = new Interactions(system.Count);
        resumed.Evaluate(system, again);
        Assert.Equal(result.Forces, again.Forces);
        Assert.Equal(result.Energy, again.Energy);
        Assert.Equal(result.AtomEnergies, again.AtomEnergies);
        // and not only because the lists do not matter: new ones give energies with other last bits
        Assert.NotEqual(result.AtomEnergies, Evaluate(system).AtomEnergies);
    }
}
