namespace LiMeso.Depletion.Design;

/// <summary>Why no foil meets a target.</summary>
public enum Obstacle
{
    /// <summary>Nothing stands in the way.</summary>
    None,

    /// <summary>The foil holds no more lithium than the charge asked for, so no finite diffusivity or positive current delivers it.</summary>
    NotEnoughLithium,

    /// <summary>The face runs empty before the charge is delivered however thick the foil is.</summary>
    DiffusionTooSlow,
}

/// <summary>The answer to a design question: a number, or the reason why there is none.</summary>
public readonly record struct DesignAnswer
{
    private readonly double _value;

    private DesignAnswer(double value, Obstacle obstacle, double attainableCapacity) =>
        (_value, Obstacle, AttainableCapacity) = (value, obstacle, attainableCapacity);

    /// <summary>What stands in the way, if anything.</summary>
    public Obstacle Obstacle { get; }

    /// <summary>Whether there is an answer.</summary>
    public bool IsFeasible => Obstacle == Obstacle.None;

    /// <summary>The capacity that cannot be reached but only approached, C/m²: the foil's inventory, or what an unlimited foil delivers; the target itself
    /// if feasible.</summary>
    public double AttainableCapacity { get; }

    /// <summary>The answer, in the SI unit the question names.</summary>
    /// <exception cref="InvalidOperationException">The target is infeasible.</exception>
    public double Value => IsFeasible ? _value : throw new InvalidOperationException($"No answer: {Reason}.");

    /// <summary>The answer, or NaN if the target is infeasible: what a map or a table shows.</summary>
    public double ValueOrNaN => IsFeasible ? _value : double.NaN;

    /// <summary>One clause for a report: "feasible", or why not.</summary>
    public string Reason => Obstacle switch
    {
        Obstacle.NotEnoughLithium => FormattableString.Invariant(
            $"the foil holds {ArealCapacity.ToMilliampHourPerSquareCentimetre(AttainableCapacity):g4} mAh/cm² of lithium, not more than the target"),
        Obstacle.DiffusionTooSlow => FormattableString.Invariant(
            $"a foil of any thickness runs empty at the electrolyte by {ArealCapacity.ToMilliampHourPerSquareCentimetre(AttainableCapacity):g4} mAh/cm²"),
        _ => "feasible",
    };

    internal static DesignAnswer Feasible(double value, double capacity) => new(value, Obstacle.None, capacity);

    internal static DesignAnswer Infeasible(Obstacle obstacle, double attainableCapacity) => new(double.NaN, obstacle, attainableCapacity);
}
