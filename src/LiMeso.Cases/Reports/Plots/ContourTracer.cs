namespace LiMeso.Cases.Reports.Plots;

/// <summary>Traces the lines on which a field given on the nodes of a rectangular grid has one value: marching squares, linear along the edges of cells.</summary>
internal sealed class ContourTracer
{
    // Every edge of the grid has a number; a line passes through an edge at most once. An edge joins at most two others, one in each cell beside it.
    // Edges along x come first, edge (iy, ix) from node (iy, ix) to (iy, ix + 1); then the edges along y, from (iy, ix) to (iy + 1, ix).
    private readonly IReadOnlyList<double> _x, _y;
    private readonly Func<int, int, double> _field;
    private readonly double _level;
    private readonly int _nx, _ny;
    private readonly Dictionary<int, (int First, int Second)> _links = [];
    private readonly List<int> _order = [];

    private ContourTracer(IReadOnlyList<double> x, IReadOnlyList<double> y, Func<int, int, double> field, double level) =>
        (_x, _y, _field, _level, _nx, _ny) = (x, y, field, level, x.Count, y.Count);

    /// <summary>The lines at one level. Closed lines end where they start. Cells with a node that is not finite are left out.</summary>
    /// <param name="x">nx increasing abscissae.</param>
    /// <param name="y">ny increasing ordinates.</param>
    /// <param name="field">Value at node (iy, ix).</param>
    /// <param name="level">The level. Nodes exactly on it count as above.</param>
    public static List<List<(double X, double Y)>> Trace(IReadOnlyList<double> x, IReadOnlyList<double> y, Func<int, int, double> field, double level)
    {
        var tracer = new ContourTracer(x, y, field, level);
        for (int iy = 0; iy < y.Count - 1; iy++)
        {
            for (int ix = 0; ix < x.Count - 1; ix++) tracer.CrossCell(iy, ix);
        }

        return tracer.Join();
    }

    private void CrossCell(int iy, int ix)
    {
        double lowLeft = _field(iy, ix), lowRight = _field(iy, ix + 1), highRight = _field(iy + 1, ix + 1), highLeft = _field(iy + 1, ix);
        if (!double.IsFinite(lowLeft + lowRight + highRight + highLeft)) return;
        int above = (lowLeft >= _level ? 1 : 0) | (lowRight >= _level ? 2 : 0) | (highRight >= _level ? 4 : 0) | (highLeft >= _level ? 8 : 0);
        int bottom = EdgeAlongX(iy, ix), top = EdgeAlongX(iy + 1, ix), left = EdgeAlongY(iy, ix), right = EdgeAlongY(iy, ix + 1);
        switch (above)
        {
            case 1 or 14: Link(left, bottom); break;
            case 2 or 13: Link(bottom, right); break;
            case 3 or 12: Link(left, right); break;
            case 4 or 11: Link(right, top); break;
            case 6 or 9: Link(bottom, top); break;
            case 7 or 8: Link(left, top); break;
            case 5 or 10:
                // A saddle: the mean decides which pair of corners is connected through the middle.
                bool middleAbove = (lowLeft + lowRight + highRight + highLeft) / 4 >= _level;
                bool cutsOffLeftBottom = middleAbove != (above == 5);
                Link(cutsOffLeftBottom ? left : right, bottom);
                Link(cutsOffLeftBottom ? right : left, top);
                break;
            default: break;
        }
    }

    private int EdgeAlongX(int iy, int ix) => iy * (_nx - 1) + ix;

    private int EdgeAlongY(int iy, int ix) => _ny * (_nx - 1) + iy * _nx + ix;

    private void Link(int a, int b)
    {
        Attach(a, b);
        Attach(b, a);
    }

    private void Attach(int edge, int to)
    {
        if (_links.TryGetValue(edge, out (int First, int Second) known))
        {
            _links[edge] = (known.First, to);
            return;
        }

        _links[edge] = (to, -1);
        _order.Add(edge);
    }

    // Open lines first, from an end; what remains is closed. Always in the order in which the edges were met, so that the result does not depend on hashing.
    private List<List<(double X, double Y)>> Join()
    {
        var lines = new List<List<(double X, double Y)>>();
        var visited = new HashSet<int>();
        foreach (int start in _order.Where(edge => _links[edge].Second < 0).Concat(_order))
        {
            if (visited.Contains(start)) continue;
            var line = new List<(double X, double Y)>();
            int edge = start;
            while (edge >= 0 && visited.Add(edge))
            {
                line.Add(Crossing(edge));
                (int first, int second) = _links[edge];
                edge = !visited.Contains(first) ? first : second >= 0 && !visited.Contains(second) ? second : -1;
            }

            if (_links[start].Second >= 0) line.Add(line[0]);
            lines.Add(line);
        }

        return lines;
    }

    private (double X, double Y) Crossing(int edge)
    {
        int alongX = _ny * (_nx - 1);
        if (edge < alongX)
        {
            (int iy, int ix) = (edge / (_nx - 1), edge % (_nx - 1));
            return (_x[ix] + Part(_field(iy, ix), _field(iy, ix + 1)) * (_x[ix + 1] - _x[ix]), _y[iy]);
        }
        else
        {
            (int iy, int ix) = ((edge - alongX) / _nx, (edge - alongX) % _nx);
            return (_x[ix], _y[iy] + Part(_field(iy, ix), _field(iy + 1, ix)) * (_y[iy + 1] - _y[iy]));
        }
    }

    private double Part(double from, double to) => (_level - from) / (to - from);
}
