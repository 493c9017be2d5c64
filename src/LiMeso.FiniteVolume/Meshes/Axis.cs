namespace LiMeso.FiniteVolume.Meshes;

/// <summary>Where a graded axis has its narrowest cells.</summary>
public enum Refinement
{
    /// <summary>At the start of the axis.</summary>
    Start,

    /// <summary>At the end of the axis.</summary>
    End,

    /// <summary>At both ends, symmetrically.</summary>
    BothEnds,
}

/// <summary>One direction of a rectilinear mesh: the coordinates of its cell faces, and what follows from them. Immutable.</summary>
public sealed class Axis
{
    private readonly double[] _nodes, _widths, _centres;

    private Axis(double[] nodes)
    {
        if (nodes.Length < 3) throw new ArgumentException($"an axis needs at least two cells; {nodes.Length} node(s) given", nameof(nodes));
        _nodes = nodes;
        _widths = new double[nodes.Length - 1];
        _centres = new double[nodes.Length - 1];
        for (int i = 0; i < _widths.Length; i++)
        {
            _widths[i] = nodes[i + 1] - nodes[i];
            _centres[i] = 0.5 * (nodes[i] + nodes[i + 1]);
            if (!(_widths[i] > 0) || double.IsInfinity(_widths[i]))
            {
                string message = FormattableString.Invariant($"axis nodes must increase; node {i + 1} at {nodes[i + 1]} m follows {nodes[i]} m");
                throw new ArgumentException(message, nameof(nodes));
            }
        }
    }

    /// <summary>Number of cells, at least 2.</summary>
    public int Cells => _widths.Length;

    /// <summary>Face coordinates in m, increasing; one more than cells.</summary>
    public ReadOnlySpan<double> Nodes => _nodes;

    /// <summary>Cell widths in m.</summary>
    public ReadOnlySpan<double> Widths => _widths;

    /// <summary>Cell centres in m, midway between faces.</summary>
    public ReadOnlySpan<double> Centres => _centres;

    /// <summary>Coordinate of the first face, m.</summary>
    public double Start => _nodes[0];

    /// <summary>Coordinate of the last face, m.</summary>
    public double End => _nodes[^1];

    /// <summary>End − Start, m.</summary>
    public double Length => End - Start;

    /// <summary>An axis through given faces.</summary>
    /// <param name="nodes">Face coordinates in m, strictly increasing, at least three.</param>
    /// <exception cref="ArgumentException">Too few nodes, or they do not increase.</exception>
    public static Axis FromNodes(ReadOnlySpan<double> nodes) => new(nodes.ToArray());

    /// <summary>The same axis with its nearest inner faces moved to given places, so that a jump of the diffusivity there is on a face.</summary>
    /// <param name="coordinates">Places in m, inside the axis and increasing.</param>
    /// <exception cref="ArgumentException">A place is not inside, or two places ask for the same face.</exception>
    public Axis WithFacesAt(IReadOnlyList<double> coordinates)
    {
        double[] nodes = [.. _nodes];
        int before = 0;
        foreach (double place in coordinates)
        {
            int cell = CellAt(place), nearest = place - _nodes[cell] < _nodes[cell + 1] - place ? cell : cell + 1;
            nearest = Math.Max(1, Math.Min(nearest, Cells - 1));
            if (nearest <= before) throw new ArgumentException(FormattableString.Invariant($"the cells are too wide to put a face at {place} m as well"), nameof(coordinates));
            nodes[before = nearest] = place;
        }

        return new Axis(nodes);
    }

    /// <summary>Length of a cell's part that lies between two coordinates, m.</summary>
    /// <param name="cell">Index of the cell.</param>
    /// <param name="from">Lower coordinate, m.</param>
    /// <param name="to">Upper coordinate, m.</param>
    public double Overlap(int cell, double from, double to) => Math.Max(0, Math.Min(to, _nodes[cell + 1]) - Math.Max(from, _nodes[cell]));

