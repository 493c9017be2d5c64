namespace LiMeso.Cases.Reports.Model;

/// <summary>A quantity over two others, by colour, in one or several panels with one colour scale, with contours on top.</summary>
public sealed record MapFigure : Figure
{
    /// <summary>What the colours mean, in every panel.</summary>
    public required ColorAxis Color { get; init; }

    /// <summary>The panels, row by row.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public required IReadOnlyList<MapPanel> Panels
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("a figure needs a panel", nameof(value));
    }
}

/// <summary>One panel of a <see cref="MapFigure"/>: values on the nodes of a rectangular grid, spaced evenly or not.</summary>
public sealed record MapPanel
{
    /// <summary>A panel.</summary>
    /// <param name="x">nx abscissae, increasing, in the unit of the x axis.</param>
    /// <param name="y">ny ordinates, increasing, in the unit of the y axis.</param>
    /// <param name="z">Values z[iy, ix] in the unit of the colour axis; those that are not finite stay blank.</param>
    /// <exception cref="ArgumentException">Fewer than 2 x 2 nodes, a grid that does not increase, or a shape that does not match.</exception>
    public MapPanel(IReadOnlyList<double> x, IReadOnlyList<double> y, double[,] z)
    {
        CheckIncreasing(x, nameof(x));
        CheckIncreasing(y, nameof(y));
        CheckShape(z, x.Count, y.Count, nameof(z));
        (X, Y, Z) = (x, y, z);
    }

    /// <summary>Abscissae of the nodes.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Ordinates of the nodes.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>Values, [iy, ix].</summary>
    public double[,] Z { get; }

    /// <summary>Title above the panel; the writer adds the letter.</summary>
    public string? Title { get; init; }

    /// <summary>Contour lines, of the map itself or of another quantity on the same grid.</summary>
    /// <exception cref="ArgumentException">A field does not lie on the grid, or the labels are not as many as the levels.</exception>
    public IReadOnlyList<Contours> Contours
    {
        get;
        init
        {
            foreach (Contours set in value)
            {
                if (set.Field is { } other) CheckShape(other, X.Count, Y.Count, nameof(Contours));
                if (set.Labels is { } labels && labels.Count != set.Levels.Count)
                    throw new ArgumentException($"{set.Levels.Count} contour levels have {labels.Count} labels", nameof(Contours));
            }

            field = value;
        }
    } = [];

    /// <summary>Lines, points and words that mark something.</summary>
    public Marks Marks { get; init; } = new();

    private static void CheckIncreasing(IReadOnlyList<double> nodes, string name)
    {
        ArgumentNullException.ThrowIfNull(nodes, name);
        if (nodes.Count < 2) throw new ArgumentException($"a map needs at least two nodes each way, not {nodes.Count}", name);
        for (int i = 1; i < nodes.Count; i++)
        {
            if (!(nodes[i] > nodes[i - 1])) throw new ArgumentException($"nodes must increase: {nodes[i]} follows {nodes[i - 1]}", name);
        }
    }

    private static void CheckShape(double[,] field, int nx, int ny, string name)
    {
        ArgumentNullException.ThrowIfNull(field, name);
        if (field.GetLength(0) != ny || field.GetLength(1) != nx)
            throw new ArgumentException($"the field is {field.GetLength(0)} x {field.GetLength(1)}, the grid {ny} x {nx} (rows are y)", name);
    }
}

/// <summary>Contour lines of one quantity at given levels, found in the axes' own scales (on logarithmic axes, between logarithms).</summary>
/// <param name="Levels">The levels, in the unit of the quantity.</param>
public sealed record Contours(IReadOnlyList<double> Levels)
{
    /// <summary>The quantity on the panel's grid, [iy, ix]; null for the map itself.</summary>
    public double[,]? Field { get; init; }

    /// <summary>Name in the hover and in the data table: "utilisation". Null for the map's own.</summary>
    public string? Name { get; init; }

    /// <summary>Labels on the lines, one per level ("90 %"); null writes the levels themselves, with their unit.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Unit of the levels, written after them; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>Draws the lines heavy: the limit the figure is about.</summary>
    public bool Emphasised { get; init; }
}
