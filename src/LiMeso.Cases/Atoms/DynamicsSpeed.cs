using System.Diagnostics;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Cases.Atoms;

/// <summary>How fast atoms move on this machine, in a few seconds: crystals at room temperature under a thermostat, one on each of several cores at once, as they share caches and memory.</summary>
internal static class DynamicsSpeed
{
    // near that of lithium at 300 K, Å; K; ps
    private const double LatticeConstant = 3.55, Temperature = 300, ThermostatPeriod = 0.1;

    // Long enough for the just-in-time compiler to have seen what matters and compiled it anew.
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(1.5), _timed = TimeSpan.FromSeconds(1.5);

    /// <summary>Measures.</summary>
    /// <param name="potential">How the atoms act on each other.</param>
    /// <param name="atoms">Number of atoms, about.</param>
    /// <param name="timeStep">ps.</param>
    /// <param name="copies">How many at once.</param>
    /// <param name="cancellation">Asked for to stop.</param>
    /// <returns>Atoms times steps a second, of one core.</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static double Measure(IInteratomicPotential potential, double atoms, double timeStep, int copies, CancellationToken cancellation)
    {
        double[] speeds = new double[copies];
        Thread[] threads = [.. Enumerable.Range(0, copies).Select(k => new Thread(() => speeds[k] = One(potential, atoms, timeStep, cancellation)))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        cancellation.ThrowIfCancellationRequested();
        return speeds.Average();
    }

    private static double One(IInteratomicPotential potential, double atoms, double timeStep, CancellationToken cancellation)
    {
        int cells = (int)Math.Max(3, Math.Round(Math.Cbrt(atoms / CrystalStructures.BodyCentredCubic.Sites.Count)));
        AtomicSystem system = CrystalStructures.BodyCentredCubic.Build(LatticeConstant, (cells, cells, cells), potential.Mass);
        var settings = new DynamicsSettings(timeStep) { Thermostat = new NoseHooverThermostat(ThermostatPeriod), Temperature = TemperatureProgram.Constant(Temperature) };
        ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), Temperature, seed: 1);
        using IForceEvaluator forces = potential.CreateEvaluator(new EvaluatorOptions());
        var dynamics = new MolecularDynamics(system, forces, settings);
        Advance(_warmUp);
        long before = dynamics.Step, start = Stopwatch.GetTimestamp();
        Advance(_timed);
        return system.Count * (dynamics.Step - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;

        void Advance(TimeSpan time)
        {
            for (long begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < time && !cancellation.IsCancellationRequested;) dynamics.Advance();
        }
    }
}
