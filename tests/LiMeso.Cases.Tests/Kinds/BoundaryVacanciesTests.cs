using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Cases.Files;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class BoundaryVacanciesTests
{
    private const string Twin = """
        kind: boundary-vacancies
        title: Vacancies at a twin
        boundary: {id: GB17, separation: 25 A}
        image-distance: 9 A
        sites: {within: 5 A, most: 8, bulk-from: 11 A, bulk: 1}
        crystal-cells: 5
        """;

    [Fact]
    public void Each_site_has_an_energy_and_far_from_the_boundary_it_is_that_of_the_crystal()
    {
        using TemporaryCase made = TemporaryCase.FromText(Twin);
        ResultData results = made.Compute(threads: 2);
        // LAMMPS: 0.3951 in 1024 sites, and vacancies that are 9 Å apart feel each other
        Assert.InRange(results.Number("formation_energy_eV.crystal"), 0.385, 0.405);
        Assert.Equal(results.Number("formation_energy_eV.crystal"), results.Number("formation_energy_eV.bulk.mean"), 0.02);
        Assert.InRange(results.Number("formation_energy_eV.boundary.mean"), 0.2, 0.45);
        Assert.InRange(results.Number("formation_energy_eV.boundary.lowest"), 0.1, results.Number("formation_energy_eV.boundary.mean"));
        Assert.Equal(0, results.Number("boundary_sites.negative"));
        Assert.True(results.Number("wide_cell_gain_eV") < 1e-3);            // the twin is stable

        // periods and the mirror make many atoms alike: few sites stand for all within 5 Å
        double[] distance = results.Values("sites/distance"), boundary = results.Values("sites/in-boundary");
        Assert.True(results.Number("formation_energy_eV.boundary.sites") <= 8);
        Assert.True(results.Number("formation_energy_eV.boundary.atoms") > 3 * results.Number("formation_energy_eV.boundary.sites"));
        Assert.All(distance.Zip(boundary), s => Assert.True(s.Second != 0 ? s.First <= 5 : s.First >= 11));
        Assert.Equal(distance.Order(), distance);

        string[] table = File.ReadAllLines(made.OutputOf("vacancies.csv"));
        Assert.Equal(2 + distance.Length, table.Length);
        Assert.Equal(results.Number("atoms"), LammpsDataReader.Read(made.OutputOf("relaxed.lmp")).Count);
        Assert.Contains("perfect crystal", TemporaryCase.Html(made.Prepare().Describe(results)), StringComparison.Ordinal);
    }

    [Fact]
    public void Sites_that_are_done_are_kept_and_any_number_of_threads_finds_the_same_bits()
    {
        using TemporaryCase made = TemporaryCase.FromText(Twin);
        CaseDirectory directory = CaseDirectory.Open(made.Path);
        string whole = made.OutputOf("whole"), parts = made.OutputOf("parts");
        CaseRunner.Run(directory, new RunOptions { Output = whole, Threads = 2 }, SilentLog.Instance, TestContext.Current.CancellationToken);
        using (var stop = new CancellationTokenSource())
        {
            Assert.ThrowsAny<OperationCanceledException>(() => CaseRunner.Run(directory, new RunOptions { Output = parts, Threads = 1 }, new StopAfterProgress(stop, 3), stop.Token));
        }

        string[] done = Directory.GetFiles(Path.Combine(parts, "items"), "item.h5", SearchOption.AllDirectories);
        DateTime[] written = [.. done.Select(File.GetLastWriteTimeUtc)];
        Assert.Equal(3, done.Length);                                // the structure and two sites: progress is told at the start, too
        CaseRunner.Run(directory, new RunOptions { Output = parts, Threads = 1, Resume = true }, SilentLog.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(written, done.Select(File.GetLastWriteTimeUtc));
        ResultData one = ResultDataFile.Read(Path.Combine(whole, ResultDataFile.FileName)), two = ResultDataFile.Read(Path.Combine(parts, ResultDataFile.FileName));
        Assert.Equal(one.Numbers, two.Numbers);
        foreach (ResultArray array in one.Arrays.Values) Assert.Equal(array.Values, two.Values(array.Name));
        Assert.Equal(File.ReadAllText(Path.Combine(whole, "vacancies.csv")), File.ReadAllText(Path.Combine(parts, "vacancies.csv")));
    }

    [Fact]
    public void A_structure_that_a_run_left_has_the_energies_of_the_one_that_was_built()
    {
        using TemporaryCase built = TemporaryCase.FromText(Twin.Replace("most: 8", "most: 2", StringComparison.Ordinal));
        ResultData one = built.Compute();
        using TemporaryCase read = TemporaryCase.FromText(Twin.Replace("boundary: {id: GB17, separation: 25 A}", "structure: {name: mine, file: gb.lmp}", StringComparison.Ordinal).Replace("most: 8", "most: 2", StringComparison.Ordinal));
        File.Copy(built.OutputOf("relaxed.lmp"), Path.Combine(read.Path, "gb.lmp"));
        ResultData two = read.Compute();
        Assert.Equal(one.Number("atoms"), two.Number("atoms"));
        // relaxed to 1e-4 eV/Å twice, from different starts
        Assert.Equal(one.Number("boundary_energy_J_m2"), two.Number("boundary_energy_J_m2"), 1e-5);
        Assert.Equal(one.Number("formation_energy_eV.bulk.mean"), two.Number("formation_energy_eV.bulk.mean"), 1e-3);
        Assert.Equal("mine", two.Texts["boundary.name"]);
    }

    [Theory]
    [InlineData("bulk-from: 11 A", "bulk-from: 5 A", "begin within those of the boundary", 5)]
    [InlineData("bulk-from: 11 A", "bulk-from: 14 A", "nearer to its boundaries than 'bulk-from'", 5)]
    [InlineData("boundary: {id: GB17, separation: 25 A}", "summary: none", "there is no boundary", 1)]
    [InlineData("boundary: {id: GB17, separation: 25 A}", "structure: {name: a, file: missing.lmp}", "missing.lmp", 3)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        Core.Input.InputException refusal = TemporaryCase.Refusal(Twin.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }
}
