namespace LiMeso.Cases.Reports.Model;

/// <summary>Whether a cell reports something good or bad.</summary>
public enum Tone
{
    /// <summary>Neither.</summary>
    Plain,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Doubtful,

    /// <summary>Not as it should be.</summary>
    Bad,
}

/// <summary>A value to be shown: a number, formatted by its column, or a text. Numbers and strings convert to it by themselves.</summary>
public readonly record struct Cell
{
    /// <summary>The number, or null when the cell holds text or nothing.</summary>
    public double? Number { get; private init; }

    /// <summary>The text, or null when the cell holds a number or nothing.</summary>
    public string? Text { get; private init; }

    /// <summary>True for a count, shown with all its digits.</summary>
    public bool IsCount { get; private init; }

    /// <summary>Good or bad; shown by colour and by a mark.</summary>
    public Tone Tone { get; init; }

    /// <summary>A cell with nothing to say, shown as a dash.</summary>
    public static Cell Empty => default;

    /// <summary>A number. NaN is shown as a dash.</summary>
    /// <param name="number">The number, in its column's unit.</param>
    public static Cell FromDouble(double number) => new() { Number = number };

    /// <summary>A count.</summary>
    /// <param name="count">The count.</param>
    public static Cell FromInt64(long count) => new() { Number = count, IsCount = true };

    /// <summary>A text.</summary>
    /// <param name="text">The text, see <see cref="InlineText"/>; null for an empty cell.</param>
    public static Cell FromString(string? text) => new() { Text = text };

    /// <summary>See <see cref="FromDouble"/>.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Cell(double number) => FromDouble(number);

    /// <summary>See <see cref="FromInt64"/>.</summary>
    /// <param name="count">The count.</param>
    public static implicit operator Cell(long count) => FromInt64(count);

    /// <summary>See <see cref="FromInt64"/>.</summary>
    /// <param name="count">The count.</param>
    public static implicit operator Cell(int count) => FromInt64(count);

    /// <summary>See <see cref="FromString"/>.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Cell(string? text) => FromString(text);

    /// <summary>The same value with a tone.</summary>
    /// <param name="tone">Good or bad.</param>
    public Cell With(Tone tone) => this with { Tone = tone };
}
