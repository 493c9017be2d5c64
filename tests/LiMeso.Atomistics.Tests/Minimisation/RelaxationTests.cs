using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Tests.TestDoubles;
using LiMeso.Core;

namespace LiMeso.Atomistics.Tests.Minimisation;

public class RelaxationTests
{
    private static readonly double _perfectEnergyPerAtom = EnergyPerAtomOf(MieFcc.Crystal(1));

    public static TheoryData<string> Names => [.. Minimisers.All.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Atoms_shaken_out_of_a_crystal_fall_back_into_it(string name)
    {
        AtomicSystem crystal = MieFcc.Crystal(2);
        MieFcc.Rattle(crystal, 0.15);
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        RelaxationResult result = Relaxation.Run(crystal, evaluator, new RelaxationOptions { Minimiser = Minimisers.All[name], ForceTolerance = 1e-6 });
        Assert.Equal(_perfectEnergyPerAtom, result.Energy / crystal.Count, 1e-10);
        Assert.True(result.InitialEnergy > result.Energy + 1);
        Assert.InRange(result.LargestForce, 0, 1e-6);
        Assert.Equal(result.Interactions.Forces.Max(Math.Abs), result.LargestForce);
        Assert.Equal(result.Evaluations, result.History[^1].Evaluations);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sheared_and_stretched_box_of_shaken_atoms_relaxes_to_the_crystal(string name)
    {
        AtomicSystem crystal = MieFcc.Crystal(2);
        MieFcc.Rattle(crystal, 0.05);
        new Deformation(1.03, 0.98, 1.01, 0.02, -0.03, 0.025).ApplyTo(crystal);
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        RelaxationResult result = Relaxation.Run(crystal, evaluator, new RelaxationOptions
        {
            Minimiser = Minimisers.All[name],
            Box = BoxFreedom.Full,
            ForceTolerance = 1e-6,
            StressTolerance = 0.1,
        });
        Assert.Equal(_perfectEnergyPerAtom, result.Energy / crystal.Count, 1e-10);
        // 0.1 bar over a bulk modulus of 60 GPa
        Assert.Equal(Math.Pow(2 * MieFcc.LatticeConstant, 3), crystal.Box.Volume, 1e-3);
        Assert.All(result.Pressure.ToArray(), p => Assert.InRange(p, -0.11, 0.11));
    }

    [Fact]
    public void A_target_pressure_is_reached_in_the_free_directions()
    {
        AtomicSystem crystal = MieFcc.Crystal(2);
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        RelaxationResult result = Relaxation.Run(crystal, evaluator, new RelaxationOptions { Box = BoxFreedom.Lengths, Pressure = 5e4, StressTolerance = 0.1 });
        Assert.Equal(5e4, result.Pressure.Xx, 0.1);
        Assert.Equal(5e4, result.Pressure.Yy, 0.1);
        Assert.Equal(5e4, result.Pressure.Zz, 0.1);
        Assert.InRange(crystal.Box.Lengths.X, 1.8 * MieFcc.LatticeConstant, 1.999 * MieFcc.LatticeConstant);
    }

    [Fact]
    public void One_free_length_relaxes_alone()
    {
        AtomicSystem crystal = MieFcc.Crystal(2, stretch: 1.02);
        SimulationBox before = crystal.Box;
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        RelaxationResult result = Relaxation.Run(crystal, evaluator, new RelaxationOptions { Box = BoxFreedom.All["y"], StressTolerance = 0.1 });
        Assert.InRange(result.Pressure.Yy, -0.1, 0.1);
        Assert.True(result.Pressure.Xx < -1e3);
        Assert.Equal(before with { Lengths = before.Lengths with { Y = crystal.Box.Lengths.Y } }, crystal.Box);
        Assert.True(crystal.Box.Lengths.Y < before.Lengths.Y);
    }

    [Fact]
    public void Frozen_components_stay_and_the_others_move()
    {
        AtomicSystem crystal = MieFcc.Crystal(2);
        MieFcc.Rattle(crystal, 0.1);
        double[] before = [.. crystal.Positions];
        bool[] frozen = new bool[before.Length];
        for (int i = 1; i < frozen.Length; i += 3) frozen[i] = true;   // y of every atom
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        RelaxationResult result = Relaxation.Run(crystal, evaluator, new RelaxationOptions { Frozen = frozen });
        Assert.All(Enumerable.Range(0, before.Length), k => Assert.Equal(frozen[k], crystal.Positions[k] == before[k]));
        Assert.InRange(result.LargestForce, 0, 1e-5);
        Assert.True(result.Interactions.Forces.Max(Math.Abs) > 0.01);
    }

    [Fact]
    public void A_relaxation_that_may_not_take_long_enough_says_so()
    {
        AtomicSystem crystal = MieFcc.Crystal(2);
        MieFcc.Rattle(crystal, 0.1);
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        ConvergenceException e = Assert.Throws<ConvergenceException>(() => Relaxation.Run(crystal, evaluator, new RelaxationOptions { MaxEvaluations = 5 }));
        Assert.Equal(5, e.Iterations);
        Assert.Contains("largest force in eV/Å", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_that_does_not_repeat_cannot_relax()
    {
        AtomicSystem crystal = MieFcc.Crystal(1);
        crystal.Box = crystal.Box with { Periodic = (true, true, false) };
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        Assert.Throws<ArgumentException>(() => Relaxation.Run(crystal, evaluator, new RelaxationOptions { Box = BoxFreedom.All["z"] }));
        Assert.True(BoxFreedom.All["x"].Suits(crystal.Box));
    }

    [Fact]
    public void Forces_on_atoms_and_box_are_minus_the_gradient_of_the_enthalpy()
    {
        AtomicSystem crystal = MieFcc.Crystal(1);
        MieFcc.Rattle(crystal, 0.1);
        new Deformation(1.02, 0.98, 1.01, 0.05, -0.04, 0.03).ApplyTo(crystal);
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        var landscape = new AtomsAndBox(crystal, evaluator, new RelaxationOptions { Box = BoxFreedom.Full, Pressure = 2e4 });
        double[] x = landscape.Start(), forces = new double[x.Length], scratch = new double[x.Length];
        // A point where the box is deformed already: the second deformation multiplies the first.
        (x[^6], x[^5], x[^4], x[^3], x[^2], x[^1]) = (0.1, -0.05, 0.08, 0.12, -0.07, 0.09);
        landscape.Evaluate(x, forces);
        for (int k = 0; k < x.Length; k++)
        {
            double At(double h)
            {
                double[] y = [.. x];
                y[k] += h;
                return landscape.Evaluate(y, scratch);
            }

            // Fourth order with h = 1e-3: the truncation h⁴ E⁽⁵⁾/30 and the rounding 1e-15 E/h both stay below 1e-9.
            const double H = 1e-3;
            double slope = (8 * (At(H) - At(-H)) - (At(2 * H) - At(-2 * H))) / (12 * H);
            Assert.Equal(-slope, forces[k], 1e-7);
        }
    }

    private static double EnergyPerAtomOf(AtomicSystem system)
    {
        using IForceEvaluator evaluator = MieFcc.Evaluator();
        var result = new Interactions(system.Count);
        evaluator.Evaluate(system, result);
        return result.Energy / system.Count;
    }
}
