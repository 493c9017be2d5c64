using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Cases.Atoms;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.MdRun;

/// <summary>A part of a run of molecular dynamics.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Duration">ps.</param>
/// <param name="Temperature">K; null where nothing holds it.</param>
/// <param name="EndTemperature">To which it changes, K; null where it stays.</param>
/// <param name="Thermostat">Name of the thermostat, or "none".</param>
/// <param name="ThermostatPeriod">ps.</param>
/// <param name="Barostat">Name of the barostat, or "none".</param>
/// <param name="Pressure">bar.</param>
/// <param name="BarostatPeriod">ps.</param>
/// <param name="Location">Where the barostat is written.</param>
internal sealed record StageSettings(
    string Name, double Duration, double? Temperature, double? EndTemperature, string Thermostat, double ThermostatPeriod,
    string Barostat, double Pressure, double BarostatPeriod, SourceLocation Location)
{
    /// <summary>Neither thermostat nor barostat.</summary>
    public const string None = "none";

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static StageSettings Read(SectionReader section)
    {
        Limits warm = Limits.Between(1, 1e5), period = Limits.Between(1e-15, 1e-9);
        double? temperature = section.OptionalQuantity("temperature", QuantityKind.Temperature, "Temperature to hold.", "300 K", warm);
        double? end = section.OptionalQuantity("end-temperature", QuantityKind.Temperature, "Temperature at the end: it changes linearly in time.", "300 K", warm);
        var settings = new StageSettings(
            section.Text("name", "What the stage is called.", example: "equilibrate"),
            MetalQuantities.Time(section.Quantity("duration", QuantityKind.Time, "How long the stage lasts.", example: "0.5 ps", limits: Limits.Between(1e-15, 1e-3))),
            temperature, end,
            section.Name("thermostat", [None, .. ThermostatKinds.All.Names], "What holds the temperature.", "nose-hoover"),
            MetalQuantities.Time(section.Quantity("thermostat-period", QuantityKind.Time, "Period of a Nosé-Hoover chain, or relaxation time of Langevin friction.", "0.1 ps", limits: period)),
            section.Name("barostat", [None, .. BarostatKinds.All.Names], "What holds the pressure.", None),
            MetalQuantities.Pressure(section.Quantity("pressure", QuantityKind.Pressure, "Pressure to hold.", "1 bar", limits: Limits.Between(-1e11, 1e12))),
            MetalQuantities.Time(section.Quantity("barostat-period", QuantityKind.Time, "Period of the box's oscillation.", "1 ps", limits: period)),
            section.LocationOf("barostat"));
        bool held = settings.Thermostat != None || settings.Barostat != None;
        section.Check(!held || temperature is not null, "temperature", "thermostat and barostat need a temperature", "Give the key 'temperature'.");
        if (settings.Thermostat == None) section.RefuseUnused(["end-temperature", "thermostat-period"], "'thermostat: none'");
        if (settings.Barostat == None) section.RefuseUnused(["pressure", "barostat-period"], "'barostat: none'");
        return settings;
    }

    /// <summary>The ensemble in words: "constant volume and temperature (nose-hoover), 300 K".</summary>
    public string Ensemble
    {
        get
        {
            string kept = Barostat == None ? "constant volume" : FormattableString.Invariant($"{Pressure:g6} bar ({Barostat})");
            string heat = Thermostat == None ? (Barostat == None ? "constant energy" : "constant enthalpy") : FormattableString.Invariant($"{Temperature:g6} K{(EndTemperature is { } to ? FormattableString.Invariant($" to {to:g6} K") : "")} ({Thermostat})");
            return $"{kept}, {heat}";
        }
    }

    /// <summary>The stage as the run needs it.</summary>
    /// <param name="timeStep">ps.</param>
    /// <param name="seed">Seed of the stage.</param>
    /// <param name="frozen">What does not move.</param>
    public AtomStage Stage(double timeStep, ulong seed, IReadOnlyList<FrozenComponent> frozen)
    {
        double start = Temperature ?? 300;
        return new AtomStage(Name, MetalQuantities.Steps(Duration, timeStep), () => new DynamicsSettings(timeStep)
        {
            Thermostat = Thermostat == None ? null : ThermostatKinds.All[Thermostat](new ThermostatSettings(ThermostatPeriod, seed)),
            Barostat = CreateBarostat(),
            Temperature = new TemperatureProgram(start, EndTemperature ?? start, Duration),
            Frozen = frozen,
        });
    }

    /// <summary>A barostat at its start; null where the box is fixed.</summary>
    public IBarostat? CreateBarostat() => Barostat == None ? null : BarostatKinds.All[Barostat](new BarostatSettings(Pressure, BarostatPeriod, Thermostat != None));
}
