using System.Text.Json;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Results;

/// <summary>The file <c>expected.json</c> of a case: the numbers that the test suite, and every run of the shipped case, holds it to.</summary>
public static class ExpectedResults
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private sealed record Document(IReadOnlyList<Entry> Checks);

    private sealed record Entry(string Path, double Value, string Why, double Relative = 0, double Absolute = 0);

    /// <summary>Reads the expectations of a case; null when it ships none.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file is not what it should be.</exception>
    public static IReadOnlyList<Expectation>? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            Document document = JsonSerializer.Deserialize<Document>(File.ReadAllText(path), _options) ?? throw new JsonException("it is null");
            return [.. document.Checks.Select(c => new Expectation(c.Path, c.Value, c.Relative, c.Absolute, c.Why))];
        }
        catch (JsonException e)
        {
            var location = new SourceLocation(path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            throw new InputException(location, $"not a list of expected results: {e.Message}", """Write {"checks": [{"path": "depletion_time_s.analytic", "value": 130000, "relative": 1e-3, "why": "..."}]}.""", e);
        }
    }

    /// <summary>Compares a finished run with what was expected of it.</summary>
    /// <param name="expectations">What was expected.</param>
    /// <param name="record">The run.</param>
    public static IReadOnlyList<Verdict> Compare(IEnumerable<Expectation> expectations, RunRecord record) =>
        [.. expectations.Select(e => new Verdict(e, record.Find(e.Path) is { } node && node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : null))];
}
