namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>
/// The flux that leaves through a boundary face, linear in the concentration c of the cell behind it and in the
/// condition's value v: J = OfCell·c + OfValue·v, in mol/(m² s), positive outwards. Where there is segregation, c, D and the face's
/// concentration stand for c/k, D k and the concentration that a region of factor 1 would have there: a value v that is a
/// concentration is that of such a region, so one value all along a side is in equilibrium with itself.
/// </summary>
/// <param name="OfCell">Coefficient of the cell's concentration, m/s; never negative.</param>
/// <param name="OfValue">Coefficient of the condition's value: m/s where that is a concentration, 1 where it is a flux.</param>
public readonly record struct OutwardFlux(double OfCell, double OfValue);

/// <summary>The kind half of a boundary condition, a plug-in: what its value means. The other half is a function of time.</summary>
public interface IBoundaryKind
{
    /// <summary>SI unit of the condition's value; null when the kind needs none.</summary>
    string? ValueUnit { get; }

    /// <summary>Whether the kind needs a transfer coefficient in m/s.</summary>
    bool NeedsTransferCoefficient { get; }

    /// <summary>Whether the value is the concentration on the face itself.</summary>
    bool SetsFaceValue { get; }

    /// <summary>The flux through a face, from the two-point formula between the cell's centre and the face.</summary>
    /// <param name="halfCellConductance">D/(h/2) of the cell behind the face, m/s.</param>
    /// <param name="transferCoefficient">The condition's transfer coefficient, m/s; 0 where the kind needs none.</param>
    OutwardFlux Flux(double halfCellConductance, double transferCoefficient);
}
