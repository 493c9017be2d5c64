namespace LiMeso.Atomistics.Dynamics.Thermostats;

/// <summary>
/// Keeps the atoms at a temperature. A plug-in, registered in <see cref="ThermostatKinds"/>. A step of the dynamics splits into
/// thermostat, kick by the forces, half drift, thermostat, half drift, kick, thermostat; a thermostat acts outside, in the middle, or both.
/// </summary>
public interface IThermostat
{
    /// <summary>Whether total momentum stays as it is.</summary>
    bool KeepsMomentum { get; }

    /// <summary>Acts at the beginning and at the end of a step.</summary>
    /// <param name="motion">The atoms.</param>
    /// <param name="temperature">What it aims at, K.</param>
    /// <param name="time">For how long: half a step, ps.</param>
    void ActOutside(Motion motion, double temperature, double time);

    /// <summary>Acts between the two half drifts.</summary>
    /// <param name="motion">The atoms.</param>
    /// <param name="temperature">What it aims at, K.</param>
    /// <param name="time">For how long: a whole step, ps.</param>
    void ActInTheMiddle(Motion motion, double temperature, double time);

    /// <summary>Its share in the conserved quantity, eV: the energy that it has taken from the atoms, or that of its own variables.</summary>
    /// <param name="freedom">Degrees of freedom of the atoms.</param>
    /// <param name="temperature">What it aims at, K.</param>
    double Energy(DegreesOfFreedom freedom, double temperature);

    /// <summary>Stores all that it needs to continue to the same bits.</summary>
    /// <param name="state">Where to; names begin with "thermostat/".</param>
    void Save(SavedState state);

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <exception cref="StateMismatchException">It was stored by another thermostat.</exception>
    void Restore(SavedState state);
}
