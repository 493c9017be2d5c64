using LiMeso.Core.Registries;

namespace LiMeso.FiniteVolume.TimeFunctions;

/// <summary>Builds a time function from the numbers of a case file.</summary>
/// <param name="times">Times in s; empty for a constant.</param>
/// <param name="values">Values, in the unit of what varies.</param>
public delegate ITimeFunction TimeFunctionFactory(IReadOnlyList<double> times, IReadOnlyList<double> values);

/// <summary>The time functions by name.</summary>
public static class TimeFunctionKinds
{
    /// <summary>Every time function that a table of numbers can describe. <see cref="FunctionOfTime"/> is for use in code.</summary>
    public static readonly Registry<TimeFunctionFactory> All = new("time function")
    {
        { "constant", "the same value at all times", (_, values) => new ConstantInTime(values.Single()) },
        { "piecewise-constant", "a value from each start until the next: pulses and rests", (times, values) => new PiecewiseConstant(times, values) },
        { "table", "straight lines between points; a time given twice is a jump", (times, values) => new LinearTable(times, values) },
    };
}
