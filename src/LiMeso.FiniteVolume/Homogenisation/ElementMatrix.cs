using LiMeso.Core;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Solvers;

namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>The energies of all triangles of a mesh, and the sums over them that finding a potential needs.</summary>
internal sealed class ElementMatrix
{
    private readonly PeriodicElements _elements;
    private readonly TriangleEnergy[] _lower, _upper;
    private readonly bool[] _rises;

    /// <summary>The energies of a mesh's triangles.</summary>
    /// <param name="elements">The mesh.</param>
    /// <param name="finite">Whether diffusivities of 0 and infinity are replaced, for the solver, or left out, as they have no energy in flattened potentials.</param>
    public ElementMatrix(PeriodicElements elements, bool finite)
    {
        _elements = elements;
        (_lower, _upper) = (new TriangleEnergy[elements.Columns * elements.Rows], new TriangleEnergy[elements.Columns * elements.Rows]);
        _rises = new bool[_lower.Length];
        for (int j = 0; j < elements.Rows; j++)
        {
            for (int i = 0; i < elements.Columns; i++)
            {
                Element e = elements.At(i, j);
                int node = i + elements.Columns * j;
                _rises[node] = e.Rises;
                _lower[node] = TriangleEnergy.Of(e.Bottom, e.LowerLeg, Value(e.LowerDiffusivity));
                _upper[node] = TriangleEnergy.Of(e.Top, e.UpperLeg, Value(e.UpperDiffusivity));
            }
        }

        double Value(double diffusivity) => finite ? elements.Finite(diffusivity) : double.IsFinite(diffusivity) ? diffusivity : 0;
    }

    /// <summary>Number of nodes.</summary>
    public int Nodes => _lower.Length;

    /// <summary>The matrix without the products of differences along both legs: exactly this one where all legs meet at right angles, like it elsewhere.</summary>
    public FivePointMatrix FivePoint()
    {
        int n = _elements.Columns, m = _elements.Rows;
        double[] east = new double[Nodes], north = new double[Nodes], seamX = new double[m], seamY = new double[n];
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
            {
                Element e = _elements.At(i, j);
                (int node, int above, int beside) = (i + n * j, i + n * ((j + 1) % m), (i + 1) % n + n * j);
                east[node] += _lower[node].AlongA;
                east[above] += _upper[node].AlongA;
                north[e.Rises ? beside : node] += _lower[node].AlongB;
                north[e.Rises ? node : beside] += _upper[node].AlongB;
            }
        }

        // faces to the next period are kept apart
        for (int j = 0; j < m; j++) (seamX[j], east[n * j + n - 1]) = (east[n * j + n - 1], 0);
        for (int i = 0; i < n; i++) (seamY[i], north[n * (m - 1) + i]) = (north[n * (m - 1) + i], 0);

        // a mesh of squares: what is left over at a node counts alike at all of them
        return new FivePointMatrix(new RectilinearMesh(Axis.Uniform(n, n), Axis.Uniform(m, m)), east, north, seamX, seamY);
    }

    /// <summary>Adds, with the opposite sign, what a potential leaves over at each node.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="residual">Is added to.</param>
    public void AddResidual(Potential potential, double[] residual)
    {
        for (int j = 0; j < _elements.Rows; j++)
        {
            for (int i = 0; i < _elements.Columns; i++)
            {
                Element e = _elements.At(i, j);
                Quad q = NodesOf(i, j);
                Add(_lower[q.First], q.Bottom, q.LowerLeg(e.Rises), e.Bottom, e.LowerLeg);
                Add(_upper[q.First], q.Top, q.UpperLeg(e.Rises), e.Top, e.UpperLeg);
            }
        }

        void Add(TriangleEnergy k, Leg a, Leg b, Offset alongA, Offset alongB)
        {
            double da = potential.Along(a, alongA), db = potential.Along(b, alongB);
            double flowA = k.AlongA * da + k.Mixed * db, flowB = k.AlongB * db + k.Mixed * da;
            residual[a.From] += flowA;
            residual[a.To] -= flowA;
            residual[b.From] += flowB;
            residual[b.To] -= flowB;
        }
    }

    /// <summary>Adds the product of the matrix and a vector.</summary>
    /// <param name="x">The vector, per node.</param>
    /// <param name="product">Is added to.</param>
    public void AddProduct(ReadOnlySpan<double> x, Span<double> product)
    {
        for (int j = 0; j < _elements.Rows; j++)
        {
            for (int i = 0; i < _elements.Columns; i++)
            {
                Quad q = NodesOf(i, j);
                bool rises = _rises[q.First];
                Add(_lower[q.First], q.Bottom, q.LowerLeg(rises), x, product);
                Add(_upper[q.First], q.Top, q.UpperLeg(rises), x, product);
            }
        }

        static void Add(TriangleEnergy k, Leg a, Leg b, ReadOnlySpan<double> x, Span<double> product)
        {
            double da = x[a.To] - x[a.From], db = x[b.To] - x[b.From];
            double flowA = k.AlongA * da + k.Mixed * db, flowB = k.AlongB * db + k.Mixed * da;
            product[a.From] -= flowA;
            product[a.To] += flowA;
            product[b.From] -= flowB;
            product[b.To] += flowB;
        }
    }

    /// <summary>The mean over the cell of D ∇u · ∇v.</summary>
    /// <param name="u">A potential.</param>
    /// <param name="v">Another one, or the same.</param>
    public double Energy(Potential u, Potential v)
    {
        var sum = default(CompensatedSum);
        for (int j = 0; j < _elements.Rows; j++)
        {
            double ofRow = 0;
            for (int i = 0; i < _elements.Columns; i++)
            {
                Element e = _elements.At(i, j);
                Quad q = NodesOf(i, j);
                TriangleEnergy lower = _lower[q.First];
                ofRow += Of(lower, q.Bottom, q.LowerLeg(e.Rises), e.Bottom, e.LowerLeg) + Of(_upper[q.First], q.Top, q.UpperLeg(e.Rises), e.Top, e.UpperLeg);
                if (_elements.AreRectangles)                                     // bilinear, not linear in triangles: less, and as continuous
                    ofRow -= (lower.AlongA + lower.AlongB) * u.Twist(q) * v.Twist(q) / 3;
            }

            sum.Add(ofRow);
        }

        return sum.Value / _elements.Area;

        double Of(TriangleEnergy k, Leg a, Leg b, Offset alongA, Offset alongB)
        {
            double ua = u.Along(a, alongA), ub = u.Along(b, alongB), va = v.Along(a, alongA), vb = v.Along(b, alongB);
            return k.AlongA * ua * va + k.AlongB * ub * vb + k.Mixed * (ua * vb + ub * va);
        }
    }

    private Quad NodesOf(int column, int row)
    {
        int n = _elements.Columns, beside = (column + 1) % n, above = (row + 1) % _elements.Rows * n;
        return new Quad(column + n * row, beside + n * row, column + above, beside + above);
    }
}
