namespace LiMeso.Core.Registries;

/// <summary>A name that no registered plug-in has. The message suggests the nearest one and lists the valid ones.</summary>
/// <param name="what">What was looked for, in the singular.</param>
/// <param name="name">What was written.</param>
/// <param name="valid">The valid names.</param>
public sealed class UnknownNameException(string what, string name, IReadOnlyList<string> valid)
    : Exception($"unknown {what} '{name}'.{(NearestName.Of(name, valid) is { } near ? $" Did you mean '{near}'?" : "")} Valid: {string.Join(", ", valid)}.")
{
    /// <summary>What was looked for, in the singular.</summary>
    public string What { get; } = what;

    /// <summary>The valid names.</summary>
    public IReadOnlyList<string> Valid { get; } = valid;
}
