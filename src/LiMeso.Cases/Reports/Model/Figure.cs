namespace LiMeso.Cases.Reports.Model;

/// <summary>A figure with a caption, numbered by the writer.</summary>
public abstract record Figure : Block
{
    /// <summary>What the figure shows, in full sentences.</summary>
    public required string Caption { get; init; }

    /// <summary>The published figure it answers to, "Fig. 8 of Yoon et al. (2023)"; null when there is none.</summary>
    public string? AnswersTo { get; init; }

    /// <summary>Horizontal axis, the same in every panel.</summary>
    public required PlotAxis X { get; init; }

    /// <summary>Vertical axis, the same in every panel.</summary>
    public required PlotAxis Y { get; init; }

    /// <summary>Panels in a row at full width; null lets the writer choose.</summary>
    public int? PanelsPerRow { get; init; }

    /// <summary>Height over width of one panel; null lets the writer choose.</summary>
    public double? Aspect { get; init; }
}
