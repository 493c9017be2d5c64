using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Dynamics;

public class ConservationTests
{
    // A symmetric splitting errs by O(t²). Langevin noise is another at another step, so that its ratio has a spread of its own: see the test below.
    [Theory]
    [InlineData("none", "none")]
    [InlineData("nose-hoover", "none")]
    [InlineData("none", "mtk")]
    [InlineData("nose-hoover", "mtk")]
    [InlineData("nose-hoover", "mtk-per-direction")]
    public void Halving_the_step_quarters_the_fluctuation_of_the_conserved_energy(string thermostat, string barostat)
    {
        double coarse = Fluctuation(thermostat, barostat, 0.008, 400), fine = Fluctuation(thermostat, barostat, 0.004, 800);
        Assert.InRange(coarse / fine, 3.8, 4.2);
        Assert.InRange(fine, 0, 1e-4);
    }

    [Fact]
    public void With_noise_too_the_conserved_energy_errs_by_the_square_of_the_step()
    {
        // the error makes a random walk: its rms over many steps is proportional to t²; over three seeds its ratio spreads by a third
        double coarse = 0, fine = 0;
        for (ulong seed = 0; seed < 3; seed++)
        {
            coarse += Fluctuation("langevin", "none", 0.016, 400, seed);
            fine += Fluctuation("langevin", "none", 0.004, 1600, seed);
        }

        Assert.InRange(coarse / fine, 9, 28);                        // 16 within the spread; first order would be 4
    }

    [Fact]
    public void Work_of_a_changing_target_temperature_is_accounted_for()
    {
        DynamicsSettings settings = Ensemble.Settings("nose-hoover", "mtk", 0.002) with { Temperature = new TemperatureProgram(30, 60, 1) };
        var run = new MolecularDynamics(Ensemble.Argon(settings, 30), new LennardJones(), settings);
        double start = run.ConservedEnergy, atoms = run.KineticEnergy + run.Interactions.Energy;
        for (int i = 0; i < 500; i++) run.Advance();
        Assert.Equal(start, run.ConservedEnergy, 1e-3);              // the step's own error, as in the test above
        Assert.True(run.KineticEnergy + run.Interactions.Energy - atoms > 0.1);    // the atoms took heat: 107 · 3 k · 30 K = 0.8 eV at equilibrium
        Assert.Equal(60, run.TargetTemperature, 0.1);
    }

    [Fact]
    public void Reversed_velocities_lead_back()
    {
        DynamicsSettings settings = Ensemble.Settings("none", "none", 0.004);
        AtomicSystem system = Ensemble.Argon(settings);
        double[] start = [.. system.Positions];
        var run = new MolecularDynamics(system, new LennardJones(), settings);
        for (int i = 0; i < 200; i++) run.Advance();
        Assert.True(Farthest(start, system.Positions) > 0.3);
        for (int i = 0; i < system.Velocities.Length; i++) system.Velocities[i] *= -1;
        for (int i = 0; i < 200; i++) run.Advance();
        Assert.InRange(Farthest(start, system.Positions), 0, 1e-10); // rounding, grown by the motion's instability
    }

    // cos(ω' t) = 1 − (ω t)²/2 for velocity Verlet
    [Fact]
    public void An_oscillator_has_exactly_the_frequency_of_velocity_Verlet()
    {
        const double Stiffness = 1.0, Mass = 6.94, Step = 0.004, Start = 0.1;
        var system = new AtomicSystem(SimulationBox.Orthogonal(9, 9, 9), [Start, 0, 0, 0, 0, 0], Mass);
        var run = new MolecularDynamics(system, new EinsteinCrystal(new double[6], Stiffness), new DynamicsSettings(Step));
        double omega = Math.Sqrt(Stiffness / (Mass * MetalUnits.KineticEnergy)), phase = Math.Acos(1 - 0.5 * Math.Pow(omega * Step, 2));
        for (int i = 1; i <= 1000; i++)
        {
            run.Advance();
            Assert.Equal(Start * Math.Cos(i * phase), system.Positions[0], 1e-13 * i);
        }
    }

    [Theory]
    [InlineData("none", "none")]
    [InlineData("nose-hoover", "mtk")]
    public void Momentum_stays_zero(string thermostat, string barostat)
    {
        DynamicsSettings settings = Ensemble.Settings(thermostat, barostat, 0.004);
        AtomicSystem system = Ensemble.Argon(settings);
        var run = new MolecularDynamics(system, new LennardJones(), settings);
        for (int i = 0; i < 200; i++) run.Advance();
        for (int axis = 0; axis < 3; axis++) Assert.Equal(0, Enumerable.Range(0, system.Count).Sum(a => system.Velocities[3 * a + axis]), 1e-11);
    }

    // rms about the mean, the start left out
    private static double Fluctuation(string thermostat, string barostat, double step, int steps, ulong seed = 5)
    {
        DynamicsSettings settings = Ensemble.Settings(thermostat, barostat, step);
        var run = new MolecularDynamics(Ensemble.Argon(settings, seed: seed), new LennardJones(), settings);
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

    private static double Farthest(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
