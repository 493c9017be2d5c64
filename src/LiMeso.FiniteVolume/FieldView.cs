using LiMeso.Core;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Operators;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume;

/// <summary>The solution at one instant, seen without copying: what monitors and observers receive. Valid only during the call.</summary>
public readonly ref struct FieldView
{
    private readonly DiffusionOperator _operator;

    internal FieldView(DiffusionOperator diffusion, double time, ReadOnlySpan<double> values)
    {
        _operator = diffusion;
        Time = time;
        Values = values;
    }

    /// <summary>Time in s.</summary>
    public double Time { get; }

    /// <summary>Concentration of each cell, mol/m³.</summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>The mesh.</summary>
    public RectilinearMesh Mesh => _operator.Mesh;

    /// <summary>Everything in the domain: mol per m² of cross-section (1D) or per m of depth (2D), without rounding error to speak of.</summary>
    public double Inventory => CompensatedSum.Dot(_operator.Volumes, Values);

    /// <summary>The concentration on the inner side of a boundary face, third-order accurate where the field is smooth, mol/m³.</summary>
    /// <param name="side">The side.</param>
    /// <param name="face">Face number; 0 in one dimension.</param>
    public double OnSide(Side side, int face = 0) => _operator.FaceValue(side, face, Values, Time, Limit.Before);

    /// <summary>The lowest concentration on a side, mol/m³.</summary>
    /// <param name="side">The side.</param>
    public double LowestOnSide(Side side)
    {
        double lowest = double.PositiveInfinity;
        int count = Mesh.FacesOf(side).Count;
        for (int face = 0; face < count; face++) lowest = Math.Min(lowest, OnSide(side, face));
        return lowest;
    }

    /// <summary>The concentration averaged over a side's area, mol/m³.</summary>
    /// <param name="side">The side.</param>
    public double AverageOnSide(Side side)
    {
        SideFaces faces = Mesh.FacesOf(side);
        double sum = 0, area = 0;
        for (int face = 0; face < faces.Count; face++)
        {
            sum += faces.Area(face) * OnSide(side, face);
            area += faces.Area(face);
        }

        return sum / area;
    }

    /// <summary>The concentration at a point, second-order accurate, also beside a jump of D or of the segregation factor that lies on a cell face, mol/m³.</summary>
    /// <param name="x">In m, within the mesh.</param>
    /// <param name="y">In m, within the mesh; ignored in one dimension.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point lies outside the mesh.</exception>
    public double At(double x, double y = 0)
    {
        int i = Mesh.X.CellAt(x), j = Mesh.Y?.CellAt(y) ?? 0;
        double value = Values[Mesh.Cell(i, j)];
        double change = ChangeAcrossHalfCell(x - Mesh.X.Centres[i], Mesh.X.Widths[i], i, j, alongX: true);
        return Mesh.Y is null ? value + change : value + change + ChangeAcrossHalfCell(y - Mesh.Y.Centres[j], Mesh.Y.Widths[j], i, j, alongX: false);
    }

    // Between the centre and the face the profile is taken straight; the face value is the one that makes the fluxes of both half cells equal.
    private double ChangeAcrossHalfCell(double offset, double width, int i, int j, bool alongX)
    {
        if (offset == 0) return 0;
        int position = alongX ? i : j, last = (alongX ? Mesh.CellsX : Mesh.CellsY) - 1, step = (alongX ? 1 : Mesh.CellsX) * Math.Sign(offset);
        int cell = Mesh.Cell(i, j);
        double here = Values[cell], onFace;
        if (offset < 0 ? position == 0 : position == last)
        {
            Side side = alongX ? (offset < 0 ? Side.XMin : Side.XMax) : offset < 0 ? Side.YMin : Side.YMax;
            onFace = OnSide(side, alongX ? j : i);
        }
        else
        {
            onFace = _operator.InnerFaceValue(cell, cell + step, alongX, Values);
        }

        return (onFace - here) * Math.Abs(offset) / (0.5 * width);
    }
}
