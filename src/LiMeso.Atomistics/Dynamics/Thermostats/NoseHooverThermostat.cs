namespace LiMeso.Atomistics.Dynamics.Thermostats;

/// <summary>A Nosé-Hoover chain on all atoms together.</summary>
/// <param name="period">Period of its oscillation, ps.</param>
public sealed class NoseHooverThermostat(double period) : IThermostat
{
    private const string Name = "thermostat/chain";
    private readonly NoseHooverChain _chain = new(period);

    /// <inheritdoc/>
    public bool KeepsMomentum => true;

    /// <inheritdoc/>
    public void ActOutside(Motion motion, double temperature, double time) =>
        motion.ScaleVelocities(_chain.Act(motion.TwiceKinetic().Trace, motion.Freedom.Count, temperature, time));

    /// <inheritdoc/>
    public void ActInTheMiddle(Motion motion, double temperature, double time)
    {
    }

    /// <inheritdoc/>
    public double Energy(DegreesOfFreedom freedom, double temperature) => _chain.Energy(freedom.Count, temperature);

    /// <inheritdoc/>
    public void Save(SavedState state) => _chain.Save(state, Name);

    /// <inheritdoc/>
    public void Restore(SavedState state) => _chain.Restore(state, Name);
}
