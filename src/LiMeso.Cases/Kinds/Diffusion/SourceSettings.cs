using LiMeso.Cases.Settings;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>Material that appears inside the domain.</summary>
/// <param name="Rates">mol/(m³ s), one per time.</param>
/// <param name="InTime">How the rate varies in time.</param>
/// <param name="Region">Where.</param>
internal sealed record SourceSettings(IReadOnlyList<double> Rates, TimeFunctionSettings InTime, RegionSettings Region);
