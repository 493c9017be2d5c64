using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Dynamics.Barostats;

/// <summary>What a barostat is made from.</summary>
/// <param name="Pressure">Pressure from outside, bar.</param>
/// <param name="Period">Period of the box's oscillation, ps; about ten times that of the thermostat.</param>
/// <param name="Thermalised">Whether the box is held at the temperature as the atoms are; false for dynamics at constant enthalpy.</param>
public sealed record BarostatSettings(double Pressure, double Period, bool Thermalised);

/// <summary>The barostats.</summary>
public static class BarostatKinds
{
    /// <summary>All of them, by name.</summary>
    public static readonly Registry<Func<BarostatSettings, IBarostat>> All = new("barostat")
    {
        { "mtk", "Martyna, Tobias & Klein (1994): all edges of the box grow by the same factor", s => new MtkBarostat(s, BoxCoupling.Isotropic) },
        { "mtk-per-direction", "Martyna, Tobias & Klein (1994): x, y and z edges of the box grow each under its own pressure", s => new MtkBarostat(s, BoxCoupling.PerDirection) },
    };
}
