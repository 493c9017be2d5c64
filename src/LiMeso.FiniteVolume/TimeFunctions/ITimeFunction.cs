namespace LiMeso.FiniteVolume.TimeFunctions;

/// <summary>From which side an instant is approached. At a jump of a time function the two limits differ.</summary>
public enum Limit
{
    /// <summary>The value just before the instant: what a step that ends there sees.</summary>
    Before,

    /// <summary>The value just after the instant: what a step that starts there sees.</summary>
    After,
}

/// <summary>A value that may change in time: the second half of a boundary condition, or the strength of a source.</summary>
public interface ITimeFunction
{
    /// <summary>The value at an instant.</summary>
    /// <param name="time">Time in s.</param>
    /// <param name="limit">From which side, where the two differ.</param>
    double Value(double time, Limit limit);

    /// <summary>
    /// The first instant after <paramref name="time"/> where the value or its slope jumps; +∞ when there is none.
    /// Time steps end exactly on these instants.
    /// </summary>
    /// <param name="time">Time in s.</param>
    double NextBreak(double time);
}
