using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Core;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>How a structure relaxes.</summary>
public sealed record RelaxationOptions
{
    /// <summary>The method; FIRE unless given.</summary>
    public IMinimiser Minimiser { get; init; } = Minimisers.All["fire"];

    /// <summary>Largest component of a force that may remain on a free coordinate, eV/Å.</summary>
    public double ForceTolerance { get; init; } = 1e-5;

    /// <summary>Which components of the box are free.</summary>
    public BoxFreedom Box { get; init; } = BoxFreedom.None;

    /// <summary>Pressure on the free components of the box, bar.</summary>
    public double Pressure { get; init; }

    /// <summary>Largest difference between a free component of the pressure tensor and its target that may remain, bar.</summary>
    public double StressTolerance { get; init; } = 1;

    /// <summary>Coordinates that do not move within the box, 3 n; null when all are free.</summary>
    public bool[]? Frozen { get; init; }

    /// <summary>Evaluations of the potential before the relaxation counts as failed.</summary>
    public int MaxEvaluations { get; init; } = 20_000;
}

/// <summary>A relaxed structure's numbers.</summary>
/// <param name="InitialEnergy">Potential energy before, eV.</param>
/// <param name="Interactions">Energy, forces and virial of the relaxed structure.</param>
/// <param name="LargestForce">Largest component of a force on a free coordinate, eV/Å.</param>
/// <param name="Pressure">Pressure tensor, bar.</param>
/// <param name="Evaluations">Evaluations of the potential.</param>
/// <param name="History">Energy plus P V, and residual, as they went.</param>
public sealed record RelaxationResult(
    double InitialEnergy, Interactions Interactions, double LargestForce, SymmetricTensor Pressure, int Evaluations, IReadOnlyList<MinimisationStep> History)
{
    /// <summary>Potential energy, eV.</summary>
    public double Energy => Interactions.Energy;
}

/// <summary>Relaxes a structure: positions of its atoms, and as much of the box as is free. One that is continued from a captured state has the bits of one that was never interrupted.</summary>
public sealed class Relaxation
{
    private const string EnergyName = "relaxation/initial-energy", HistoryName = "relaxation/history";
    private readonly AtomicSystem _system;
    private readonly IForceEvaluator _evaluator;
    private readonly RelaxationOptions _options;
    private readonly AtomsAndBox _landscape;
    private readonly IDescent _descent;
    private readonly double _initialEnergy;
    private readonly List<MinimisationStep> _history = [];

    /// <summary>Begins a relaxation, and evaluates the start.</summary>
    /// <param name="system">The system, which is relaxed in place; velocities are left alone.</param>
    /// <param name="evaluator">The potential; stays the caller's.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">The box may change along a direction in which it does not repeat, or the list of frozen coordinates has not three an atom.</exception>
    public Relaxation(AtomicSystem system, IForceEvaluator evaluator, RelaxationOptions options)
        : this(system, evaluator, options, null)
    {
    }

    private Relaxation(AtomicSystem system, IForceEvaluator evaluator, RelaxationOptions options, SavedState? state)
    {
        if (!options.Box.Suits(system.Box)) throw new ArgumentException("the box may not change along a direction in which it does not repeat", nameof(options));
        if (options.Frozen is { } frozen && frozen.Length != 3 * system.Count) throw new ArgumentException("three frozen flags an atom are needed", nameof(options));
        (_system, _evaluator, _options) = (system, evaluator, options);
        _landscape = new AtomsAndBox(system, evaluator, options);
        var minimiser = new MinimiserOptions(options.ForceTolerance, options.MaxEvaluations);
        if (state is null)
        {
            _descent = options.Minimiser.Begin(_landscape, _landscape.Start(), minimiser);
            _initialEnergy = _landscape.Result.Energy;
            _history.Add(Reached);
        }
        else
        {
            evaluator.RestoreLists(state.NeighbourLists(system.Count));
            _descent = options.Minimiser.Resume(_landscape, _landscape.Start(), minimiser, state);
            _initialEnergy = state.Number(EnergyName);
            _history.AddRange(state.Array(HistoryName).Chunk(3).Select(h => new MinimisationStep((int)h[0], h[1], h[2])));
        }
    }

    /// <summary>Where it has come to.</summary>
    public MinimisationStep Reached => _descent.Reached;

    /// <summary>Whether the tolerances are reached.</summary>
    public bool IsDone => Reached.Residual <= _options.ForceTolerance;

    /// <summary>The structure as it is now.</summary>
    public RelaxationResult Result => new(_initialEnergy, _landscape.Result, _landscape.LargestForce, PressureOf(_system.Box, _landscape.Result), Reached.Evaluations, _history);

    /// <summary>Goes a step on.</summary>
    /// <exception cref="ConvergenceException">No evaluations are left, or no step leads further down; the system is where the minimiser left it.</exception>
    public void Advance()
    {
        _descent.Advance();
        _history.Add(Reached);
    }

    /// <summary>All that the relaxation needs to go on to the same bits.</summary>
    public SavedState Capture()
    {
        var state = new SavedState();
        _descent.Save(state);
        state.Put(EnergyName, _initialEnergy);
        state.Put(HistoryName, [.. _history.SelectMany(h => (double[])[h.Evaluations, h.Energy, h.Residual])]);
        state.PutNeighbourLists(_evaluator.CaptureLists()!);
        return state;
    }

    /// <summary>Goes on from a captured state.</summary>
    /// <param name="system">The system as it was before the relaxation began; takes on positions and box of the state.</param>
    /// <param name="evaluator">Evaluates the same potential.</param>
    /// <param name="options">The same as before.</param>
    /// <param name="state">The state.</param>
    /// <exception cref="StateMismatchException">The state belongs to another minimiser or another number of atoms.</exception>
    /// <exception cref="ArgumentException">As for a new relaxation.</exception>
    public static Relaxation Resume(AtomicSystem system, IForceEvaluator evaluator, RelaxationOptions options, SavedState state) => new(system, evaluator, options, state);

    /// <summary>Relaxes a system in place, all the way.</summary>
    /// <param name="system">The system; velocities are left alone.</param>
    /// <param name="evaluator">The potential.</param>
    /// <param name="options">How.</param>
    /// <param name="observer">Told of every step; may throw to stop.</param>
    /// <exception cref="ConvergenceException">The tolerances were not reached; the system is where the minimiser left it.</exception>
    /// <exception cref="ArgumentException">As for a relaxation step by step.</exception>
    public static RelaxationResult Run(AtomicSystem system, IForceEvaluator evaluator, RelaxationOptions options, Action<MinimisationStep>? observer = null)
    {
        var relaxation = new Relaxation(system, evaluator, options);
        observer?.Invoke(relaxation.Reached);
        while (!relaxation.IsDone)
        {
            relaxation.Advance();
            observer?.Invoke(relaxation.Reached);
        }

        return relaxation.Result;
    }

    /// <summary>Pressure tensor without its kinetic part, bar; positive when compressed.</summary>
    /// <param name="box">The box.</param>
    /// <param name="interactions">What the potential says of the atoms in it.</param>
    public static SymmetricTensor PressureOf(SimulationBox box, Interactions interactions) => MetalUnits.Pressure / box.Volume * interactions.Virial;
}