    /// <summary>Cells of equal width.</summary>
    /// <param name="length">Length in m.</param>
    /// <param name="cells">Number of cells, at least 2.</param>
    /// <param name="start">Coordinate of the first face, m.</param>
    public static Axis Uniform(double length, int cells, double start = 0)
    {
        RequireSize(length, cells);
        var nodes = new double[cells + 1];
        for (int i = 0; i <= cells; i++) nodes[i] = start + length * ((double)i / cells);
        return new Axis(nodes);
    }

    /// <summary>Widths in geometric progression. With the expansion kept and the number of cells doubled, every cell is halved smoothly.</summary>
    /// <param name="length">Length in m.</param>
    /// <param name="cells">Number of cells, at least 2.</param>
    /// <param name="expansion">Width of the widest cell over that of the narrowest, at least 1.</param>
    /// <param name="towards">Where the narrowest cells lie.</param>
    /// <param name="start">Coordinate of the first face, m.</param>
    public static Axis Geometric(double length, int cells, double expansion, Refinement towards = Refinement.Start, double start = 0)
    {
        RequireSize(length, cells);
        ArgumentOutOfRangeException.ThrowIfLessThan(expansion, 1);
        int levels = towards == Refinement.BothEnds ? (cells + 1) / 2 : cells;
        var widths = new double[cells];
        for (int i = 0; i < cells; i++)
        {
            int level = towards switch
            {
                Refinement.Start => i,
                Refinement.End => cells - 1 - i,
                _ => Math.Min(i, cells - 1 - i),
            };
            widths[i] = levels == 1 ? 1 : Math.Pow(expansion, (double)level / (levels - 1));
        }

        return FromWidths(widths, length, start);
    }

    /// <summary>
    /// Nearly uniform cells in a layer at the start that widen ever faster beyond it: nodes x = ℓ tan(s atan(L/ℓ)) for
    /// s = 0, 1/n, …, 1, so the width at x is proportional to 1 + (x/ℓ)². However long the axis, the layer keeps its share of the cells.
    /// </summary>
    /// <param name="length">Length L in m.</param>
    /// <param name="layer">Thickness ℓ of the layer in m. When it far exceeds L the cells become uniform.</param>
    /// <param name="cells">Number of cells n, at least 2.</param>
    /// <param name="start">Coordinate of the first face, m.</param>
    public static Axis BoundaryLayer(double length, double layer, int cells, double start = 0)
    {
        RequireSize(length, cells);
        if (!(layer > 0)) throw new ArgumentOutOfRangeException(nameof(layer), layer, "a layer has a positive thickness");
        double stretch = Math.Atan(length / layer);
        var nodes = new double[cells + 1];
        for (int i = 0; i < cells; i++) nodes[i] = start + layer * Math.Tan(stretch * i / cells);
        nodes[cells] = start + length;
        return new Axis(nodes);
    }

