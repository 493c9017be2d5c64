namespace LiMeso.Transport.Data;

/// <summary>A property at a temperature, with everything a report should say about it.</summary>
/// <param name="Value">In SI.</param>
/// <param name="StandardError">In the unit of the value; null when the data carry no error bars there.</param>
/// <param name="Status">Status of the least firm value that went in.</param>
/// <param name="Sources">Identifiers of the sources of all values that went in.</param>
/// <param name="Extrapolated">Whether the temperature lies outside the data.</param>
/// <param name="Basis">How the value came about: "tabulated", "interpolated between 250 K and 300 K", "Arrhenius line, 0.2 eV".</param>
public sealed record PropertyValue(double Value, double? StandardError, ValueStatus Status, IReadOnlyList<string> Sources, bool Extrapolated, string Basis)
{
    internal static PropertyValue From(double value, double? error, IEnumerable<Attribution> inputs, bool extrapolated, string basis)
    {
        Attribution[] all = [.. inputs];
        return new PropertyValue(value, error, all.Max(a => a.Status), [.. all.Select(a => a.Source).Distinct()], extrapolated, extrapolated ? $"{basis}, extrapolated" : basis);
    }
}
