namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>
/// Exchange with a reservoir at concentration v through a film of transfer coefficient k: J = k (c_face − v). The film
/// and the half cell stand in series, so J = (c − v)/(1/k + (h/2)/D).
/// </summary>
public sealed class Robin : IBoundaryKind
{
    /// <inheritdoc/>
    public string? ValueUnit => "mol/m^3";

    /// <inheritdoc/>
    public bool NeedsTransferCoefficient => true;

    /// <inheritdoc/>
    public bool SetsFaceValue => false;

    /// <inheritdoc/>
    public OutwardFlux Flux(double halfCellConductance, double transferCoefficient)
    {
        double series = transferCoefficient == 0 ? 0 : 1 / (1 / transferCoefficient + 1 / halfCellConductance);
        return new OutwardFlux(series, -series);
    }
}
