using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;

namespace LiMeso.Atomistics.Dynamics;

/// <summary>How atoms move. Without thermostat and barostat: velocity Verlet at constant energy.</summary>
/// <param name="TimeStep">ps.</param>
public sealed record DynamicsSettings(double TimeStep)
{
    /// <summary>What holds the temperature; null for nothing. It has a state of its own: one for each run.</summary>
    public IThermostat? Thermostat { get; init; }

    /// <summary>What holds the pressure; null for a fixed box. It has a state of its own: one for each run.</summary>
    public IBarostat? Barostat { get; init; }

    /// <summary>What thermostat and barostat aim at.</summary>
    public TemperatureProgram Temperature { get; init; } = TemperatureProgram.Constant(300);

    /// <summary>What does not move.</summary>
    public IReadOnlyList<FrozenComponent> Frozen { get; init; } = [];

    /// <summary>The degrees of freedom of atoms that move so.</summary>
    /// <param name="atoms">Number of atoms.</param>
    /// <exception cref="ArgumentException">Nothing is left to move.</exception>
    public DegreesOfFreedom FreedomOf(int atoms) => new(atoms, Frozen, Thermostat?.KeepsMomentum ?? true);
}
