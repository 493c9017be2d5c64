namespace LiMeso.Cases.Files;

/// <summary>How much work a case is, and so what the test suite does with it.</summary>
public enum CaseTier
{
    /// <summary>Seconds: the test suite runs it whole.</summary>
    Quick,

    /// <summary>Minutes to hours: the test suite runs a shortened variant and holds the stored result to its provenance.</summary>
    Long,

    /// <summary>More than one machine can do: the test suite checks the input only.</summary>
    Planned,
}
