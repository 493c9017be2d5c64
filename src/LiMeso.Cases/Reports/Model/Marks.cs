namespace LiMeso.Cases.Reports.Model;

/// <summary>Lines, points and words that mark something in a panel.</summary>
public sealed record Marks
{
    /// <summary>Straight lines across the panel.</summary>
    public IReadOnlyList<ReferenceLine> Lines { get; init; } = [];

    /// <summary>Points with a label.</summary>
    public IReadOnlyList<ReferencePoint> Points { get; init; } = [];

    /// <summary>Words at a place.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}

/// <summary>A thin line across the panel at one value of one axis.</summary>
/// <param name="Direction">Which way it runs.</param>
/// <param name="At">Where it stands: y of a horizontal, x of a vertical line.</param>
/// <param name="Label">A few words along it, or null.</param>
public sealed record ReferenceLine(LineDirection Direction, double At, string? Label = null);

/// <summary>Which way a reference line runs.</summary>
public enum LineDirection
{
    /// <summary>Left to right, at a value of y.</summary>
    Horizontal,

    /// <summary>Bottom to top, at a value of x.</summary>
    Vertical,
}

/// <summary>A point that matters, with its label beside it: a design corner, a published value.</summary>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
/// <param name="Label">A few words.</param>
public sealed record ReferencePoint(double X, double Y, string Label)
{
    /// <summary>Where the label stands.</summary>
    public LabelSide Side { get; init; }
}

/// <summary>Words at a place of a panel.</summary>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
/// <param name="Text">A few words.</param>
public sealed record Annotation(double X, double Y, string Text)
{
    /// <summary>On which side of the place the words stand.</summary>
    public LabelSide Side { get; init; }

    /// <summary>Draws an arrow from the words to the place.</summary>
    public bool Arrow { get; init; }
}

/// <summary>Side of a place on which its label stands.</summary>
public enum LabelSide
{
    /// <summary>Where it hides least.</summary>
    Automatic,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Left.</summary>
    Left,

    /// <summary>Above.</summary>
    Above,

    /// <summary>Below.</summary>
    Below,

    /// <summary>Above, to the right.</summary>
    AboveRight,

    /// <summary>Above, to the left.</summary>
    AboveLeft,

    /// <summary>Below, to the right.</summary>
    BelowRight,

    /// <summary>Below, to the left.</summary>
    BelowLeft,
}
