using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Core.Input;
using LiMeso.Transport;
using LiMeso.Transport.Data;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Settings;

/// <summary>The material of a foil, with its diffusivity.</summary>
/// <param name="Diffusivity">Effective diffusivity, m²/s.</param>
/// <param name="Material">Data set and model; null when the diffusivity is stated.</param>
/// <param name="Properties">What the data set says at the temperature; null when the diffusivity is stated.</param>
/// <param name="GrainSize">m; null when the diffusivity is stated.</param>
/// <param name="Result">The effective diffusivity with the fractions used; null when it is stated.</param>
public sealed record FoilMaterial(double Diffusivity, Material? Material, TransportProperties? Properties, double? GrainSize, PolycrystalResult? Result)
{
    /// <summary>Looks up what the settings name.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="temperature">K.</param>
    /// <param name="temperatureLocation">Where the temperature is written.</param>
    /// <param name="paths">Where the case's files are.</param>
    /// <exception cref="InputException">The data set, the temperature or the grain size cannot be used.</exception>
    public static FoilMaterial Resolve(FoilMaterialSettings settings, double temperature, SourceLocation temperatureLocation, CasePaths paths)
    {
        if (settings.Diffusivity is { } stated) return new FoilMaterial(stated, null, null, null, null);
        Material material = Material.Load(settings.Polycrystal, paths);
        TransportProperties properties = material.At(temperature, temperatureLocation);
        double grainSize = settings.GrainSize!.Value;
        material.RequireApplicable(properties, grainSize, settings.GrainSizeLocation);
        PolycrystalResult result = material.Evaluate(properties, grainSize);
        return new FoilMaterial(result.Diffusivity, material, properties, grainSize, result);
    }

    /// <summary>The Harrison regime of a diffusion time; null when the diffusivity is stated.</summary>
    /// <param name="time">s.</param>
    public HarrisonRegime? Harrison(double time) => Properties is { } p
        ? HarrisonRegime.Of(p.Bulk.Value, time, GrainSize!.Value, p.Width.Value, p.Segregation.Value)
        : null;

    /// <summary>Works to be credited.</summary>
    public IReadOnlyList<Citation> Citations => Material?.Citations ?? [];

    /// <summary>SHA-256 of the data set, by name; empty when the diffusivity is stated.</summary>
    public IReadOnlyDictionary<string, string> Hashes => Material?.Hashes ?? new Dictionary<string, string>();
}
