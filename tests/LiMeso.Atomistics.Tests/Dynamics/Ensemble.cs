using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Dynamics;

/// <summary>Argon in every ensemble that the dynamics knows.</summary>
internal static class Ensemble
{
    public const double Temperature = 40;

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (string thermostat in (string[])["none", .. ThermostatKinds.All.Names])
            {
                foreach (string barostat in (string[])["none", .. BarostatKinds.All.Names]) all.Add(thermostat, barostat);
            }

            return all;
        }
    }

    public static DynamicsSettings Settings(string thermostat, string barostat, double timeStep, double temperature = Temperature, double pressure = 0) => new(timeStep)
    {
        Thermostat = thermostat == "none" ? null : ThermostatKinds.All[thermostat](new ThermostatSettings(0.2, 11)),
        Barostat = barostat == "none" ? null : BarostatKinds.All[barostat](new BarostatSettings(pressure, 1.0, thermostat != "none")),
        Temperature = TemperatureProgram.Constant(temperature),
    };

    public static AtomicSystem Argon(DynamicsSettings settings, double temperature = Temperature, ulong seed = 5, double edge = 5.3)
    {
        AtomicSystem system = LennardJones.Crystal(3, edge);
        ThermalVelocities.Draw(system, settings.FreedomOf(system.Count), temperature, seed);
        return system;
    }
}
