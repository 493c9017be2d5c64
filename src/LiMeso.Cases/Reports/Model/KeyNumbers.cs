namespace LiMeso.Cases.Reports.Model;

/// <summary>A row of numbers set large.</summary>
/// <param name="Numbers">The numbers.</param>
public sealed record KeyNumbers(IReadOnlyList<KeyNumber> Numbers) : Block;

/// <summary>A number that matters, on a card of its own.</summary>
/// <param name="Label">What it is: "Depletion time, analytic".</param>
/// <param name="Value">A number or a few words.</param>
/// <param name="Unit">Unit of the number, or null.</param>
public sealed record KeyNumber(string Label, Cell Value, string? Unit = null)
{
    /// <summary>Significant digits shown.</summary>
    public int SignificantDigits { get; init; } = 3;

    /// <summary>A line below: a comparison, an uncertainty, a condition.</summary>
    public string? Note { get; init; }
}
