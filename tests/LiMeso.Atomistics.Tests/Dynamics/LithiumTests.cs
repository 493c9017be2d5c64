using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Tests.Dynamics;

/// <summary>The same with the MEAM of lithium, a crystal with a vacancy.</summary>
public class LithiumTests
{
    private static readonly IInteratomicPotential _lithium = InteratomicPotentials.All[InteratomicPotentials.Default];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Lithium_under_thermostat_and_barostat_resumes_to_the_same_bits(int threads)
    {
        EvaluatorOptions options = new(threads, 0.15);
        AtomicSystem whole = Start(4, 900), parts = Start(4, 900);
        using IForceEvaluator first = _lithium.CreateEvaluator(options), second = _lithium.CreateEvaluator(options), third = _lithium.CreateEvaluator(options);
        var uninterrupted = new MolecularDynamics(whole, first, Hot());
        for (int i = 0; i < 120; i++) uninterrupted.Advance();
        Assert.False(first.CaptureLists()!.Positions.SequenceEqual(Start(4, 900).Positions));

        var run = new MolecularDynamics(parts, second, Hot());
        for (int i = 0; i < 50; i++) run.Advance();
        run = MolecularDynamics.Resume(parts = Start(4, 300), third, Hot(), run.Capture());
        while (run.Step < 120) run.Advance();
        Assert.Equal(whole.Positions, parts.Positions);
        Assert.Equal(whole.Velocities, parts.Velocities);
        Assert.Equal(whole.Box, parts.Box);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Taking_a_state_of_lithium_at_every_step_changes_no_bit(int threads)
    {
        EvaluatorOptions options = new(threads, 0.15);
        AtomicSystem quiet = Start(4, 900), watched = Start(4, 900);
        using IForceEvaluator first = _lithium.CreateEvaluator(options), second = _lithium.CreateEvaluator(options);
        MolecularDynamics one = new(quiet, first, Hot()), two = new(watched, second, Hot());
        for (int i = 0; i < 120; i++)
        {
            one.Advance();
            two.Advance();
            _ = two.Capture();
        }

        Assert.False(first.CaptureLists()!.Positions.SequenceEqual(Start(4, 900).Positions));
        Assert.Equal(quiet.Positions, watched.Positions);
        Assert.Equal(quiet.Velocities, watched.Velocities);
        Assert.Equal(quiet.Box, watched.Box);
        Assert.Equal(one.Interactions.AtomEnergies, two.Interactions.AtomEnergies);
    }

    // Edges that differ by whole edges span the same lattice: a box that leans must stretch as one that does not. Rounding grows with the motion's instability.
    [Theory]
    [InlineData(BoxCoupling.Isotropic, 1, 0, 0)]
    [InlineData(BoxCoupling.PerDirection, 1, -1, 0)]
    [InlineData(BoxCoupling.PerDirection, 0, 1, -1)]
    public void A_leaning_box_of_the_same_lattice_stretches_alike(BoxCoupling coupling, int xy, int xz, int yz)
    {
        DynamicsSettings Settings() => Hot() with { Barostat = new MtkBarostat(new BarostatSettings(1, 0.5, true), coupling) };
        AtomicSystem upright = Start(4, 900), leaning = upright.Copy();
        Vector3 start = upright.Box.Lengths;
        leaning.Box = leaning.Box with { Xy = xy * start.X, Xz = xz * start.X, Yz = yz * start.Y };
        using IForceEvaluator first = _lithium.CreateEvaluator(new EvaluatorOptions()), second = _lithium.CreateEvaluator(new EvaluatorOptions());
        MolecularDynamics one = new(upright, first, Settings()), other = new(leaning, second, Settings());
        for (int i = 0; i < 100; i++)
        {
            one.Advance();
            other.Advance();
        }

        Vector3 end = upright.Box.Lengths;
        Assert.InRange(end.X / start.X, 1.001, 1.1);
        Assert.Equal(end.X, leaning.Box.Lengths.X, 1e-8);
        Assert.Equal(end.Y, leaning.Box.Lengths.Y, 1e-8);
        Assert.Equal(xy * end.X, leaning.Box.Xy, 1e-8);
        Assert.Equal(xz * end.X, leaning.Box.Xz, 1e-8);
        Assert.Equal(yz * end.Y, leaning.Box.Yz, 1e-8);
        Assert.Equal(one.Interactions.Energy, other.Interactions.Energy, 1e-7);
        Assert.All(upright.Velocities.Zip(leaning.Velocities), v => Assert.Equal(v.First, v.Second, 1e-6));
    }

    // Cold: at 300 K atoms of the third shell cross the 0.1 Å wide window where the potential is switched off, whose steepness spoils the ratio above 1 fs.
    [Fact]
    public void The_energy_of_lithium_fluctuates_by_the_square_of_the_step()
    {
        double coarse = Fluctuation(0.002, 300), fine = Fluctuation(0.001, 600);
        Assert.InRange(coarse / fine, 3.9, 4.2);
        Assert.InRange(fine / 127, 0, 1e-7);                         // eV an atom
    }

    // 3.5496 ± 0.0002 Å with LAMMPS over 9 ps; here 3 ps of 432 atoms
    [Fact]
    public void Lithium_at_300_K_has_the_lattice_constant_that_LAMMPS_finds()
    {
        DynamicsSettings settings = new(0.003)
        {
            Thermostat = new NoseHooverThermostat(0.1),
            Barostat = new MtkBarostat(new BarostatSettings(0, 0.5, true), BoxCoupling.Isotropic),
            Temperature = TemperatureProgram.Constant(300),
        };
        AtomicSystem system = CrystalStructures.BodyCentredCubic.Build(3.55, (6, 6, 6), _lithium.Mass);
        ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), 600, 1);
        using IForceEvaluator forces = _lithium.CreateEvaluator(new EvaluatorOptions());
        var run = new MolecularDynamics(system, forces, settings);
        for (int i = 0; i < 500; i++) run.Advance();
        double sum = 0, temperature = 0;
        const int Steps = 1000;
        for (int i = 0; i < Steps; i++)
        {
            run.Advance();
            sum += Math.Cbrt(run.System.Box.Volume) / 6 / Steps;
            temperature += run.Temperature / Steps;
        }

