using System.Text.Json.Nodes;
using LiMeso.Cases.Files;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Tests.ShippedCases;
using LiMeso.Core;
using LiMeso.Storage.Snapshots;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Tests.Kinds;

/// <summary>The case behind the published 36 hours, from input to report.</summary>
public sealed class KrauskopfTests(KrauskopfTests.FinishedRun run) : IClassFixture<KrauskopfTests.FinishedRun>
{
    private const string Warning = "no effective medium exists";

    /// <summary>The shipped case, run once.</summary>
    public sealed class FinishedRun : IRunLog, IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("limeso-krauskopf-");

        public FinishedRun()
        {
            Outcome = CaseRunner.Run(CaseDirectory.Open(Repository.PathOf("cases/krauskopf-llzo")), new RunOptions { Output = Results }, this, default);
            Data = ResultDataFile.Read(Path.Combine(Results, ResultDataFile.FileName));
        }

        public string Results => _directory.FullName;

        public CaseOutcome Outcome { get; }

        public ResultData Data { get; }

        public List<string> Warnings { get; } = [];

        public void Dispose() => _directory.Delete(recursive: true);

        void IRunLog.Message(string text)
        {
        }

        void IRunLog.Warning(string text) => Warnings.Add(text);

        void IRunLog.Detail(string text)
        {
        }

        void IRunLog.Progress(double fraction, string text)
        {
        }
    }

    [Fact]
    public void Both_roads_lead_to_the_published_time_and_capacity()
    {
        Assert.Equal(36, run.Data.Number("depletion_time_h.analytic"), 0.5);
        Assert.Equal(3.6, run.Data.Number("capacity_mAh_cm2.analytic"), 0.05);
        Assert.InRange(run.Data.Number("depletion_time_s.numeric") / run.Data.Number("depletion_time_s.analytic") - 1, -1e-6, 1e-6);
        Assert.InRange(run.Data.Number("capacity_mAh_cm2.numeric") / run.Data.Number("capacity_mAh_cm2.analytic") - 1, -1e-6, 1e-6);
    }

    // The foil is thick: the depletion time goes with the square of C0, the sixth power of the lattice constant.
    [Fact]
    public void The_lattice_at_300_K_gives_32_and_a_half_hours()
    {
        Assert.Equal([3.4876e-10, 3.5496e-10], run.Data.Values("lattice/constant"));
        double[] times = run.Data.Values("lattice/depletion_time");
        Assert.Equal(run.Data.Number("depletion_time_s.analytic"), times[0]);
        Assert.Equal(32.5, times[1] / 3600, 0.05);
        Assert.Equal(times[0] * Math.Pow(3.4876 / 3.5496, 6), times[1], 1e-10 * times[1]);
        string report = File.ReadAllText(Path.Combine(run.Results, "report.html"));
        Assert.Contains("3.5496", report, StringComparison.Ordinal);
        Assert.Contains("32.51", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_record_terminal_and_report_warn_once_that_the_effective_medium_does_not_exist()
    {
        Assert.Contains(Warning, Assert.Single(run.Warnings), StringComparison.Ordinal);
        string line = Assert.Single(File.ReadLines(Path.Combine(run.Results, "run.log")), l => l.Contains(Warning, StringComparison.Ordinal));
        Assert.Equal("warning: " + run.Warnings[0], line);
        JsonArray warnings = Assert.IsType<JsonArray>(JsonNode.Parse(File.ReadAllText(Path.Combine(run.Results, "run.json")))!["warnings"]);
        Assert.Equal(run.Warnings[0], (string)Assert.Single(warnings)!);
        Assert.Equal(2, File.ReadAllText(Path.Combine(run.Results, "report.html")).Split(Warning).Length);
        Assert.Equal("AB", run.Data.Texts["harrison.type"]);
        // sqrt(D_bulk t)/d
        Assert.Equal(Math.Sqrt(2.06e-15 * run.Data.Number("depletion_time_s.analytic")) / 150e-6, run.Data.Number("harrison.ratio"), 1e-12);
    }

    [Fact]
    public void Every_polycrystal_model_and_every_boundary_is_set_beside()
    {
        Assert.All(PolycrystalModels.All.Names, model => Assert.True(run.Data.Number($"models.{model}.depletion_time_s") > 0, model));
        Assert.Equal(run.Data.Number("effective_diffusivity_m2_s"), run.Data.Number("models.hart.effective_diffusivity_m2_s"));
        Assert.Equal(run.Data.Number("depletion_time_s.analytic"), run.Data.Number("models.hart.depletion_time_s"));
        double slowest = run.Data.Number("boundaries.slowest.depletion_time_s"), mean = run.Data.Number("boundaries.mean.depletion_time_s"), fastest = run.Data.Number("boundaries.fastest.depletion_time_s");
        Assert.True(slowest < mean && mean < fastest);
        Assert.Equal(run.Data.Number("depletion_time_s.analytic"), mean);
        Assert.Equal("s5-001-twist-36.87", run.Data.Texts["boundaries.s5-001-twist-36_87.name"]);
    }

    [Fact]
    public void What_left_through_the_electrolyte_is_missing_in_the_last_snapshot()
    {
        SnapshotReader reader = SnapshotReader.Open(run.Results);
        double[] faces = reader.Layout.Mesh.Faces[0];
        Assert.Equal((0, 120e-6), (faces[0], faces[^1]));
        SnapshotInfo last = reader.Snapshots[^1];
        double[] concentration = reader.ReadField(last, "concentration");
        double left = concentration.Select((c, i) => c * (faces[i + 1] - faces[i])).Sum(), inventory = run.Data.Number("initial_concentration_mol_m3") * 120e-6;
        // 0.1 mA/cm2 is 1 A/m2; the solver's conservation and the sum of 600 cells are good to 1e-13
        Assert.Equal(inventory, left + last.Time / PhysicalConstants.Faraday, 1e-12 * inventory);
        Assert.Equal(run.Data.Number("depletion_time_s.numeric"), last.Time);
        // depletion is located to 1e-9 of the time
        Assert.InRange(Assert.Single(last.Scalars) / run.Data.Number("initial_concentration_mol_m3"), -1e-9, 1e-9);
    }
}