    /// <summary>
    /// Cells that are narrowest at chosen places and widen in proportion to the distance from the nearest of them, so that neighbours differ
    /// by about the same factor everywhere. With the expansion kept and the number of cells doubled, every cell is halved smoothly.
    /// Faces lie on the places.
    /// </summary>
    /// <param name="length">Length in m.</param>
    /// <param name="cells">Number of cells, at least 2.</param>
    /// <param name="expansion">Width of the widest cell over that of the narrowest, at least 1.</param>
    /// <param name="places">Coordinates in m, increasing, from start to end of the axis.</param>
    /// <param name="start">Coordinate of the first face, m.</param>
    /// <exception cref="ArgumentException">A place is not on the axis, places do not increase, or the cells are too wide to tell them apart.</exception>
    public static Axis TowardsPlaces(double length, int cells, double expansion, IReadOnlyList<double> places, double start = 0)
    {
        RequireSize(length, cells);
        ArgumentOutOfRangeException.ThrowIfLessThan(expansion, 1);
        if (places.Count == 0) throw new ArgumentException("cells that are narrow at chosen places need at least one", nameof(places));
        for (int k = 0; k < places.Count; k++)
        {
            if (!(places[k] >= start && places[k] <= start + length)) throw new ArgumentException(FormattableString.Invariant($"{places[k]} m is not on the axis"), nameof(places));
            if (k > 0 && !(places[k] > places[k - 1])) throw new ArgumentException("places must increase", nameof(places));
        }

        // Width at distance d: 1 + slope d. Cells from a place to distance d: ln(1 + slope d)/slope. Ends of the branches between places
        // and the points midway between them, and the sum of cells up to there:
        List<(double From, double To, bool Widens)> branches = [];
        if (places[0] > start) branches.Add((start, places[0], false));
        for (int k = 0; k + 1 < places.Count; k++)
        {
            double middle = 0.5 * (places[k] + places[k + 1]);
            branches.Add((places[k], middle, true));
            branches.Add((middle, places[k + 1], false));
        }

        if (places[^1] < start + length) branches.Add((places[^1], start + length, true));
        double slope = (expansion - 1) / branches.Max(b => b.To - b.From);
        double Cells(double distance) => slope == 0 ? distance : Math.Log(1 + slope * distance) / slope;
        double total = branches.Sum(b => Cells(b.To - b.From)), before = 0;
        var nodes = new double[cells + 1];
        int branch = 0;
        for (int i = 0; i <= cells; i++)
        {
            double wanted = total * i / cells;
            while (branch + 1 < branches.Count && wanted > before + Cells(branches[branch].To - branches[branch].From)) before += Cells(branches[branch].To - branches[branch++].From);
            (double from, double to, bool widens) = branches[branch];
            double inside = widens ? wanted - before : before + Cells(to - from) - wanted;
            double distance = slope == 0 ? inside : (Math.Exp(slope * inside) - 1) / slope;
            nodes[i] = widens ? from + distance : to - distance;
        }

        (nodes[0], nodes[cells]) = (start, start + length);
        return new Axis(nodes).WithFacesAt([.. places.Where(p => p > start && p < start + length)]);
    }

    /// <summary>Axes end to end; faces lie where one ends and the next starts, so a jump of the diffusivity there is on a face.</summary>
    /// <param name="parts">Axes; each must start where the one before ends, to rounding.</param>
    /// <exception cref="ArgumentException">There is a gap or an overlap.</exception>
    public static Axis Joined(params ReadOnlySpan<Axis> parts)
    {
        List<double> nodes = [];
        foreach (Axis part in parts)
        {
            if (nodes.Count == 0) nodes.Add(part.Start);
            if (Math.Abs(part.Start - nodes[^1]) > 1e-12 * (part.Length + nodes[^1] - nodes[0]))
            {
                string message = FormattableString.Invariant($"an axis starts at {part.Start} m, but the one before ends at {nodes[^1]} m");
                throw new ArgumentException(message, nameof(parts));
            }

            nodes.AddRange(part._nodes.AsSpan(1));
        }

        return new Axis([.. nodes]);
    }

    /// <summary>Index of the cell that holds a coordinate. A point on a face belongs to the cell after it, the last face to the last cell.</summary>
    /// <param name="coordinate">Coordinate in m, within the axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point lies outside.</exception>
    public int CellAt(double coordinate)
    {
        if (!(coordinate >= Start && coordinate <= End))
        {
            string message = FormattableString.Invariant($"outside the axis, which runs from {Start} to {End} m");
            throw new ArgumentOutOfRangeException(nameof(coordinate), coordinate, message);
        }

        int found = Array.BinarySearch(_nodes, coordinate);
        return Math.Min(found >= 0 ? found : ~found - 1, Cells - 1);
    }

    private static Axis FromWidths(double[] widths, double length, double start)
    {
        double scale = length / widths.Sum();
        var nodes = new double[widths.Length + 1];
        nodes[0] = start;
        double sum = 0;
        for (int i = 0; i < widths.Length; i++) nodes[i + 1] = start + scale * (sum += widths[i]);
        nodes[^1] = start + length;
        return new Axis(nodes);
    }

    private static void RequireSize(double length, int cells)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 2);
        if (!(length > 0) || double.IsInfinity(length)) throw new ArgumentOutOfRangeException(nameof(length), length, "a length is positive and finite");
    }
}
