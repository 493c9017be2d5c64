namespace LiMeso.FiniteVolume.Homogenisation;

// One tile of the lattice, with a circle in its middle, is a square of 4n × 4n elements, wrapped around the middle: ring R of them, at
// R = max(|i|, |j|) from the middle, lies on the circle of radius a R/n inside, and between circle and edge of the tile outside. In the
// hexagonal lattice the top and bottom of a tile have two edges each, and rows of tiles are staggered by half a tile.

/// <summary>Elements that follow the circles of a lattice.</summary>
internal sealed class CircleElements : PeriodicElements
{
    // Stands for infinity, relative to the matrix, while a potential is being found.
    private const double Large = 1e6;

    private readonly CircleLattice _lattice;
    private readonly int _rings, _side;
    private readonly double _radius, _matrix, _inclusion, _halfEdge, _layer;
    private readonly bool _isOutside;
    private readonly Offset[] _nodes;

    /// <summary>The elements.</summary>
    /// <param name="lattice">The lattice; its circles lie 1 apart.</param>
    /// <param name="radius">Radius of the circles.</param>
    /// <param name="rings">Rings of elements inside the circle, and outside.</param>
    /// <param name="matrix">D of the matrix, m²/s.</param>
    /// <param name="inclusion">D of the circles, m²/s.</param>
    /// <exception cref="ArgumentException">The edges around the circles leave no room between them: more rings are needed.</exception>
    public CircleElements(CircleLattice lattice, double radius, int rings, double matrix, double inclusion)
        : base(4 * rings, 4 * rings * (lattice == CircleLattice.Square ? 1 : 2), lattice == CircleLattice.Square ? 1 : 2 * Math.Sqrt(0.75))
    {
        (_lattice, _rings, _side, _matrix, _inclusion) = (lattice, rings, 4 * rings, matrix, inclusion);
        (_radius, _isOutside) = (radius, inclusion > matrix);
        _halfEdge = lattice == CircleLattice.Square ? Math.PI / 4 : Math.PI / 6;
        _layer = Math.Max(Math.Sqrt((1 - 2 * radius) / radius), _halfEdge / 2);
        if (RadiusAt(0) >= 0.5) throw new ArgumentException("the circles all but touch: too few elements to keep them apart");
        _nodes = new Offset[(_side + 1) * (_side + 1)];
        for (int j = 0; j <= _side; j++)
        {
            for (int i = 0; i <= _side; i++) _nodes[i + (_side + 1) * j] = Place(i - _side / 2, j - _side / 2);
        }
    }

    /// <inheritdoc/>
    public override bool AreRectangles => false;

    /// <inheritdoc/>
    public override double Finite(double diffusivity) => Math.Clamp(diffusivity, _matrix / Large, _matrix * Large);

    /// <inheritdoc/>
    public override Element At(int column, int row)
    {
        int i = InTile(column, row), j = row % _side, middle = _side / 2;
        Offset first = Node(i, j), beside = Node(i + 1, j), above = Node(i, j + 1), across = Node(i + 1, j + 1);
        bool isInside = Math.Max(Farther(i), Farther(j)) <= _rings;
        double d = isInside ? _inclusion : _matrix;
        return new Element(beside - first, across - above, above - first, across - beside, i >= middle == j >= middle, d, d);

        int Farther(int k) => Math.Max(Math.Abs(k - middle), Math.Abs(k + 1 - middle));
    }

    /// <inheritdoc/>
    public override void Flatten(Offset gradient, double[] fluctuation)
    {
        if (double.IsFinite(_inclusion)) return;
        for (int tile = 0; tile < Rows / _side; tile++)
        {
            double sum = 0;
            int count = 0;
            ForInside(tile, (node, place, isEdge) =>
            {
                if (!isEdge) return;
                sum += fluctuation[node] + gradient.X * place.X + gradient.Y * place.Y;
                count++;
            });
            ForInside(tile, (node, place, _) => fluctuation[node] = sum / count - (gradient.X * place.X + gradient.Y * place.Y));
        }
    }

    private void ForInside(int tile, Action<int, Offset, bool> action)
    {
        int middle = _side / 2;
        for (int row = tile * _side; row < (tile + 1) * _side; row++)
        {
            for (int column = 0; column < _side; column++)
            {
                int i = InTile(column, row), j = row % _side, ring = Math.Max(Math.Abs(i - middle), Math.Abs(j - middle));
                if (ring <= _rings) action(column + Columns * row, Node(i, j), ring == _rings);
            }
        }
    }

    private Offset Node(int i, int j) => _nodes[i + (_side + 1) * j];

    private int InTile(int column, int row) => (column + row / _side * (_side / 2)) % _side;

    // Where a node lies from the middle of its tile.
    private Offset Place(int i, int j)
    {
        int ring = Math.Max(Math.Abs(i), Math.Abs(j));
        if (ring == 0) return default;
        bool isBeside = Math.Abs(i) >= Math.Abs(j);
        double sign = (isBeside ? i : j) < 0 ? -1 : 1, along = sign * (isBeside ? j : i) / ring;
        (double normal, double share) = isBeside ? (0, along)
            : _lattice == CircleLattice.Square ? (Math.PI / 2, -along)
            : along >= 0 ? (Math.PI / 3, 1 - 2 * along) : (2 * Math.PI / 3, -1 - 2 * along);
        double fromNormal = Angle(share), inner = RadiusAt(share), outer = 0.5 / Math.Cos(fromNormal);
        double radius = ring <= _rings ? inner * ring / _rings : inner + (outer - inner) * (ring - _rings) / _rings;
        (double sine, double cosine) = Math.SinCos(normal + fromNormal);
        return new Offset(sign * radius * cosine, sign * radius * sine);
    }

    // The angle from the normal of an edge of the tile, for a share from −1 to 1 of the edge: finer where circles come close to each other.
    private double Angle(double share) => _layer * Math.Tan(share * Math.Atan(_halfEdge / _layer));

    // Straight edges between points at this radius do not cut the circle, or do not leave it.
    private double RadiusAt(double share)
    {
        if (!_isOutside) return _radius;
        double step = (_lattice == CircleLattice.Square ? 1.0 : 2.0) / _rings, to = Math.Min(1, Math.Abs(share) + step);
        return _radius / Math.Cos(0.5 * (Angle(to) - Angle(to - step)));
    }
}
