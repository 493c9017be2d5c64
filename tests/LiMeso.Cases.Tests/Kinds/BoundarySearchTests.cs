using System.Text;
using LiMeso.Cases.Files;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class BoundarySearchTests
{
    // The lowest of 72 models is the twin itself.
    private const string Twin = """
        kind: boundary-search
        title: A twin
        boundary: {id: GB17, separation: 25 A}
        points-x: 3
        points-z: 4
        thresholds: [1.2 A, 1.6 A, 2 A, 2.4 A, 2.6 A, 2.7 A]
        finalists: 2
        """;

    [Fact]
    public void The_same_minimum_is_found_with_and_without_pruning()
    {
        using TemporaryCase made = TemporaryCase.FromText(Twin);
        ResultData pruned = made.Compute();
        Assert.True(File.Exists(made.OutputOf(pruned.Texts["best.structure"])));
        ResultData all = made.Compute(2, ("exhaustive", "true"));
        Assert.Equal(all.Number("boundary_energy_J_m2.y"), pruned.Number("boundary_energy_J_m2.y"), 1e-4);
        Assert.Equal(all.Number("boundary_energy_J_m2.full"), pruned.Number("boundary_energy_J_m2.full"), 1e-4);
        // LAMMPS: 0.0214 and 0.0210 with boundaries 69 Å apart; grains of 25 Å give way more along the boundary
        Assert.InRange(pruned.Number("boundary_energy_J_m2.y"), 0.0212, 0.0217);
        Assert.InRange(pruned.Number("boundary_energy_J_m2.full"), 0.0195, pruned.Number("boundary_energy_J_m2.y"));

        Assert.Equal((72, 12), (pruned.Number("search.models"), pruned.Number("search.translations")));
        Assert.True(pruned.Number("search.translations_distinct") < 12);
        Assert.True(pruned.Number("search.candidates") < all.Number("search.candidates"));
        Assert.True(pruned.Number("search.evaluations") < 0.5 * all.Number("search.evaluations"));
        Assert.True(all.Number("search.saving") > 1);       // thresholds that leave out the same atoms are relaxed once
        Assert.Equal(1, pruned.Number("best.bcc_inside_grains"));
        Assert.Equal(all.Values("gamma/energy").Min(), pruned.Values("gamma/energy").Min(), 1e-4);
        Assert.Contains("Gamma surface", TemporaryCase.Html(made.Prepare().Describe(pruned)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tilt_whose_grains_are_soft_has_the_same_minimum_both_ways_too()
    {
        using TemporaryCase made = TemporaryCase.FromText("kind: boundary-search\ntitle: S5(210)\nboundary: {id: GB07, separation: 25 A}\npoints-x: 4\npoints-z: 2\nthresholds: [1.6 A, 2 A, 2.4 A]\nfinalists: 3\n");
        ResultData pruned = made.Compute(2), all = made.Compute(2, ("exhaustive", "true"));
        Assert.Equal(all.Number("boundary_energy_J_m2.y"), pruned.Number("boundary_energy_J_m2.y"), 1e-4);
        Assert.Equal(all.Number("boundary_energy_J_m2.full"), pruned.Number("boundary_energy_J_m2.full"), 1e-4);
        Assert.True(pruned.Number("search.evaluations") < 0.5 * all.Number("search.evaluations"));
    }

    [Fact]
    public void A_search_that_is_stopped_again_and_again_finds_the_same_bits_with_any_number_of_threads()
    {
        using TemporaryCase made = TemporaryCase.FromText(Twin);
        CaseDirectory directory = CaseDirectory.Open(made.Path);
        string whole = made.OutputOf("whole"), parts = made.OutputOf("parts");
        CaseRunner.Run(directory, new RunOptions { Output = whole, Threads = 1 }, SilentLog.Instance, TestContext.Current.CancellationToken);
        int interruptions = 0;
        while (true)
        {
            using var stop = new CancellationTokenSource();
            try
            {
                CaseRunner.Run(directory, new RunOptions { Output = parts, Threads = 2, Resume = interruptions > 0 }, new StopAfterProgress(stop, 7 * (interruptions + 1)), stop.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                // and a kill amid a line
                File.AppendAllText(Path.Combine(parts, "candidates.csv"), "1,3,0.0", Encoding.ASCII);
                interruptions++;
            }
        }

        Assert.True(interruptions > 1);
        ResultData one = ResultDataFile.Read(Path.Combine(whole, ResultDataFile.FileName)), two = ResultDataFile.Read(Path.Combine(parts, ResultDataFile.FileName));
        Assert.Equal(one.Numbers, two.Numbers);
        Assert.Equal(one.Texts, two.Texts);
        foreach (ResultArray array in one.Arrays.Values) Assert.Equal(array.Values, two.Values(array.Name));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(whole, "structures")))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(parts, "structures", Path.GetFileName(file))));
        // every relaxation once: a line each
        string[] lines = File.ReadAllLines(Path.Combine(parts, "candidates.csv"));
        Assert.Equal(lines.Length, lines.Select(l => string.Join(',', l.Split(',').Take(2))).Distinct().Count());
        Assert.Equal(File.ReadAllLines(Path.Combine(whole, "candidates.csv")).Order(), lines.Order());
    }

    [Theory]
    [InlineData("GB17", "GB177", "no boundary 'GB177'", 3)]
    [InlineData("id: GB17", "axis: 0 0 1", "whether a tilt or a twist", 3)]
    [InlineData("id: GB17", "axis: 0 0 1, plane: 3 1 1", "right angles", 3)]
    [InlineData("2.7 A", "3 A", "neighbours within a grain", 6)]
    [InlineData("finalists: 2", "finalists: 2\nexhaustive: true\nstages: [{keep: 0.5}]", "takes no 'stages'", 9)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        Core.Input.InputException refusal = TemporaryCase.Refusal(Twin.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }
}
