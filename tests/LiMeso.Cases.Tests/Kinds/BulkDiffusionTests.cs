using LiMeso.Atomistics.Analysis;
using LiMeso.Cases.Files;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Tests.ShippedCases;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class BulkDiffusionTests
{
    // hot and small, so that a vacancy hops often in the little time that a test has
    private const string Hot = """
        kind: bulk-diffusion
        title: Hot vacancies
        temperatures: [440 K, 380 K]
        seeds: 2
        sizes:
          - {cells: 3, production: 5 ps}
          - {cells: 4, production: 3 ps}
        equilibration: 1 ps
        settling: 0.2 ps
        sampling: {interval: 0.05 ps, fit-from: 0.5 ps, fit-to: 1 ps, blocks: 3}
        formation-energy: {value: 0.395 eV}
        source:
          points:
            - {label: elsewhere, temperature: 400 K, diffusivity: 1.69e-9 cm^2/s, error: 0.18e-9 cm^2/s, citation: somebody}
        checkpoint-interval: 0.5 s
        """;

    [Fact]
    public void A_run_finds_hops_scales_them_to_equilibrium_and_writes_a_data_set()
    {
        // two hops a ps in each of two runs: 60 in all, of which chance leaves more than 20
        using TemporaryCase made = TemporaryCase.FromText(Hot.Replace("production: 5 ps", "production: 15 ps", StringComparison.Ordinal));
        ResultData results = made.Compute(threads: 2);
        Assert.True(results.Number("53_atoms.440_K.hops") > 20);
        Assert.InRange(results.Number("53_atoms.440_K.mean_empty_sites"), 0.8, 1.6);
        Assert.InRange(results.Number("127_atoms.380_K.lattice_constant_A"), 3.54, 3.60);    // 3.5496 Å at 300 K, 3.57 Å at 400 K
        Assert.InRange(results.Number("127_atoms.380_K.mean_temperature_K"), 370, 390);
        double[] vacancy = results.Values("vacancy_diffusivity/displacement");
        Assert.Equal(vacancy[1] * VacancyDiffusion.EquilibriumFraction(0.395, 440), results.Number("diffusivity_cm2_s.440_K.own.displacement"), 1e-12 * vacancy[1]);
        Assert.Equal(vacancy[0] * VacancyDiffusion.EquilibriumFraction(0.40, 380), results.Number("diffusivity_cm2_s.380_K.published.displacement"), 1e-12 * vacancy[0]);
        Assert.Equal(results.Number("size_difference_chi_square.displacement"), new[] { 380, 440 }.Sum(t => Math.Pow(results.Number($"size_difference_in_standard_errors.{t}_K.displacement"), 2)), 1e-9);
        Assert.Equal(2, results.Number("size_difference_degrees_of_freedom"));
        foreach (string cell in (string[])["53_atoms.440_K", "127_atoms.380_K"])
        {
            double hops = results.Number($"{cell}.hops"), counting = results.Number($"{cell}.relative_counting_error");
            Assert.InRange(counting * counting * hops, 1, 4);                                // counting alone gives 1
            Assert.True(results.Number($"{cell}.cell_diffusivity_error_cm2_s.displacement") >= counting * results.Number($"{cell}.cell_diffusivity_cm2_s.displacement") * (1 - 1e-12));
        }

        Assert.Equal(0.395, results.Number("activation_energy_eV.own.displacement") - results.Number("migration_energy_eV.displacement"), 1e-12);

        var set = DiffusivitySetReader.Read(made.OutputOf("dataset"));
        Assert.Equal(("li-limeso-bulk", DataOrigin.Mixed), (set.Name, set.Origin));
        Assert.Equal(results.Number("diffusivity_cm2_s.440_K.own.displacement") * 1e-4, set.Bulk.At(440).Value, 1e-9 * 1e-4 * vacancy[1]);
        Assert.Contains("elsewhere", TemporaryCase.Html(made.Prepare().Describe(results)), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_are_done_are_kept_and_interrupted_ones_resume_to_the_same_bits()
    {
        string brief = Hot.Replace("production: 5 ps", "production: 2 ps", StringComparison.Ordinal).Replace("production: 3 ps", "production: 1.5 ps", StringComparison.Ordinal).Replace("checkpoint-interval: 0.5 s", "checkpoint-interval: 0.05 s", StringComparison.Ordinal);
        using TemporaryCase made = TemporaryCase.FromText(brief);
        CaseDirectory directory = CaseDirectory.Open(made.Path);
        string whole = made.OutputOf("whole"), parts = made.OutputOf("parts");
        CaseRunner.Run(directory, new RunOptions { Output = whole, Threads = 2 }, SilentLog.Instance, TestContext.Current.CancellationToken);

        int interruptions = 0;
        for (bool done = false; !done;)
        {
            using var stop = new CancellationTokenSource();
            try
            {
                CaseRunner.Run(directory, new RunOptions { Output = parts, Threads = 1, Resume = interruptions > 0 }, new StopAfterProgress(stop, 3), stop.Token);
                done = true;
            }
            catch (OperationCanceledException)
            {
                if (++interruptions == 4) break;
            }
        }

        Assert.True(interruptions > 1);
        CaseRunner.Run(directory, new RunOptions { Output = parts, Threads = 2, Resume = true }, SilentLog.Instance, TestContext.Current.CancellationToken);
        ResultData one = ResultDataFile.Read(Path.Combine(whole, ResultDataFile.FileName)), two = ResultDataFile.Read(Path.Combine(parts, ResultDataFile.FileName));
        Assert.Equal(one.Numbers, two.Numbers);
        foreach (ResultArray array in one.Arrays.Values) Assert.Equal(array.Values, two.Values(array.Name));
    }

    // Too short for a diffusivity, long enough for all else that the whole case is held to: static energies hold within its own tolerances.
    [Fact]
    public void The_shipped_case_shortened_finds_what_the_whole_one_is_held_to()
    {
        using TemporaryCase place = TemporaryCase.FromText(Hot);
        CaseDirectory shipped = CaseDirectory.Open(Repository.PathOf("cases/bulk-li-vacancy"),
        [
            new("sizes", "[{cells: 5, production: 1 ps}]"), new("seeds", "1"), new("equilibration", "0.4 ps"), new("settling", "0.1 ps"),
            new("sampling", "{interval: 0.05 ps, fit-from: 0.1 ps, fit-to: 0.4 ps, blocks: 2}"), new("formation-energy.cells", "7"),
        ]);
        CaseOutcome run = CaseRunner.Run(shipped, new RunOptions { Output = place.OutputOf("shipped"), Threads = 2 }, SilentLog.Instance, TestContext.Current.CancellationToken);
        IReadOnlyList<Verdict> verdicts = ExpectedResults.Compare(ExpectedResults.Read(Path.Combine(shipped.Path, CaseDirectory.ExpectedFileName))!, run.Record);
        // one size has no other to agree with
        Assert.All(verdicts.Where(v => !v.Expectation.Path.StartsWith("activation", StringComparison.Ordinal) && !v.Expectation.Path.StartsWith("size_difference", StringComparison.Ordinal)), v => Assert.True(v.Found is not null, v.ToString()));
        Assert.All(verdicts.Where(v => v.Expectation.Path is "formation_energy_eV.own" or "migration_energy_eV.static"), v => Assert.True(v.Holds, v.ToString()));
        Assert.InRange(verdicts.Single(v => v.Expectation.Path.EndsWith("lattice_constant_A", StringComparison.Ordinal)).Found!.Value, 3.53, 3.57);
        Assert.Equal(13, verdicts.Count);
    }

    [Fact]
    public void Times_of_production_go_with_their_temperatures_in_whatever_order_they_are_written()
    {
        using TemporaryCase made = TemporaryCase.FromText(Hot.Replace("production: 5 ps", "production: [5 ps, 7 ps]", StringComparison.Ordinal));
        // at 440 K 5 ps, at 380 K 7 ps, and twice 3 ps; two seeds, and 1.2 ps before
        double atomPicoseconds = 2 * (53 * (5 + 7 + 2 * 1.2) + 127 * (3 + 3 + 2 * 1.2));
        Assert.Contains(FormattableString.Invariant($"{atomPicoseconds / 0.002:0.0e+0} atom-steps"), made.Prepare().Estimate().Description, StringComparison.Ordinal);
        Assert.Contains("53 atoms over 7, 5 ps", made.Prepare().Estimate().Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fit-to: 1 ps", "fit-to: 0.5 ps", "needs two frames", 10)]
    [InlineData("cells: 4", "cells: 3", "two sizes have the same number of cells", 6)]
    [InlineData("production: 5 ps", "production: [5 ps, 4 ps, 3 ps]", "one for each of the 2", 6)]
    [InlineData("source:", "source:\n  dataset: li-nobody", "unknown data set", 13)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        Core.Input.InputException refusal = TemporaryCase.Refusal(Hot.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }
}
