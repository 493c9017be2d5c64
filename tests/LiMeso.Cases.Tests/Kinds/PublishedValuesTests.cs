using LiMeso.Cases.Files;
using LiMeso.Cases.Results;
using LiMeso.Core;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class PublishedValuesTests
{
    private const string Head = """
        kind: published-values
        title: Some values
        publication: {citation: "A. Author, Journal 1 (2000) 1"}
        claims:

        """;

    private static string Validation { get; } = Path.Combine(RepositoryRoot(), "validation", "yoon-2023");

    private static ResultData Compare(params string[] claims)
    {
        using TemporaryCase made = TemporaryCase.FromText(Head + string.Concat(claims.Select((c, i) => $"  - {{name: c{i}, statement: a value, where: Results, {c}}}\n")));
        return made.Compute();
    }

    // The data set's triple-junction factor is 100.
    [Theory]
    [InlineData("100", "agrees")]
    [InlineData("99.6", "differs")]
    [InlineData("1.00e2", "agrees")]
    [InlineData("1.01e2", "differs")]
    [InlineData("1e2", "agrees")]
    [InlineData("1.0e2", "agrees")]
    [InlineData("0.9e2", "differs")]
    [InlineData("2e2", "differs")]
    [InlineData("99.5", "differs")]
    [InlineData("100.0", "agrees")]
    public void A_value_agrees_with_a_printed_number_that_it_rounds_to(string printed, string verdict) =>
        Assert.Equal(verdict, Compare($"role: prediction, quantity: triple-junction-factor, published: \"{printed}\"").Texts["claims.c0.verdict"]);

    [Theory]
    [InlineData("published: \"105\", agreement: tolerance, tolerance: 5 %", "agrees")]
    [InlineData("published: \"106\", agreement: tolerance, tolerance: 5 %", "differs")]
    [InlineData("published: \"316\", agreement: decade", "agrees")]
    [InlineData("published: \"317\", agreement: decade", "differs")]
    [InlineData("published: \"99\", published-to: \"100\", agreement: interval", "agrees")]
    [InlineData("published: \"101\", published-to: \"1000\", agreement: interval", "differs")]
    [InlineData("published: \"100\", agreement: at-least", "agrees")]
    [InlineData("published: \"99\", agreement: at-most", "differs")]
    [InlineData("words: about a hundred", "in words")]
    public void Agreement_means_what_the_claim_says(string claim, string verdict) =>
        Assert.Equal(verdict, Compare($"role: prediction, quantity: triple-junction-factor, {claim}").Texts["claims.c0.verdict"]);

    [Fact]
    public void Inputs_are_no_agreement_but_a_wrong_copy_is_a_difference()
    {
        ResultData results = Compare(
            "role: input, quantity: triple-junction-factor, published: \"100\"",
            "role: input, quantity: triple-junction-factor, published: \"10\"",
            "role: input, published: 3 mA/cm^2",
            "role: quoted, published: 20 um");
        Assert.Equal(["input", "differs", "input", "not computed"], Enumerable.Range(0, 4).Select(i => results.Texts[$"claims.c{i}.verdict"]));
        Assert.Equal((0, 1, 2, 1), (results.Number("verdicts.agrees"), results.Number("verdicts.differs"), results.Number("verdicts.input"), results.Number("verdicts.not_computed")));
    }

    // Each against its formula written out with li-yoon-2023 at 300 K.
    [Fact]
    public void Quantities_are_what_their_names_say()
    {
        const double Bulk = 2.06e-15, Boundary = 5.27e-11, Width = 12e-10;
        double charge = PhysicalConstants.Faraday * 2 / (PhysicalConstants.Avogadro * Math.Pow(3.4876e-10, 3));
        double Hart(double d) => Width / d * (2 - Width / d) * Boundary + (1 - Width / d) * (1 - Width / d) * Bulk;
        (string Claim, double Expected)[] cases =
        [
            ("quantity: bulk-diffusivity, published: 1 m^2/s", Bulk),
            ("quantity: boundary-diffusivity, published: 1 m^2/s", Boundary),
            ("quantity: boundary-width, published: 1 m", Width),
            ("quantity: boundary-over-bulk, published: \"1\"", Boundary / Bulk),
            ("quantity: boundary-over-boundary, given: {boundaries: mean, other-boundaries: slowest}, published: \"1\"", Boundary / 8.133333e-12),
            ("quantity: bulk-activation-energy, given: {temperatures: [250 K, 400 K]}, published: 1 eV", Math.Log(2.13687e-9 / 5.02502e-13) / (1 / 250.0 - 1 / 400.0) * PhysicalConstants.BoltzmannElectronVolt),
            ("quantity: boundary-activation-energy, given: {temperatures: [300 K, 400 K]}, published: 1 eV", Math.Log(4.87268e-6 / 5.27e-7) / (1 / 300.0 - 1 / 400.0) * PhysicalConstants.BoltzmannElectronVolt),
            ("quantity: effective-diffusivity, given: {grain-size: 1 um}, published: 1 m^2/s", Hart(1e-6)),
            ("quantity: effective-diffusivity, given: {grain-size: 1 um, model: single-crystal}, published: 1 m^2/s", Bulk),
            ("quantity: effective-diffusivity-ratio, given: {grain-size: 1 um, other-grain-size: 2 um}, published: \"1\"", Hart(1e-6) / Hart(2e-6)),
            ("quantity: model-ratio, given: {grain-size: 1 um, model: hart, other-model: single-crystal}, published: \"1\"", Hart(1e-6) / Bulk),
            ("quantity: model-spread, given: {grain-size: 1 um, models: [single-crystal, hart]}, published: \"1\"", Hart(1e-6) / Bulk),
            ("quantity: diffusion-length, given: {grain-size: 1 um, time: 1 h}, published: 1 m", Math.Sqrt(Hart(1e-6) * 3600)),
            ("quantity: diffusion-length-share, given: {grain-size: 1 um, time: 1 h, thickness: 2 m}, published: \"1\"", Math.Sqrt(Hart(1e-6) * 3600) / 2),
            ("quantity: depletion-time, given: {grain-size: 150 um, current-density: 1 A/m^2}, published: 1 s", Math.PI / 4 * Hart(150e-6) * charge * charge),
            ("quantity: depletion-time, given: {grain-size: 150 um, current-density: 1 A/m^2, thickness: 1 mm}, published: 1 s", Math.PI / 4 * Hart(150e-6) * charge * charge),
            ("quantity: deliverable-capacity, given: {grain-size: 1 um, current-density: 0.1 A/m^2, thickness: 5 um}, published: 1 C/m^2", charge * 5e-6 - 0.1 * 25e-12 / (3 * Hart(1e-6))),
            ("quantity: depletion-time-ratio, given: {grain-size: 150 um, current-density: 1 A/m^2, thickness: 1 mm, other-thickness: 2 mm}, published: \"1\"", 1),
            ("quantity: thinnest-foil, given: {capacity: 3 mAh/cm^2}, published: 1 m", 108000 / charge),
            ("quantity: grain-size-over-largest, given: {grain-size: 150 um, current-density: 3 mA/cm^2, capacity: 3 mAh/cm^2}, published: \"1\"", 150 / 1.80002956994664),
            ("quantity: largest-grain-size, given: {current-density: 3 mA/cm^2, capacity: 5 mAh/cm^2, thickness: 36 um}, published: 1 um", 0.910775145755892),
        ];
        ResultData results = Compare([.. cases.Select(c => c.Claim)]);
        for (int i = 0; i < cases.Length; i++)
        {
            double relative = results.Number($"claims.c{i}.computed") / cases[i].Expected - 1;
            Assert.True(Math.Abs(relative) < 1e-11, $"{cases[i].Claim}: off by {relative:g2}");
        }
    }

    [Fact]
    public void Values_without_an_effective_medium_are_named_in_one_warning()
    {
        ResultData results = Compare(
            "quantity: diffusion-length, given: {grain-size: 150 um, time: 30 min}, published: 2.3 um", "quantity: diffusion-length, given: {grain-size: 1 um, time: 1 h}, published: 1 um");
        Assert.EndsWith("formal averages there: c0.", Assert.Single(results.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quantity: depletion-time, given: {grain-size: 1 um}, published: 1 h", "needs current-density")]
    [InlineData("quantity: bulk-diffusivity, given: {grain-size: 1 um}, published: 1 cm^2/s", "has no use for grain-size")]
    [InlineData("quantity: thinnest-foil, given: {capacity: 3 mAh/cm^2}, published: 1 h", "'published': expected a length")]
    [InlineData("quantity: thinnest-foil, given: {capacity: 3 mAh/cm^2}", "either 'published' or 'words'")]
    [InlineData("published: 1 h", "key 'quantity' is missing")]
    [InlineData("quantity: bulk-diffusivity, given: {temperature: 500 K}, published: 1 cm^2/s", "500 K is outside")]
    [InlineData("quantity: boundary-diffusivity, given: {boundaries: s3}, published: 1 cm^2/s", "cannot be computed")]
    [InlineData("quantity: effective-diffusivity, given: {grain-size: 1 nm}, published: 1 cm^2/s", "boundary width / grain size")]
    [InlineData("quantity: bulk-activation-energy, given: {temperatures: [300 K]}, published: 1 eV", "two temperatures")]
    public void Claims_that_cannot_be_computed_are_refused_where_they_stand(string claim, string message)
    {
        InputException refusal = TemporaryCase.Refusal($"{Head}  - {{name: a, statement: a value, where: Results, {claim}}}\n");
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(5, refusal.Location!.Line);
    }

    [Fact]
    public void The_table_in_the_repository_is_what_a_run_writes()
    {
        using TemporaryCase made = TemporaryCase.FromText(File.ReadAllText(Path.Combine(Validation, CaseDirectory.FileName)));
        made.Compute();
        foreach ((string written, string kept) in (ReadOnlySpan<(string, string)>)[("table.md", "results.md"), ("table.csv", "results.csv")])
            Assert.Equal(File.ReadAllText(Path.Combine(Validation, kept)), File.ReadAllText(made.OutputOf(written)));
    }

    [Fact]
    public void The_validation_finds_the_known_differences_and_no_others()
    {
        using TemporaryCase made = TemporaryCase.FromText(File.ReadAllText(Path.Combine(Validation, CaseDirectory.FileName)));
        ResultData results = made.Compute();
        Assert.Equal(
            ["siniscalchi-upper", "polycrystal-1-mm-400-K", "gain-400-K", "mixed-grain-size"],
            results.List("claims_in_order").Where(name => results.Texts[$"claims.{ResultKey.Of(name)}.verdict"] == "differs"));
        Assert.Equal(results.List("claims_in_order").Count, File.ReadLines(Path.Combine(Validation, "results.md")).Count(line => line.StartsWith("| ", StringComparison.Ordinal)) - 1);
    }

    private static string RepositoryRoot()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "LiMeso.sln"))) at = Path.GetDirectoryName(at);
        return at ?? throw new DirectoryNotFoundException("No LiMeso.sln above the tests.");
    }
}
