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

/// <summary>Relaxes structures: positions of atoms, and as much of the box as is free.</summary>
public static class Relaxation
{
    /// <summary>Relaxes a system in place.</summary>
    /// <param name="system">The system; velocities are left alone.</param>
    /// <param name="evaluator">The potential.</param>
    /// <param name="options">How.</param>
    /// <param name="observer">Told of every step; may throw to stop.</param>
    /// <exception cref="ConvergenceException">The tolerances were not reached; the system is where the minimiser left it.</exception>
    /// <exception cref="ArgumentException">The box may change along a direction in which it does not repeat, or the list of frozen coordinates has not three an atom.</exception>
    public static RelaxationResult Run(AtomicSystem system, IForceEvaluator evaluator, RelaxationOptions options, Action<MinimisationStep>? observer = null)
    {
        if (!options.Box.Suits(system.Box)) throw new ArgumentException("the box may not change along a direction in which it does not repeat", nameof(options));
        if (options.Frozen is { } frozen && frozen.Length != 3 * system.Count) throw new ArgumentException("three frozen flags an atom are needed", nameof(options));
        var landscape = new AtomsAndBox(system, evaluator, options);
        List<MinimisationStep> history = [];
        double? first = null;
        MinimisationStep last = options.Minimiser.Minimise(landscape, landscape.Start(), new MinimiserOptions(options.ForceTolerance, options.MaxEvaluations), step =>
        {
            first ??= landscape.Result.Energy;
            history.Add(step);
            observer?.Invoke(step);
        });
        return new RelaxationResult(first!.Value, landscape.Result, landscape.LargestForce, PressureOf(system.Box, landscape.Result), last.Evaluations, history);
    }

    /// <summary>Pressure tensor without its kinetic part, bar; positive when compressed.</summary>
    /// <param name="box">The box.</param>
    /// <param name="interactions">What the potential says of the atoms in it.</param>
    public static SymmetricTensor PressureOf(SimulationBox box, Interactions interactions) => MetalUnits.Pressure / box.Volume * interactions.Virial;
}
