using LiMeso.Core.Input;
using LiMeso.Transport.Data;

namespace LiMeso.Transport.Tests.Data;

public sealed class DiffusivitySetReaderTests : IDisposable
{
    private const string Yaml = """
        name: small
        title: A small set
        origin: published
        sources:
          - {id: paper, citation: "A. Author (2020)"}
        bulk:
          points:
            - {temperature: 300 K, value: 2e-11 cm^2/s, status: published, source: paper}
            - {temperature: 400 K, value: 2e-9 cm^2/s, status: inferred, source: paper}
        boundary:
          mean:
            use: lines
            lines:
              - {from: 250 K, to: 400 K, prefactor: 1e-3 cm^2/s, activation-energy: 0.2 eV, status: published, source: paper}
        width:
          points:
            - {temperature: 300 K, value: 12 A, error: 0.5 A, status: assumed, source: paper}
        triple-junction: {factor: 100, status: assumed, source: paper}
        segregation: {factor: 1, status: assumed, source: paper}
        """;

    private const string Table = """
        boundary,name,kind,temperature,definition,diffusivity,status,source
        gb1,Sigma 5,tilt,300 K,total,8e-8 cm^2/s,published,paper
        gb1,Sigma 5,tilt,400 K,total,9e-7 cm^2/s,published,paper
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("limeso-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private DiffusivitySet Read(string yaml, string? table = null)
    {
        File.WriteAllText(Path.Combine(_directory, "dataset.yaml"), yaml);
        if (table is not null) File.WriteAllText(Path.Combine(_directory, "boundaries.csv"), table);
        return DiffusivitySetReader.Read(_directory, "sets/small");
    }

    [Theory]
    [InlineData("", "", "needs either a 'diffusivity' or an 'upper_bound'")]
    [InlineData("8e-8 cm^2/s", "1e-7 cm^2/s", "needs either a 'diffusivity' or an 'upper_bound'")]
    public void A_row_has_either_a_diffusivity_or_a_bound(string diffusivity, string bound, string problem)
    {
        string table = $"boundary,name,kind,temperature,definition,diffusivity,upper_bound,status,source\ngb1,Sigma 5,tilt,300 K,total,{diffusivity},{bound},published,paper\n";
        InputException refusal = Assert.Throws<InputException>(() => Read(Yaml, table));
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, refusal.Location!.Line);
    }

    [Fact]
    public void Means_by_the_definition_of_the_set_stand_in_one_place()
    {
        const string Means = "{mean: {points: [{temperature: 300 K, value: 1e-7 cm^2/s, count: 4, status: published, source: paper}]}}";
        DiffusivitySet set = Read(Yaml.Replace("boundary:\n", $"boundary:\n  in-plane: {Means}\n", StringComparison.Ordinal));
        Assert.Equal("tabulated, mean of 4", set.At(300, definition: BoundaryDefinition.InPlane).Boundary.Basis);
        InputException twice = Assert.Throws<InputException>(() => Read(Yaml.Replace("boundary:\n", $"boundary:\n  total: {Means}\n", StringComparison.Ordinal)));
        Assert.Contains("'total' is the 'definition' of the set", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_are_converted_and_defaults_filled_in()
    {
        DiffusivitySet set = Read(Yaml, Table);
        Assert.InRange(set.At(300).Bulk.Value / 2e-15, 1 - 3e-16, 1 + 3e-16);       // one rounding
        Assert.Equal((12e-10, 0.5e-10), (set.At(300).Width.Value, set.At(300).Width.StandardError));
        Assert.Equal((BoundaryDefinition.Total, 1), (set.Definition, set.Extremes));
        Assert.InRange(set.At(300, "gb1").Boundary.Value / 8e-12, 1 - 3e-16, 1 + 3e-16);
    }

    [Theory]
    [InlineData("bulk:", "bulkk:", ":6:1: error: unknown key 'bulkk'", "Did you mean 'bulk'?")]
    [InlineData("activation-energy", "activation-enrgy", "unknown key 'activation-enrgy' in 'boundary.mean.lines'", "Did you mean 'activation-energy'?")]
    [InlineData("2e-9 cm^2/s", "2e-9 cm", ":9:35: error: 'value': expected a diffusivity such as '2.9e-11 cm^2/s'", "")]
    [InlineData("2e-9 cm^2/s", "-2e-9 cm^2/s", ":9:35: error: 'value' must be greater than 0", "")]
    [InlineData("status: inferred, source: paper", "status: infered, source: paper", ":9:56: error: 'status' cannot be 'infered'", "Did you mean 'inferred'?")]
    [InlineData("status: inferred, source: paper", "status: inferred, source: papr", ":9:74: error: 'source' cannot be 'papr'", "Did you mean 'paper'?")]
    [InlineData("status: inferred, source: paper", "status: computed, source: paper", ":9:56: error: a value that is computed stands in a set whose origin is 'published'", "origin: mixed")]
    [InlineData("400 K, value: 2e-9", "300 K, value: 2e-9", ":8:5: error: there are two values of the diffusivity at 300 K", "")]
    [InlineData("use: lines", "use: fit", "error: there are no points to use", "")]
    [InlineData("from: 250 K, to: 400 K", "from: 400 K, to: 250 K", "error: an Arrhenius line must run from a lower to a higher temperature", "")]
    [InlineData("origin: published", "origin: mine", ":3:9: error: 'origin' cannot be 'mine'", "Valid here: published, computed, mixed.")]
    [InlineData("triple-junction: {factor: 100, status: assumed, source: paper}\n", "", "error: key 'triple-junction' is missing", "")]
    [InlineData("  mean:\n    use: lines", "  average:\n    use: lines", "unknown key 'average' in 'boundary'", "Valid here: definition, extremes, mean, slowest, fastest, total, in-plane.")]
    public void What_cannot_be_used_is_refused_with_its_place_and_what_to_write(string written, string instead, string problem, string advice)
    {
        Assert.Contains(written, Yaml, StringComparison.Ordinal);
        string message = Assert.Throws<InputException>(() => Read(Yaml.Replace(written, instead, StringComparison.Ordinal))).Message;
        Assert.StartsWith("sets/small/dataset.yaml:", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "kinde", ":1: error: unknown column 'kinde'", "Did you mean 'kind'?")]
    [InlineData("400 K,total,9e-7 cm^2/s", "400 K,total,9e-7", ":3: error: 'diffusivity': expected a diffusivity", "")]
    [InlineData("400 K,total", "400 K,totl", ":3: error: 'definition' cannot be 'totl'", "Did you mean 'total'?")]
    [InlineData("gb1,Sigma 5,tilt,400 K", "gb1,Sigma 5,twist,400 K", ":3: error: 'kind' of boundary 'gb1' is 'twist' here and 'tilt' in line 2", "")]
    [InlineData("9e-7 cm^2/s,published", "9e-7 cm^2/s,computed", ":3: error: a value that is computed stands in a set whose origin is 'published'", "origin: mixed")]
    [InlineData("gb1,Sigma 5,tilt,400 K", "gb1,Sigma 5,tilt,300 K", ":2: error: there are two values of the diffusivity at 300 K", "")]
    [InlineData("gb1,Sigma 5,tilt,300 K,total,8e-8 cm^2/s,published,paper\ngb1", "mean", ":2: error: a grain boundary cannot be called 'mean'", "")]
    [InlineData("9e-7 cm^2/s,published,paper", "9e-7 cm^2/s,published", ":3: error: expected 8 values as in the header, found 7", "")]
    public void A_row_that_cannot_be_used_is_refused_with_its_line(string written, string instead, string problem, string advice)
    {
        Assert.Contains(written, Table, StringComparison.Ordinal);
        string message = Assert.Throws<InputException>(() => Read(Yaml, Table.Replace(written, instead, StringComparison.Ordinal))).Message;
        Assert.StartsWith("sets/small/boundaries.csv:", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_without_any_boundary_diffusivity_or_with_too_few_for_its_extremes_is_refused()
    {
        string mean = Yaml[Yaml.IndexOf("  mean:", StringComparison.Ordinal)..Yaml.IndexOf("width:", StringComparison.Ordinal)];
        Assert.Contains("there is no mean grain-boundary diffusivity", Assert.Throws<InputException>(() => Read(Yaml.Replace(mean, "  extremes: 1\n", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Contains("'extremes' is 3, but 1 boundaries are known", Assert.Throws<InputException>(() => Read(Yaml.Replace(mean, "  extremes: 3\n", StringComparison.Ordinal), Table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_set_is_named() =>
        Assert.Equal("nowhere/dataset.yaml: error: no such file", Assert.Throws<InputException>(() => DiffusivitySetReader.Read("nowhere")).Message);
}
