namespace LiMeso.Cases.Running;

/// <summary>How a case is to be run.</summary>
public sealed record RunOptions
{
    /// <summary>The results directory; <c>results</c> inside the case when null.</summary>
    public string? Output { get; init; }

    /// <summary>Whether to continue an interrupted run.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether finished or unfinished results may be replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Threads to use.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to find the numbers only, without fields, pictures and report.</summary>
    public bool SummaryOnly { get; init; }
}
