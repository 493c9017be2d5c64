using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Dynamics;

/// <summary>
/// Newton's equations for atoms under a potential, with a thermostat and a barostat where wanted. Same start, settings and number of threads, same bits;
/// taking a state in between changes nothing, and a run continued from a state has the same bits as one that was never interrupted.
/// </summary>
/// <remarks>
/// One step is the symmetric product of
///   thermostat and barostat t/2, kick by the forces t/2, drift t/2, thermostat t, drift t/2, new forces, kick t/2, barostat and thermostat t/2.
/// A step allocates nothing but, where a barostat changes it, the box.
/// </remarks>
public sealed class MolecularDynamics
{
    private readonly IForceEvaluator _forces;
    private readonly DynamicsSettings _settings;
    private readonly Motion _motion;
    private double _target, _work;

    /// <summary>Starts a run from the atoms' present positions and velocities, and evaluates the forces there.</summary>
    /// <param name="system">The atoms; they move from now on.</param>
    /// <param name="forces">Evaluates the potential; stays the caller's.</param>
    /// <param name="settings">How they move.</param>
    /// <exception cref="ArgumentException">The step is not positive, nothing is free to move, or the barostat cannot treat the box.</exception>
    public MolecularDynamics(AtomicSystem system, IForceEvaluator forces, DynamicsSettings settings)
        : this(system, forces, settings, new Interactions(system.Count))
    {
        Freedom.Hold(system.Velocities);
        forces.Evaluate(system, Interactions);
    }

    private MolecularDynamics(AtomicSystem system, IForceEvaluator forces, DynamicsSettings settings, Interactions interactions)
    {
        if (!(settings.TimeStep > 0)) throw new ArgumentException("a time step is positive", nameof(settings));
        settings.Barostat?.Require(system.Box);
        (_forces, _settings, Interactions) = (forces, settings, interactions);
        _motion = new Motion(system, settings.FreedomOf(system.Count));
        _target = TargetOf(0);
    }

    /// <summary>The atoms.</summary>
    public AtomicSystem System => _motion.System;

    /// <summary>Energy, forces and virial at the present positions.</summary>
    public Interactions Interactions { get; }

    /// <summary>Degrees of freedom.</summary>
    public DegreesOfFreedom Freedom => _motion.Freedom;

    /// <summary>Steps done.</summary>
    public long Step => _motion.Step;

    /// <summary>Time passed, ps.</summary>
    public double Time => Step * _settings.TimeStep;

    /// <summary>Kinetic energy, eV.</summary>
    public double KineticEnergy => 0.5 * _motion.TwiceKinetic().Trace;

    /// <summary>2 K / (N k) with N degrees of freedom, K.</summary>
    public double Temperature => 2 * KineticEnergy / (Freedom.Count * MetalUnits.Boltzmann);

    /// <summary>What the thermostat aimed at in the last step, K.</summary>
    public double TargetTemperature => _target;

    /// <summary>Pressure tensor with its kinetic part, bar.</summary>
    public SymmetricTensor Pressure => MetalUnits.Pressure / System.Box.Volume * (_motion.TwiceKinetic() + Interactions.Virial);

    /// <summary>
    /// What exact integration would keep constant, eV: kinetic and potential energy, the energy of thermostat and barostat, less the work that a changing target temperature does.
    /// </summary>
    public double ConservedEnergy => KineticEnergy + Interactions.Energy + ReservoirEnergy(_target) - _work;

    /// <summary>Goes one step on.</summary>
    public void Advance()
    {
        double whole = _settings.TimeStep, half = 0.5 * whole;
        AimAt(TargetOf(Step));
        _settings.Barostat?.Thermalise(_motion, _target, half);
        _settings.Thermostat?.ActOutside(_motion, _target, half);
        _settings.Barostat?.Push(_motion, Interactions.Virial, _target, half);
        Kick(half);
        Drift(half);
        _settings.Thermostat?.ActInTheMiddle(_motion, _target, whole);
        Drift(half);
        StretchBox(whole);
        _forces.Evaluate(System, Interactions);
        Kick(half);
        _settings.Barostat?.Push(_motion, Interactions.Virial, _target, half);
        _settings.Thermostat?.ActOutside(_motion, _target, half);
        _settings.Barostat?.Thermalise(_motion, _target, half);
        _motion.Step++;
    }

