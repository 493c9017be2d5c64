using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Operators;

/// <summary>A side of the mesh with the conditions on it, ready for use.</summary>
internal sealed class BoundaryPatch
{
    private readonly ConditionOnFaces[] _conditions;
    private readonly Segregation _segregation;
    private readonly double[] _toGradient, _innerConductance;
    private readonly double _cellWidth;

    /// <summary>Puts the conditions of a side into numbers.</summary>
    /// <param name="side">The side.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="segregation">Segregation factors of the cells.</param>
    /// <param name="permeability">D k along the side's normal, per cell.</param>
    /// <param name="conductanceAlongNormal">Conductances of the faces between the cells, along the normal.</param>
    public BoundaryPatch(Side side, DiffusionProblem problem, Segregation segregation, ReadOnlySpan<double> permeability, ReadOnlySpan<double> conductanceAlongNormal)
    {
        (Side, Faces, _segregation) = (side, problem.Mesh.FacesOf(side), segregation);
        _cellWidth = Faces.CellWidth;
        (_toGradient, _innerConductance) = (new double[Faces.Count], new double[Faces.Count]);
        var halfCell = new double[Faces.Count];
        for (int k = 0; k < Faces.Count; k++)
        {
            int cell = Faces.Cell(k);
            halfCell[k] = 2 * permeability[cell] / _cellWidth;
            _toGradient[k] = 1 / (Faces.Area(k) * permeability[cell]);
            _innerConductance[k] = conductanceAlongNormal[Math.Min(cell, cell + Faces.Inward)];
        }

        List<ConditionOnFaces> conditions = [];
        var left = new double[Faces.Count];
        left.AsSpan().Fill(1);
        foreach (BoundaryPart part in problem.PartsOf(side))
        {
            double[] shares = part.ShareOfFaces(Faces);
            for (int k = 0; k < shares.Length; k++) left[k] = Math.Max(0, left[k] - shares[k]);
            conditions.Add(new ConditionOnFaces(part.Condition, Faces, shares, halfCell));
        }

        _conditions = [.. conditions, new ConditionOnFaces(problem[side], Faces, left, halfCell)];
    }

    public Side Side { get; }

    public SideFaces Faces { get; }

    /// <summary>Adds weight × the coefficients of the cells' activities, m³/s, to the cells behind the side.</summary>
    public void AddCoefficients(double weight, Span<double> diagonal)
    {
        foreach (ConditionOnFaces condition in _conditions)
        {
            for (int k = 0; k < Faces.Count; k++) diagonal[Faces.Cell(k)] += weight * condition.OfCell[k];
        }
    }

    public double NextBreak(double time)
    {
        double next = double.PositiveInfinity;
        foreach (ConditionOnFaces condition in _conditions) next = Math.Min(next, condition.Value.NextBreak(time));
        return next;
    }

    public bool JumpsAt(double time)
    {
        foreach (ConditionOnFaces condition in _conditions)
        {
            if (condition.Value.Value(time, Limit.Before) != condition.Value.Value(time, Limit.After)) return true;
        }

        return false;
    }

    /// <summary>Adds weight × what the conditions' values let flow in, to the cells behind the side.</summary>
    public void AddInflowOfValue(double weight, double time, Limit limit, Span<double> target)
    {
        foreach (ConditionOnFaces condition in _conditions)
        {
            double factor = -weight * condition.Value.Value(time, limit);
            if (factor == 0) continue;
            for (int k = 0; k < Faces.Count; k++) target[Faces.Cell(k)] += factor * condition.OfValue[k];
        }
    }

    /// <summary>Adds weight × coefficient × activity to the cells behind the side.</summary>
    public void AddOfCell(double weight, ReadOnlySpan<double> activity, Span<double> target)
    {
        foreach (ConditionOnFaces condition in _conditions)
        {
            for (int k = 0; k < Faces.Count; k++)
            {
                int cell = Faces.Cell(k);
                target[cell] += weight * condition.OfCell[k] * activity[cell];
            }
        }
    }

    /// <summary>What leaves through the whole side, mol/s.</summary>
    /// <returns>That, and the sum of the magnitudes that it is the difference of, where it depends on the cells.</returns>
    public (double Outflow, double Turnover) Outflow(ReadOnlySpan<double> activity, double time, Limit limit)
    {
        double sum = 0, turnover = 0;
        foreach (ConditionOnFaces condition in _conditions)
        {
            double value = condition.Value.Value(time, limit);
            for (int k = 0; k < Faces.Count; k++)
            {
                double ofCell = condition.OfCell[k] * activity[Faces.Cell(k)], ofValue = condition.OfValue[k] * value;
                sum += ofCell + ofValue;
                if (condition.OfCell[k] != 0) turnover += Math.Abs(ofCell) + Math.Abs(ofValue);
            }
        }

        return (sum, turnover);
    }

    // In activities: the parabola that has the cell's average and, on the cell's two faces, the gradients g₀ (outer) and g₁ (inner) that the
    // fluxes imply, has the outer face value  a − h (2 g₀ + g₁)/6.  Fluxes, not neighbours' values, so a jump of D on the inner
    // face does no harm. Gradients point inwards: stripping (J > 0) makes a rise from the face.
    public double FaceValue(int face, ReadOnlySpan<double> concentration, double time, Limit limit)
    {
        int cell = Faces.Cell(face), neighbour = cell + Faces.Inward;
        double factor = _segregation[cell], here = concentration[cell] / factor, outer = 0;
        foreach (ConditionOnFaces condition in _conditions)
        {
            double value = condition.Value.Value(time, limit);
            if (condition.SetsValueOf(face)) return factor * value;
            outer += condition.OfCell[face] * here + condition.OfValue[face] * value;
        }

        double inner = _innerConductance[face] * (concentration[neighbour] / _segregation[neighbour] - here);
        return factor * (here - _cellWidth * _toGradient[face] * (2 * outer + inner) / 6);
    }
}
