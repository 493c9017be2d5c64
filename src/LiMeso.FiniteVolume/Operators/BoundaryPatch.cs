using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Operators;

/// <summary>A side of the mesh with its condition, ready for use: outflow of face k = OfCell[k]·c + OfValue[k]·v(t).</summary>
internal sealed class BoundaryPatch
{
    private readonly ITimeFunction _value;
    private readonly bool _setsFaceValue;
    private readonly double[] _ofCell, _ofValue, _toGradient, _innerConductance;
    private readonly double _cellWidth;

    public BoundaryPatch(
        Side side, BoundaryCondition condition, RectilinearMesh mesh, ReadOnlySpan<double> diffusivity, ReadOnlySpan<double> conductanceAlongNormal)
    {
        (Side, Faces) = (side, mesh.FacesOf(side));
        _value = condition.Value;
        _setsFaceValue = condition.Kind.SetsFaceValue;
        _cellWidth = Faces.CellWidth;
        (_ofCell, _ofValue) = (new double[Faces.Count], new double[Faces.Count]);
        (_toGradient, _innerConductance) = (new double[Faces.Count], new double[Faces.Count]);
        for (int k = 0; k < Faces.Count; k++)
        {
            int cell = Faces.Cell(k);
            double area = Faces.Area(k);
            OutwardFlux flux = condition.Kind.Flux(2 * diffusivity[cell] / _cellWidth, condition.TransferCoefficient);
            (_ofCell[k], _ofValue[k]) = (flux.OfCell * area, flux.OfValue * area);
            _toGradient[k] = 1 / (area * diffusivity[cell]);
            _innerConductance[k] = conductanceAlongNormal[Math.Min(cell, cell + Faces.Inward)];
        }
    }

    public Side Side { get; }

    public SideFaces Faces { get; }

    /// <summary>Coefficients of the cells' concentrations, m³/s.</summary>
    public ReadOnlySpan<double> OfCell => _ofCell;

    public double NextBreak(double time) => _value.NextBreak(time);

    public bool JumpsAt(double time) => _value.Value(time, Limit.Before) != _value.Value(time, Limit.After);

    /// <summary>Adds weight × what the condition's value lets flow in, to the cells behind the side.</summary>
    public void AddInflowOfValue(double weight, double time, Limit limit, Span<double> target)
    {
        double factor = -weight * _value.Value(time, limit);
        if (factor == 0) return;
        for (int k = 0; k < _ofValue.Length; k++) target[Faces.Cell(k)] += factor * _ofValue[k];
    }

    /// <summary>Adds weight × coefficient × concentration to the cells behind the side.</summary>
    public void AddOfCell(double weight, ReadOnlySpan<double> concentration, Span<double> target)
    {
        for (int k = 0; k < _ofCell.Length; k++)
        {
            int cell = Faces.Cell(k);
            target[cell] += weight * _ofCell[k] * concentration[cell];
        }
    }

    /// <summary>What leaves through the whole side, mol/s.</summary>
    public double Outflow(ReadOnlySpan<double> concentration, double time, Limit limit)
    {
        double value = _value.Value(time, limit), sum = 0;
        for (int k = 0; k < _ofCell.Length; k++) sum += _ofCell[k] * concentration[Faces.Cell(k)] + _ofValue[k] * value;
        return sum;
    }

    // The parabola that has the cell's average and, on the cell's two faces, the gradients g₀ (outer) and g₁ (inner) that the
    // fluxes imply, has the outer face value  c − h (2 g₀ + g₁)/6.  Fluxes, not neighbours' values, so a jump of D on the inner
    // face does no harm. Gradients point inwards: stripping (J > 0) makes c rise from the face.
    public double FaceValue(int face, ReadOnlySpan<double> concentration, double time, Limit limit)
    {
        double value = _value.Value(time, limit);
        if (_setsFaceValue) return value;
        int cell = Faces.Cell(face);
        double here = concentration[cell];
        double outer = _ofCell[face] * here + _ofValue[face] * value;
        double inner = _innerConductance[face] * (concentration[cell + Faces.Inward] - here);
        return here - _cellWidth * _toGradient[face] * (2 * outer + inner) / 6;
    }
}