    /// <summary>All that the run needs to continue to the same bits.</summary>
    public SavedState Capture()
    {
        var state = new SavedState();
        state.PutInteger("step", Step);
        state.Put("positions", System.Positions);
        state.Put("velocities", System.Velocities);
        state.PutBox("box", System.Box);
        state.Put("work", [_target, _work]);
        if (_forces.CaptureLists() is { } lists) state.PutNeighbourLists(lists);
        _settings.Thermostat?.Save(state);
        _settings.Barostat?.Save(state);
        return state;
    }

    /// <summary>Continues a run from a captured state.</summary>
    /// <param name="system">A system of as many atoms; takes on the positions, velocities and box of the state.</param>
    /// <param name="forces">Evaluates the same potential.</param>
    /// <param name="settings">How the atoms move: the same as before, with a new thermostat and barostat of the same kinds.</param>
    /// <param name="state">The state.</param>
    /// <exception cref="StateMismatchException">The state belongs to a run with other parts or atoms.</exception>
    /// <exception cref="ArgumentException">As for a new run.</exception>
    public static MolecularDynamics Resume(AtomicSystem system, IForceEvaluator forces, DynamicsSettings settings, SavedState state)
    {
        state.CopyTo("positions", system.Positions);
        state.CopyTo("velocities", system.Velocities);
        system.Box = state.Box("box");
        var run = new MolecularDynamics(system, forces, settings, new Interactions(system.Count));
        run._motion.Step = state.Integer("step");
        Span<double> work = stackalloc double[2];
        state.CopyTo("work", work);
        (run._target, run._work) = (work[0], work[1]);
        settings.Thermostat?.Restore(state);
        settings.Barostat?.Restore(state);
        forces.RestoreLists(state.NeighbourLists(system.Count));
        forces.Evaluate(system, run.Interactions);
        return run;
    }

    // the middle of the step that follows
    private double TargetOf(long step) => _settings.Temperature.At((step + 0.5) * _settings.TimeStep);

    private void AimAt(double target)
    {
        if (target == _target) return;
        _work += ReservoirEnergy(target) - ReservoirEnergy(_target);
        _target = target;
    }

    private double ReservoirEnergy(double target) => (_settings.Thermostat?.Energy(Freedom, target) ?? 0) + (_settings.Barostat?.Energy(_motion, target) ?? 0);

    // dv/dt = F/m − a v with a = ν + Σν/N:  v' = e^(−a t) v + (F/m) t e^(−a t/2) sinh(a t/2)/(a t/2)
    private void Kick(double t)
    {
        double push = t / _motion.MassFactor;
        if (_settings.Barostat is not { } barostat)
        {
            _motion.Kick(Interactions.Forces, new(1, 1, 1), new(push, push, push));
            return;
        }

        Vector3 rates = barostat.Rates;
        double shared = (rates.X + rates.Y + rates.Z) / Freedom.Count;
        Vector3 drag = new(-t * (rates.X + shared), -t * (rates.Y + shared), -t * (rates.Z + shared));
        _motion.Kick(Interactions.Forces, Exponentials(drag), push * MeanExponentials(drag));
    }

    // dr/dt = v + ν r:  r' = e^(ν t) r + v t e^(ν t/2) sinh(ν t/2)/(ν t/2)
    private void Drift(double t)
    {
        Vector3 growth = t * (_settings.Barostat?.Rates ?? default);
        _motion.Drift(Exponentials(growth), t * MeanExponentials(growth));
    }

    private void StretchBox(double t)
    {
        if (_settings.Barostat is not { } barostat) return;
        Vector3 growth = Exponentials(t * barostat.Rates);
        System.Box = new Deformation(growth.X, growth.Y, growth.Z, 0, 0, 0).Apply(System.Box);
    }

    private static Vector3 Exponentials(Vector3 x) => new(Math.Exp(x.X), Math.Exp(x.Y), Math.Exp(x.Z));

    private static Vector3 MeanExponentials(Vector3 x) => new(MeanExponential(x.X), MeanExponential(x.Y), MeanExponential(x.Z));

    // (eˣ − 1)/x = e^(x/2) sinh(x/2)/(x/2); two terms of the series of sinh(y)/y leave y⁴/120 < 1e-18 below 1e-4
    private static double MeanExponential(double x)
    {
        double y = 0.5 * x;
        return Math.Exp(y) * (Math.Abs(y) < 1e-4 ? 1 + y * y / 6 : Math.Sinh(y) / y);
    }
}
