using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Dynamics.Thermostats;

/// <summary>What a thermostat is made from.</summary>
/// <param name="Period">Time in which it acts, ps: period of the oscillation of a Nosé-Hoover chain, relaxation time of Langevin friction.</param>
/// <param name="Seed">Seed of its random numbers.</param>
public sealed record ThermostatSettings(double Period, ulong Seed);

/// <summary>The thermostats.</summary>
public static class ThermostatKinds
{
    /// <summary>All of them, by name.</summary>
    public static readonly Registry<Func<ThermostatSettings, IThermostat>> All = new("thermostat")
    {
        { "nose-hoover", "chain of three Nosé-Hoover thermostats (Martyna et al. 1996): canonical, deterministic, smooth in time", s => new NoseHooverThermostat(s.Period) },
        { "langevin", "friction and noise on every atom, BAOAB splitting (Leimkuhler & Matthews 2013): canonical, damps diffusion", s => new LangevinThermostat(s.Period, s.Seed) },
    };
}
