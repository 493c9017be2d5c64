using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Dynamics;

/// <summary>Averages and fluctuations against those of the ensemble, with errors from blocks (seeds are fixed: what passes once passes always).</summary>
public class StatisticsTests
{
    private const double Li = 6.94, Stiffness = 1.0;

    [Theory]
    [InlineData("nose-hoover")]
    [InlineData("langevin")]
    public void Kinetic_energy_of_argon_has_the_canonical_mean_and_fluctuation(string thermostat)
    {
        DynamicsSettings settings = Ensemble.Settings(thermostat, "none", 0.005);
        var run = new MolecularDynamics(Ensemble.Argon(settings), new LennardJones(), settings);
        Averages found = Sample(run, 1000, 10_000, r => [r.KineticEnergy]);
        int n = run.Freedom.Count;
        double kT = MetalUnits.Boltzmann * Ensemble.Temperature;
        found.AssertMean(0, 0.5 * n * kT);
        // variance N/2 (kT)², known to the share √(2/independent samples); about one independent sample each 0.2 ps
        Assert.Equal(1, found.Variance(0) / (0.5 * n * kT * kT), 0.3);
        Assert.InRange(found.Error(0) / (0.5 * n * kT), 1e-5, 0.01);
    }

    // BAOAB: <x²> = kT/k at any step, and <v²> = kT/m (1 − (ω t)²/4)
    [Fact]
    public void Langevin_samples_an_oscillator_exactly_in_position_at_a_step_of_a_seventh_of_its_period()
    {
        const double Step = 0.024, Temperature = 300;
        AtomicSystem system = Oscillators(500, out double[] sites);
        DynamicsSettings settings = new(Step) { Thermostat = new LangevinThermostat(0.1, 3), Temperature = TemperatureProgram.Constant(Temperature) };
        ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), Temperature, 1);
        var run = new MolecularDynamics(system, new EinsteinCrystal(sites, Stiffness), settings);
        Averages found = Sample(run, 300, 4000, r => [r.Interactions.Energy, r.KineticEnergy]);
        double half = 0.5 * 3 * system.Count * MetalUnits.Boltzmann * Temperature, square = Stiffness / (Li * MetalUnits.KineticEnergy) * Step * Step;
        found.AssertMean(0, half);
        found.AssertMean(1, half * (1 - square / 4));
        Assert.True(square / 4 > 20 * found.Error(1) / half);        // so that the step's share is seen
    }

    [Fact]
    public void Energy_is_shared_equally_among_directions_with_a_frozen_one()
    {
        const double Temperature = 300;
        AtomicSystem system = Oscillators(200, out double[] sites);
        int[] held = [.. Enumerable.Range(0, 150)];
        DynamicsSettings settings = new(0.004) { Thermostat = new LangevinThermostat(0.1, 3), Temperature = TemperatureProgram.Constant(Temperature), Frozen = [new FrozenComponent(Axis.Y, held)] };
        ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), Temperature, 1);
        var run = new MolecularDynamics(system, new EinsteinCrystal(sites, Stiffness), settings);
        Assert.Equal(3 * 200 - 150, run.Freedom.Count);
        var motion = new Motion(system, run.Freedom);
        Averages found = Sample(run, 300, 4000, r =>
        {
            SymmetricTensor k = motion.TwiceKinetic();
            return [k.Xx, k.Yy, k.Zz, r.Temperature];
        });
        double kT = MetalUnits.Boltzmann * Temperature, slow = Math.Pow(0.004 / 2, 2) * Stiffness / (Li * MetalUnits.KineticEnergy);
        double[] counts = [200, 50, 200];
        for (int axis = 0; axis < 3; axis++) found.AssertMean(axis, counts[axis] * kT * (1 - slow));
        found.AssertMean(3, Temperature * (1 - slow));
        foreach (int atom in held) Assert.Equal(sites[3 * atom + 1], system.Positions[3 * atom + 1]);
    }

    // 3N − 3 degrees of freedom of a gas at p: exp(−pV/kT) V^(N−1) dV, so <V> = N kT/p with variance N (kT/p)². Without conserved momentum one more power of V.
    [Theory]
    [InlineData("nose-hoover", 0)]
    [InlineData("langevin", 1)]
    public void The_volume_of_an_ideal_gas_has_the_distribution_of_its_ensemble(string thermostat, int more)
    {
        const int Atoms = 10;
        const double Temperature = 300, Pressure = 100;
        var system = new AtomicSystem(SimulationBox.Orthogonal(70, 70, 70), new double[3 * Atoms], Li);
        DynamicsSettings settings = new(0.02)
        {
            Thermostat = ThermostatKinds.All[thermostat](new ThermostatSettings(0.5, 1)),
            Barostat = new MtkBarostat(new BarostatSettings(Pressure, 1, true), BoxCoupling.Isotropic),
            Temperature = TemperatureProgram.Constant(Temperature),
        };
        ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), Temperature, 1);
        var run = new MolecularDynamics(system, new IdealGas(), settings);
        double unit = MetalUnits.Boltzmann * Temperature / Pressure * MetalUnits.Pressure;
        Averages found = Sample(run, 10_000, 400_000, r => [r.System.Box.Volume / unit, Math.Pow(r.System.Box.Volume / unit - Atoms - more, 2), r.Temperature]);
        found.AssertMean(0, Atoms + more);
        found.AssertMean(1, Atoms + more);
        found.AssertMean(2, Temperature);
        Assert.InRange(found.Error(0) / Atoms, 1e-5, 0.03);
    }

    [Theory]
    [InlineData("mtk")]
    [InlineData("mtk-per-direction")]
    public void The_mean_pressure_of_argon_is_that_of_the_barostat_and_crystals_stay_cubic(string barostat)
    {
        const double Pressure = 500;
        DynamicsSettings settings = Ensemble.Settings("nose-hoover", barostat, 0.005, pressure: Pressure);
        var run = new MolecularDynamics(Ensemble.Argon(settings), new LennardJones(), settings);
        Averages found = Sample(run, 2000, 8000, r =>
        {
            SymmetricTensor p = r.Pressure;
            Vector3 l = r.System.Box.Lengths;
            return [p.Trace / 3, p.Xx, p.Yy, p.Zz, r.Temperature, l.X / l.Y];
        });
        // <P> is p exactly, with the work of the volume's own fluctuation: MTK's 2K/N term
        found.AssertMean(0, Pressure);
        for (int i = 1; i < 4 && barostat != "mtk"; i++) found.AssertMean(i, Pressure);
        found.AssertMean(4, Ensemble.Temperature);
        Assert.InRange(found.Error(0), 0, 20);
        Assert.Equal(1, found.Mean(5), 0.01);
    }

    [Fact]
    public void Drawn_velocities_follow_Maxwell_and_Boltzmann_at_exactly_the_temperature()
    {
        const double Temperature = 300;
        var system = new AtomicSystem(SimulationBox.Orthogonal(9, 9, 9), new double[30_000], Li);
        var freedom = new DegreesOfFreedom(system.Count, [], momentumIsKept: true);
        ThermalVelocities.Draw(system, freedom, Temperature, 42);
        var motion = new Motion(system, freedom);
        Assert.Equal(Temperature, motion.TwiceKinetic().Trace / (freedom.Count * MetalUnits.Boltzmann), 1e-10);
        for (int axis = 0; axis < 3; axis++) Assert.Equal(0, Enumerable.Range(0, system.Count).Sum(a => system.Velocities[3 * a + axis]), 1e-8);
        Distributions.AssertNormal(system.Velocities, Math.Sqrt(MetalUnits.Boltzmann * Temperature / motion.MassFactor));
    }

    [Fact]
    public void Velocities_of_argon_under_a_chain_follow_Maxwell_and_Boltzmann()
    {
        DynamicsSettings settings = Ensemble.Settings("nose-hoover", "none", 0.005);
        var run = new MolecularDynamics(Ensemble.Argon(settings), new LennardJones(), settings);
        var velocities = new List<double>();
        for (int i = 0; i < 6000; i++)
        {
            run.Advance();
            if (i >= 500 && i % 100 == 0) velocities.AddRange(run.System.Velocities);
        }

        // zero total momentum takes the share 1/N from each variance
        Distributions.AssertNormal([.. velocities], Math.Sqrt(MetalUnits.Boltzmann * Ensemble.Temperature / (39.948 * MetalUnits.KineticEnergy) * (1 - 1.0 / 108)));
    }

    [Fact]
    public void Degrees_of_freedom_are_counted_where_momentum_is_kept_and_where_not()
    {
        Assert.Equal(3 * 20 - 3, new DegreesOfFreedom(20, [], true).Count);
        Assert.Equal(3 * 20, new DegreesOfFreedom(20, [], false).Count);
        // y of two atoms frozen, one of them named twice: y has 18 left, and forces on the two change its total momentum
        Assert.Equal(19 + 18 + 19, new DegreesOfFreedom(20, [new FrozenComponent(Axis.Y, [3, 4]), new FrozenComponent(Axis.Y, [4])], true).Count);
        Assert.Throws<ArgumentException>(() => new DegreesOfFreedom(1, [], true));
        Assert.Throws<ArgumentException>(() => new DegreesOfFreedom(2, [new FrozenComponent(Axis.X, [2])], true));
    }

    private static AtomicSystem Oscillators(int count, out double[] sites)
    {
        sites = [.. Enumerable.Range(0, 3 * count).Select(i => (double)i)];
        return new AtomicSystem(SimulationBox.Orthogonal(9, 9, 9), [.. sites], Li);
    }

    private static Averages Sample(MolecularDynamics run, int equilibrate, int steps, Func<MolecularDynamics, double[]> observe)
    {
        for (int i = 0; i < equilibrate; i++) run.Advance();
        var averages = new Averages(steps, observe(run).Length);
        for (int i = 0; i < steps; i++)
        {
            run.Advance();
            averages.Add(observe(run));
        }

        return averages;
    }

    /// <summary>Means and their errors from ten blocks.</summary>
    private sealed class Averages(int samples, int quantities)
    {
        private const int Blocks = 10;
        private readonly double[,] _blocks = new double[quantities, Blocks];
        private readonly double[] _squares = new double[quantities];
        private int _count;

        public void Add(double[] values)
        {
            int block = (int)((long)_count++ * Blocks / samples);
            for (int q = 0; q < quantities; q++)
            {
                _blocks[q, block] += values[q] * Blocks / samples;
                _squares[q] += values[q] * values[q] / samples;
            }
        }

        public double Mean(int q) => Enumerable.Range(0, Blocks).Average(b => _blocks[q, b]);

        public double Variance(int q) => _squares[q] - Mean(q) * Mean(q);

        public double Error(int q) => Math.Sqrt(Enumerable.Range(0, Blocks).Sum(b => Math.Pow(_blocks[q, b] - Mean(q), 2)) / (Blocks * (Blocks - 1)));

        // 3.7 standard errors from ten blocks: one in two hundred by Student's distribution
        public void AssertMean(int q, double exact) => Assert.InRange((Mean(q) - exact) / Error(q), -3.7, 3.7);
    }
}
