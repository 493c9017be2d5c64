namespace LiMeso.Transport.Models;

/// <summary>No grain boundaries: D = D_bulk, whatever the grain size.</summary>
public sealed class SingleCrystal : IPolycrystalModel
{
    /// <inheritdoc/>
    public string Formula => "D = b";

    /// <inheritdoc/>
    public string Source => "definition";

    /// <inheritdoc/>
    public string Validity => "a crystal without boundaries; the limit of every other model for d -> infinity";

    /// <inheritdoc/>
    public string DefaultFraction => "slab";

    /// <inheritdoc/>
    public bool SupportsSegregation => true;

    /// <inheritdoc/>
    public double EffectiveDiffusivity(in Microstructure polycrystal) => polycrystal.Bulk;
}