        Assert.Equal(300, temperature, 6.0);
        Assert.Equal(3.5496, sum, 0.003);                            // thermal expansion from 3.4876 is twenty times this
    }

    // 127 atoms at constant energy over 4 ps, a sample each 0.1 ps: the velocities of a hundred atoms forget themselves in about that time
    [Fact]
    public void Velocities_of_lithium_follow_Maxwell_and_Boltzmann_and_share_their_energy_equally_among_directions()
    {
        AtomicSystem system = Start(4, 600);
        using IForceEvaluator forces = _lithium.CreateEvaluator(new EvaluatorOptions());
        var run = new MolecularDynamics(system, forces, new DynamicsSettings(0.001));
        for (int i = 0; i < 1000; i++) run.Advance();
        const int Samples = 40;
        var scaled = new List<double>();
        double factor = _lithium.Mass * MetalUnits.KineticEnergy / MetalUnits.Boltzmann, temperature = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            for (int i = 0; i < 100; i++) run.Advance();
            temperature += run.Temperature / Samples;
            scaled.AddRange(system.Velocities);
        }

        // zero total momentum takes the share 1/N from each variance
        double variance = temperature / factor * (1 - 1.0 / system.Count);
        Distributions.AssertNormal([.. scaled], Math.Sqrt(variance));
        // 3.7 standard errors √(2/n) of a variance of n numbers
        for (int axis = 0; axis < 3; axis++)
            Assert.Equal(1, scaled.Where((_, k) => k % 3 == axis).Average(v => v * v) / variance, 3.7 * Math.Sqrt(2.0 / (Samples * system.Count)));
    }

    // 1024 atoms over 20 ps: g behind its first peak falls to 0.13 of the peak in the crystal at 450 K, the hottest that did not melt, and to 0.26 in the liquid at 550 K
    [Theory]
    [InlineData(300, 0, 0.1)]
    [InlineData(800, 0.3, 0.6)]
    public void Lithium_is_a_crystal_at_300_K_and_a_liquid_at_800_K(double temperature, double least, double most)
    {
        AtomicSystem system = CrystalStructures.BodyCentredCubic.Build(3.55, (5, 5, 5), _lithium.Mass);
        DynamicsSettings settings = new(0.002)
        {
            Thermostat = new NoseHooverThermostat(0.1),
            Barostat = new MtkBarostat(new BarostatSettings(0, 0.5, true), BoxCoupling.Isotropic),
            Temperature = TemperatureProgram.Constant(temperature),
        };
        ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), 2 * temperature, 1);
        using IForceEvaluator forces = _lithium.CreateEvaluator(new EvaluatorOptions());
        var run = new MolecularDynamics(system, forces, settings);
        var pairs = new PairDistribution(5.5, 55);
        for (int i = 1; i <= 1500; i++)
        {
            run.Advance();
            if (i > 1000 && i % 50 == 0) pairs.Add(system);
        }

        double[] g = pairs.Values();
        int top = Array.IndexOf(g, g.Max());
        Assert.InRange(g[top..].Min() / g[top], least, most);
    }

    // At 300 K atoms cross the window where the potential is switched off; the narrower it is, the worse a step of 3 fs follows its slope.
    [Fact]
    public void A_wider_window_keeps_the_energy_where_steps_are_long()
    {
        double standard = Wandering(InteratomicPotentials.Default), smooth = Wandering("li-kim-2012-smooth");
        TestContext.Current.TestOutputHelper!.WriteLine($"{standard:e2} {smooth:e2} eV");
        Assert.InRange(smooth / standard, 0, 0.3);
    }

    // rms of the energy over 5 ps, averaged over quarters of a picosecond each: beyond the tremble of every step
    private static double Wandering(string potential)
    {
        AtomicSystem system = Start(4, 600);
        using IForceEvaluator forces = InteratomicPotentials.All[potential].CreateEvaluator(new EvaluatorOptions());
        var run = new MolecularDynamics(system, forces, new DynamicsSettings(0.003));
        double[] energies = new double[1660];
        for (int i = 0; i < energies.Length; i++)
        {
            run.Advance();
            energies[i] = run.ConservedEnergy;
        }

        double mean = energies.Average();
        return Math.Sqrt(energies.Chunk(83).Average(part => Math.Pow(part.Average() - mean, 2)));
    }

    private static double Fluctuation(double step, int steps)
    {
        AtomicSystem system = Start(4, 10);
        using IForceEvaluator forces = _lithium.CreateEvaluator(new EvaluatorOptions());
        var run = new MolecularDynamics(system, forces, new DynamicsSettings(step));
        double sum = 0, squares = 0, first = run.ConservedEnergy;
        for (int i = 0; i < steps; i++)
        {
            run.Advance();
            double deviation = run.ConservedEnergy - first;
            sum += deviation / steps;
            squares += deviation * deviation / steps;
        }

        return Math.Sqrt(squares - sum * sum);
    }

    // so hot that lists are made anew
    private static DynamicsSettings Hot() => new(0.002)
    {
        Thermostat = new NoseHooverThermostat(0.1),
        Barostat = new MtkBarostat(new BarostatSettings(1, 0.5, true), BoxCoupling.PerDirection),
        Temperature = TemperatureProgram.Constant(900),
    };

    private static AtomicSystem Start(int cells, double temperature)
    {
        AtomicSystem system = PointDefects.WithoutAtom(CrystalStructures.BodyCentredCubic.Build(3.52, (cells, cells, cells), _lithium.Mass), 0);
        ThermalVelocities.Draw(system, new DegreesOfFreedom(system.Count, [], momentumIsKept: true), temperature, 4);
        return system;
    }
}
