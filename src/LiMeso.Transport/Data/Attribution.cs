namespace LiMeso.Transport.Data;

/// <summary>How firm a value is, from the firmest.</summary>
public enum ValueStatus
{
    /// <summary>Printed in the source cited.</summary>
    Published,

    /// <summary>Result of our own simulation.</summary>
    Computed,

    /// <summary>Not printed, but follows from what the source prints.</summary>
    Inferred,

    /// <summary>Chosen, within what the source allows.</summary>
    Assumed,
}

/// <summary>Where a value comes from.</summary>
/// <param name="Status">How firm it is.</param>
/// <param name="Source">Identifier of a <see cref="DataSource"/> of the set.</param>
public sealed record Attribution(ValueStatus Status, string Source);

/// <summary>Something that values are taken from: a publication, a simulation, a line of reasoning.</summary>
/// <param name="Id">Short name that values refer to.</param>
/// <param name="Citation">The reference in full, or what was done.</param>
public sealed record DataSource(string Id, string Citation);

/// <summary>A dimensionless value with its source.</summary>
/// <param name="Value">The value.</param>
/// <param name="Attribution">Where it comes from.</param>
public sealed record AttributedNumber(double Value, Attribution Attribution);
