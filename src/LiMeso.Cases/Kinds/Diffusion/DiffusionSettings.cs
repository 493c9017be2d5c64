using LiMeso.Cases.Files;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>The input of a <c>diffusion</c> case.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Temperature">K; used where grain sizes give diffusivities.</param>
/// <param name="TemperatureLocation">Where it is written.</param>
/// <param name="Mesh">The mesh.</param>
/// <param name="Diffusivity">How fast lithium diffuses.</param>
/// <param name="Initial">Concentration at the start.</param>
/// <param name="InitialRegions">Where it differs; later ones cover earlier ones.</param>
/// <param name="Conditions">What happens on the sides; the others are closed.</param>
/// <param name="Sources">What happens inside.</param>
/// <param name="EndTime">s.</param>
/// <param name="Monitors">What is recorded.</param>
/// <param name="Solution">How to solve.</param>
/// <param name="Output">What to write.</param>
internal sealed record DiffusionSettings(
    CaseHeader Header, double Temperature, SourceLocation TemperatureLocation, MeshSettings Mesh, DiffusivitySettings Diffusivity,
    ConcentrationSettings Initial, IReadOnlyList<InitialRegion> InitialRegions, IReadOnlyList<ConditionSettings> Conditions, IReadOnlyList<SourceSettings> Sources,
    double EndTime, IReadOnlyList<MonitorSettings> Monitors, SolutionSettings Solution, FieldOutputSettings Output) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "diffusion";

    /// <summary>Name of the monitor that every run has.</summary>
    public const string BalanceName = "mass-balance";

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static DiffusionSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        double temperature = s.Quantity("temperature", QuantityKind.Temperature, "Temperature, where grain sizes give diffusivities.", "300 K");
        MeshSettings mesh = s.Section("mesh", "The domain and its cells, in one dimension or two.", MeshSettings.Read);
        DiffusivitySettings diffusivity = s.Section("diffusivity", "How fast lithium diffuses, and where.", DiffusivitySettings.Read);
        if (diffusivity.GrainSizes.Count == 0) s.RefuseUnused(["temperature"], "a stated diffusivity");
        IReadOnlyList<InitialRegion> regions = [];
        ConcentrationSettings initial = s.SectionOrDefaults(ConcentrationSettings.Key, "Concentration at the start; by default that of the interatomic potential's crystal at T = 0.", c =>
        {
            ConcentrationSettings everywhere = ConcentrationSettings.Read(c, Limits.NotNegative);
            regions = c.Sections("regions", "Regions where it differs; later ones cover earlier ones.", ReadInitialRegion, required: false);
            return everywhere;
        });
        IReadOnlyList<ConditionSettings> conditions = s.Sections("conditions", "What happens on the sides of the mesh; nothing passes through sides that are not named.", ConditionSettings.Read, required: false);
        return new DiffusionSettings(
            header, temperature, s.LocationOf("temperature"), mesh, diffusivity, initial, regions, conditions,
            s.Sections("sources", "Material that appears or, with a negative rate, disappears inside.", ReadSource, required: false),
            s.Quantity("end-time", QuantityKind.Time, "When the run ends, unless a monitor ends it before.", example: "10 h"),
            MonitorSettings.ReadAll(s),
            s.SectionOrDefaults("numerics", "How the solution is found.", SolutionSettings.Read),
            s.SectionOrDefaults("output", "What is written.", FieldOutputSettings.Read));
    }

    private static InitialRegion ReadInitialRegion(SectionReader s) => new(
        s.Quantity("value", QuantityKind.Concentration, "The concentration there.", limits: Limits.NotNegative),
        RegionSettings.Read(s));

    private static SourceSettings ReadSource(SectionReader s) => new(
        s.Quantities("rate", QuantityKind.VolumetricRate, "Amount per volume and time; a list when it varies in time.", limits: Limits.None),
        TimeFunctionSettings.Read(s),
        RegionSettings.Read(s));
}
