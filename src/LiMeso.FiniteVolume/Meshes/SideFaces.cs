namespace LiMeso.FiniteVolume.Meshes;

/// <summary>The boundary faces of one side, in the order of the cells behind them.</summary>
public readonly struct SideFaces
{
    private readonly RectilinearMesh _mesh;
    private readonly int _firstCell, _stride;

    internal SideFaces(RectilinearMesh mesh, int count, int firstCell, int stride, int inward)
    {
        (_mesh, Count, _firstCell, _stride, Inward) = (mesh, count, firstCell, stride, inward);
    }

    /// <summary>Number of faces: 1 in one dimension.</summary>
    public int Count { get; }

    /// <summary>What to add to a cell's index to reach the next cell inwards.</summary>
    public int Inward { get; }

    /// <summary>Index of the cell behind a face.</summary>
    /// <param name="face">Face number, 0 to Count − 1.</param>
    public int Cell(int face) => _firstCell + face * _stride;

    /// <summary>Area of a face: 1 m² in one dimension, m² per m of depth in two.</summary>
    /// <param name="face">Face number.</param>
    public double Area(int face) => _mesh.Y is null ? 1 : IsAcrossX ? _mesh.Y.Widths[face] : _mesh.X.Widths[face];

    /// <summary>Width, along the side's normal, of the cells behind the side, m.</summary>
    public double CellWidth
    {
        get
        {
            Axis normal = IsAcrossX ? _mesh.X : _mesh.Y!;
            return Inward > 0 ? normal.Widths[0] : normal.Widths[^1];
        }
    }

    /// <summary>Share of a face that lies between two coordinates along the side; the whole face in one dimension.</summary>
    /// <param name="face">Face number.</param>
    /// <param name="from">Lower coordinate, m.</param>
    /// <param name="to">Upper coordinate, m.</param>
    public double ShareBetween(int face, double from, double to)
    {
        if (_mesh.Y is null) return 1;
        Axis along = IsAcrossX ? _mesh.Y : _mesh.X;
        return along.Overlap(face, from, to) / along.Widths[face];
    }

    // In two dimensions a mesh has at least two cells along x, so a step of one cell is a step along x.
    private bool IsAcrossX => Math.Abs(Inward) == 1;
}
