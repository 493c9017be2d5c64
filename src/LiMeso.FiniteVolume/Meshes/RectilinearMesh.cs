using LiMeso.Core.Registries;

namespace LiMeso.FiniteVolume.Meshes;

/// <summary>
/// Cells between the faces of one or two axes. Cell (i, j) has index i + CellsX·j: x runs fastest.
/// A one-dimensional mesh has a cross-section of 1 m², a two-dimensional one a depth of 1 m, so volumes are m³ per that unit. Immutable.
/// </summary>
public sealed class RectilinearMesh
{
    private static readonly string[] _builtInNames = ["xMin", "xMax", "yMin", "yMax"];

    private readonly Dictionary<string, Side> _names = [];
    private readonly double[] _volumes;

    /// <summary>A mesh on one axis, or on two.</summary>
    /// <param name="x">The fast axis.</param>
    /// <param name="y">The slow axis; null for one dimension.</param>
    public RectilinearMesh(Axis x, Axis? y = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        X = x;
        Y = y;
        Sides = y is null ? [Side.XMin, Side.XMax] : [Side.XMin, Side.XMax, Side.YMin, Side.YMax];
        foreach (Side side in Sides) _names.Add(_builtInNames[(int)side], side);
        _volumes = new double[CellsX * CellsY];
        for (int j = 0; j < CellsY; j++)
        {
            for (int i = 0; i < CellsX; i++) _volumes[Cell(i, j)] = x.Widths[i] * (y is null ? 1 : y.Widths[j]);
        }
    }

    /// <summary>The fast axis.</summary>
    public Axis X { get; }

    /// <summary>The slow axis; null in one dimension.</summary>
    public Axis? Y { get; }

    /// <summary>1 or 2.</summary>
    public int Dimensions => Y is null ? 1 : 2;

    /// <summary>Cells along x.</summary>
    public int CellsX => X.Cells;

    /// <summary>Cells along y; 1 in one dimension.</summary>
    public int CellsY => Y?.Cells ?? 1;

    /// <summary>All cells.</summary>
    public int Cells => _volumes.Length;

    /// <summary>Cell volumes: m³ per m² of cross-section (1D) or per m of depth (2D).</summary>
    public ReadOnlySpan<double> Volumes => _volumes;

    /// <summary>The volumes without a copy, for those who only read.</summary>
    internal double[] SharedVolumes => _volumes;

    /// <summary>The sides this mesh has.</summary>
    public IReadOnlyList<Side> Sides { get; }

    /// <summary>Every valid side name: xMin, xMax, yMin, yMax, then the given ones.</summary>
    public IEnumerable<string> SideNames => _names.Keys;

    /// <summary>Index of cell (i, j).</summary>
    /// <param name="i">Position along x.</param>
    /// <param name="j">Position along y.</param>
    public int Cell(int i, int j = 0) => i + CellsX * j;

    /// <summary>Centre of a cell in m; y is 0 in one dimension.</summary>
    /// <param name="cell">Index of the cell.</param>
    public (double X, double Y) Centre(int cell) => (X.Centres[cell % CellsX], Y is null ? 0 : Y.Centres[cell / CellsX]);

    /// <summary>The same mesh with one more name for a side, such as "electrolyte" for xMin.</summary>
    /// <param name="name">The new name.</param>
    /// <param name="side">The side it names.</param>
    /// <exception cref="ArgumentException">The name is taken, or the mesh lacks the side.</exception>
    public RectilinearMesh WithSideName(string name, Side side)
    {
        RequireSide(side);
        var mesh = new RectilinearMesh(X, Y);
        foreach ((string known, Side itsSide) in _names) mesh._names[known] = itsSide;
        if (!mesh._names.TryAdd(name, side)) throw new ArgumentException($"a side is already called '{name}'", nameof(name));
        return mesh;
    }

    /// <summary>The side of that name.</summary>
    /// <param name="name">A built-in or given name.</param>
    /// <exception cref="UnknownNameException">No side is called so; the message lists those there are.</exception>
    public Side SideNamed(string name) =>
        _names.TryGetValue(name, out Side side) ? side : throw new UnknownNameException("side of the mesh", name, [.. _names.Keys]);

    /// <summary>The name given to a side, or its built-in one.</summary>
    /// <param name="side">The side.</param>
    public string NameOf(Side side)
    {
        RequireSide(side);
        return _names.Last(pair => pair.Value == side).Key;
    }

    /// <summary>The faces that make up a side.</summary>
    /// <param name="side">The side.</param>
    /// <exception cref="ArgumentException">A one-dimensional mesh has no y sides.</exception>
    public SideFaces FacesOf(Side side)
    {
        RequireSide(side);
        return side switch
        {
            Side.XMin => new SideFaces(this, CellsY, 0, CellsX, 1),
            Side.XMax => new SideFaces(this, CellsY, CellsX - 1, CellsX, -1),
            Side.YMin => new SideFaces(this, CellsX, 0, 1, CellsX),
            _ => new SideFaces(this, CellsX, CellsX * (CellsY - 1), 1, -CellsX),
        };
    }

    private void RequireSide(Side side)
    {
        if (!Sides.Contains(side)) throw new ArgumentException($"a one-dimensional mesh has no side {_builtInNames[(int)side]}", nameof(side));
    }
}
