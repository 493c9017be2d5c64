using LiMeso.Core.Input;

namespace LiMeso.Cases.Settings;

/// <summary>How thick a foil may be: beyond these, a unit has been mistaken.</summary>
public static class FoilLimits
{
    /// <summary>From one nanometre to one metre.</summary>
    public static Limits Thickness { get; } = new(1e-9, 1, "between 1 nm and 1 m");
}
