using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Operators;

/// <summary>A condition on the faces of a side, or on a share of each: what flows out of face k is OfCell[k] a + OfValue[k] v(t), a the activity of the cell.</summary>
internal sealed class ConditionOnFaces
{
    private readonly double[] _shares;
    private readonly bool _setsFaceValue;

    /// <summary>Puts a condition into numbers.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="faces">The faces of the side.</param>
    /// <param name="shares">Share of each face's area to which it applies.</param>
    /// <param name="halfCell">D k/(h/2) of the cell behind each face, m/s.</param>
    public ConditionOnFaces(BoundaryCondition condition, SideFaces faces, double[] shares, double[] halfCell)
    {
        (Value, _shares, _setsFaceValue) = (condition.Value, shares, condition.Kind.SetsFaceValue);
        (OfCell, OfValue) = (new double[shares.Length], new double[shares.Length]);
        for (int k = 0; k < shares.Length; k++)
        {
            double area = shares[k] * faces.Area(k);
            OutwardFlux flux = condition.Kind.Flux(halfCell[k], condition.TransferCoefficient);
            (OfCell[k], OfValue[k]) = (flux.OfCell * area, flux.OfValue * area);
        }
    }

    /// <summary>The condition's value in the course of time.</summary>
    public ITimeFunction Value { get; }

    /// <summary>Coefficients of the cells' activities, m³/s.</summary>
    public double[] OfCell { get; }

    /// <summary>Coefficients of the condition's value.</summary>
    public double[] OfValue { get; }

    /// <summary>Whether the condition's value is the activity on most of a face.</summary>
    /// <param name="face">The face.</param>
    public bool SetsValueOf(int face) => _setsFaceValue && _shares[face] > 0.5;
}
