namespace LiMeso.Cases.Reports.Model;

/// <summary>Curves and points over a common pair of axes, in one or several panels.</summary>
public sealed record LineFigure : Figure
{
    /// <summary>The panels, row by row.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public required IReadOnlyList<LinePanel> Panels
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("a figure needs a panel", nameof(value));
    }

    /// <summary>Where the legend stands.</summary>
    public LegendPlacement Legend { get; init; }

    /// <summary>When given, each series is coloured by its <see cref="LineSeries.ColorValue"/> and a colour bar stands for them in the legend: profiles at successive times, say.</summary>
    public ColorAxis? SeriesColors { get; init; }
}

/// <summary>One panel of a <see cref="LineFigure"/>.</summary>
/// <param name="Series">Its curves, the first drawn lowest.</param>
public sealed record LinePanel(IReadOnlyList<LineSeries> Series)
{
    /// <summary>Title above the panel; the writer adds the letter.</summary>
    public string? Title { get; init; }

    /// <summary>Lines, points and words that mark something.</summary>
    public Marks Marks { get; init; } = new();
}

/// <summary>Where a legend stands.</summary>
public enum LegendPlacement
{
    /// <summary>In the first free corner of the first panel; to the right of the panels when there is none.</summary>
    Automatic,

    /// <summary>Inside, top left.</summary>
    TopLeft,

    /// <summary>Inside, top right.</summary>
    TopRight,

    /// <summary>Inside, bottom left.</summary>
    BottomLeft,

    /// <summary>Inside, bottom right.</summary>
    BottomRight,

    /// <summary>Outside, to the right.</summary>
    Right,

    /// <summary>Nowhere.</summary>
    None,
}
