using System.Numerics;
using System.Runtime.InteropServices;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Solvers;

// (A c)_p = G_p c_p + s Σ_q K_pq (c_p − c_q): G the ground, K the conductances of the faces to the neighbours q, s a factor.
// Memory traffic of a product: 48 bytes a cell (c, G, E, N in, result in and out).

/// <summary>
/// The symmetric matrix of a mesh's cells and faces: each cell is joined to its neighbours by the conductances of its faces, and to
/// nothing ("the ground") by a conductance of its own. An implicit time step has ground k V + σB and factor σ; a steady problem has a
/// ground only on its boundary, or none at all.
/// </summary>
public sealed class FivePointMatrix
{
    private readonly double[] _east, _north, _seamX, _seamY, _noFaces;

    /// <summary>A matrix without ground and with the factor 1.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="east">Conductance of the face between each cell and the next along x; 0 for the last of a row. Not copied.</param>
    /// <param name="north">The same along y; 0 in the last row. Empty in one dimension. Not copied.</param>
    /// <param name="seamX">Conductance of the face that joins the last cell of each row to its first; empty unless x is periodic.</param>
    /// <param name="seamY">The same for the columns; empty unless y is periodic.</param>
    /// <exception cref="ArgumentException">An array does not fit the mesh.</exception>
    public FivePointMatrix(RectilinearMesh mesh, double[] east, double[] north, double[] seamX, double[] seamY)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        if (east.Length != mesh.Cells || (north.Length != mesh.Cells && mesh.Dimensions == 2)) throw new ArgumentException("one conductance per cell and direction is needed", nameof(east));
        if (seamX.Length != 0 && seamX.Length != mesh.CellsY) throw new ArgumentException("the seam of the rows has one face per row", nameof(seamX));
        if (seamY.Length != 0 && seamY.Length != mesh.CellsX) throw new ArgumentException("the seam of the columns has one face per column", nameof(seamY));
        Mesh = mesh;
        (_east, _north, _seamX, _seamY) = (east, north, seamX, seamY);
        _noFaces = new double[mesh.CellsX];
        Ground = new double[mesh.Cells];
    }

    /// <summary>The mesh.</summary>
    public RectilinearMesh Mesh { get; }

    /// <summary>Cells in a row.</summary>
    public int Columns => Mesh.CellsX;

    /// <summary>Number of rows.</summary>
    public int Rows => Mesh.CellsY;

    /// <summary>Factor of all faces' conductances.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>Conductance of each cell to the ground; not negative.</summary>
    public double[] Ground { get; }

    /// <summary>Whether no cell has a connection to the ground: the solution is determined but for a constant.</summary>
    public bool IsFloating => Ground.AsSpan().IndexOfAnyExcept(0.0) < 0;

    /// <summary>Whether the last cell of each row is joined to the first.</summary>
    public bool IsPeriodicX => _seamX.Length != 0;

    /// <summary>Whether the last row is joined to the first.</summary>
    public bool IsPeriodicY => _seamY.Length != 0;

    /// <summary>Conductances, without the factor, of the faces between the cells of a row.</summary>
    /// <param name="row">The row.</param>
    internal ReadOnlySpan<double> East(int row) => _east.AsSpan(row * Columns, Columns);

    /// <summary>Conductances, without the factor, of the faces to the next row: to the first, for the last row of a periodic mesh.</summary>
    /// <param name="row">The row.</param>
    internal ReadOnlySpan<double> North(int row) =>
        row < Rows - 1 ? _north.AsSpan(row * Columns, Columns) : IsPeriodicY && Rows > 1 ? _seamY : _noFaces;

    /// <summary>Conductance, without the factor, of the face that joins the ends of a row; 0 unless x is periodic.</summary>
    /// <param name="row">The row.</param>
    internal double SeamX(int row) => IsPeriodicX ? _seamX[row] : 0;

    /// <summary>One row of result = A c.</summary>
    /// <param name="row">The row.</param>
    /// <param name="c">All cells.</param>
    /// <param name="result">Receives the row; all cells.</param>
    /// <returns>The row's share of the product c · A c.</returns>
    internal double MultiplyRow(int row, ReadOnlySpan<double> c, Span<double> result)
    {
        int n = Columns, above = row + 1 < Rows ? row + 1 : 0, below = row > 0 ? row - 1 : Rows - 1;
        Span<double> q = result.Slice(row * n, n);
        ReadOnlySpan<double> p = c.Slice(row * n, n);
        double dot = MultiplyRow(
            Scale, Ground.AsSpan(row * n, n), p, East(row), North(row), c.Slice(above * n, n), North(below), c.Slice(below * n, n), q);
        if (!IsPeriodicX) return dot;

        double flux = Scale * _seamX[row] * (p[n - 1] - p[0]);
        q[n - 1] += flux;
        q[0] -= flux;
        return dot + flux * (p[n - 1] - p[0]);
    }

    private static double MultiplyRow(
        double scale, ReadOnlySpan<double> ground, ReadOnlySpan<double> p, ReadOnlySpan<double> east,
        ReadOnlySpan<double> north, ReadOnlySpan<double> above, ReadOnlySpan<double> south, ReadOnlySpan<double> below, Span<double> q)
    {
        int n = p.Length, w = Vector<double>.Count, i = 1;
        q[0] = ground[0] * p[0] + scale * (north[0] * (p[0] - above[0]) + south[0] * (p[0] - below[0]) + (n > 1 ? east[0] * (p[0] - p[1]) : 0));
        double dot = p[0] * q[0];
        if (n == 1) return dot;

        ref double g = ref MemoryMarshal.GetReference(ground), c = ref MemoryMarshal.GetReference(p), e = ref MemoryMarshal.GetReference(east);
        ref double up = ref MemoryMarshal.GetReference(north), cUp = ref MemoryMarshal.GetReference(above);
        ref double down = ref MemoryMarshal.GetReference(south), cDown = ref MemoryMarshal.GetReference(below), target = ref MemoryMarshal.GetReference(q);
        Vector<double> sum = Vector<double>.Zero, factor = new(scale);
        for (; i + w < n; i += w)
        {
            nuint k = (nuint)i;
            Vector<double> here = Vector.LoadUnsafe(ref c, k);
            Vector<double> flux = Vector.LoadUnsafe(ref e, k) * (here - Vector.LoadUnsafe(ref c, k + 1));
            flux += Vector.LoadUnsafe(ref e, k - 1) * (here - Vector.LoadUnsafe(ref c, k - 1));
            flux += Vector.LoadUnsafe(ref up, k) * (here - Vector.LoadUnsafe(ref cUp, k));
            flux += Vector.LoadUnsafe(ref down, k) * (here - Vector.LoadUnsafe(ref cDown, k));
            Vector<double> product = Vector.LoadUnsafe(ref g, k) * here + factor * flux;
            product.StoreUnsafe(ref target, k);
            sum += here * product;
        }

        for (; i < n; i++)
        {
            double flux = east[i - 1] * (p[i] - p[i - 1]) + north[i] * (p[i] - above[i]) + south[i] * (p[i] - below[i]);
            if (i + 1 < n) flux += east[i] * (p[i] - p[i + 1]);
            q[i] = ground[i] * p[i] + scale * flux;
            dot += p[i] * q[i];
        }

        return dot + Vector.Sum(sum);
    }
}
