using LiMeso.Cases.Settings;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>Another concentration in a part of the domain.</summary>
/// <param name="Value">mol/m³.</param>
/// <param name="Region">Where.</param>
internal sealed record InitialRegion(double Value, RegionSettings Region);
