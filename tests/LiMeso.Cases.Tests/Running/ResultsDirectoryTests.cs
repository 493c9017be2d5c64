using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Cases.Tests.Kinds;
using LiMeso.Storage.Checkpoints;

namespace LiMeso.Cases.Tests.Running;

/// <summary>What a results directory is at the moments between two writes, where a kill can leave it for good.</summary>
public sealed class ResultsDirectoryTests : IDisposable
{
    private readonly TemporaryCase _case = TemporaryCase.FromText("""
        kind: depletion
        title: A foil
        material: {diffusivity: 1e-9 cm^2/s}
        foil: {thickness: 25 um}
        current: {current-density: 1 mA/cm^2}
        numerics: {cells: 50}
        output: {snapshots: 4, paraview: false, checkpoint-steps: 10}
        """);

    private string Output => Path.Combine(_case.Path, CaseRunner.DefaultOutput);

    public void Dispose() => _case.Dispose();

    [Fact]
    public void The_record_is_there_before_anything_else()
    {
        bool looked = false;
        Run(new RunOptions(), _ =>
        {
            if (looked) return;
            looked = true;
            Assert.Equal([".lock", "input.yaml", "run.json", "run.log"], Directory.EnumerateFileSystemEntries(Output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(CaseStatus.Running, RunRecord.Read(Output)!.Status);
        });
        Assert.True(looked);
    }

    [Fact]
    public void A_kill_before_an_overwriting_run_has_its_record_leaves_the_old_results_whole()
    {
        CaseOutcome old = Run(new RunOptions());
        using (ResultsDirectory.Take(Output, "another input", new RunOptions { Overwrite = true }))
        {
        }

        Assert.Equal(CaseStatus.Finished, RunRecord.Read(Output)!.Status);
        Assert.Equal(old.Record.InputHash, RunRecord.Read(Output)!.InputHash);
        Assert.True(File.Exists(Path.Combine(Output, "data.h5")));
        Assert.Equal(6, Directory.EnumerateFiles(Path.Combine(Output, "snapshots"), "0*").Count());
    }

    [Fact]
    public void A_kill_before_the_old_results_are_gone_leaves_a_run_that_starts_from_the_beginning_on_resuming()
    {
        CaseOutcome old = Run(new RunOptions());
        Assert.True(new CheckpointStore(Output).Any);
        using (ResultsDirectory.Take(Output, old.Record.InputHash, new RunOptions { Overwrite = true }))
            RunRecord.Create(CaseStatus.Running, "depletion", "A foil", new Provenance(old.Record.InputHash, new Dictionary<string, string>(), 1, DateTime.UtcNow, 0, 0), null, []).Write(Output);

        List<string> messages = [];
        CaseOutcome outcome = Run(new RunOptions { Resume = true }, messages.Add);
        Assert.Contains("There is no checkpoint to continue from: starting from the beginning.", messages);
        Assert.Equal(CaseStatus.Finished, outcome.Record.Status);
        Assert.Equal(old.Record.Find("depletion_time_s.numeric")!.ToJsonString(), outcome.Record.Find("depletion_time_s.numeric")!.ToJsonString());
    }

    [Fact]
    public void A_run_that_fails_says_why_in_its_record_and_can_be_resumed()
    {
        string cause = Path.Combine(Output, "snapshots");
        var failure = Assert.ThrowsAny<IOException>(() => Run(new RunOptions(), message =>
        {
            // a file where the snapshots' directory is to be
            if (message.StartsWith("D = ", StringComparison.Ordinal)) File.WriteAllText(cause, "");
        }));
        RunRecord record = RunRecord.Read(Output)!;
        Assert.Equal(CaseStatus.Failed, record.Status);
        Assert.Equal(failure.Message, (string)record.Find("problem")!);

        File.Delete(cause);
        Assert.Equal(CaseStatus.Finished, Run(new RunOptions { Resume = true }).Record.Status);
    }

    [Fact]
    public void A_run_that_another_version_continues_says_so_in_log_terminal_and_record_for_good()
    {
        Run(new RunOptions());
        PretendToBe("0.0.1", "interrupted");
        List<string> said = [];
        CaseOutcome outcome = Run(new RunOptions { Resume = true }, said.Add);
        string warning = Assert.Single(said, s => s.Contains("continued what 0.0.1 had begun", StringComparison.Ordinal));
        Assert.Contains($"warning: {warning}", File.ReadAllText(Path.Combine(Output, "run.log")));
        Assert.Equal(warning, (string?)outcome.Record.Root["warnings"]![0]);
        Assert.Equal(["0.0.1"], Provenance.Of(RunRecord.Read(Output)!).EarlierVersions);
        Assert.Contains("continued what 0.0.1 had begun", File.ReadAllText(Path.Combine(Output, "report.html")));

        // a second time, by the same version as before
        PretendToBe(Provenance.Version, "interrupted");
        Assert.Equal(warning, (string?)Run(new RunOptions { Resume = true }).Record.Root["warnings"]![0]);
    }

    [Fact]
    public void Finished_results_of_another_version_are_left_alone_with_a_warning()
    {
        Run(new RunOptions());
        PretendToBe("0.0.1", "finished");
        List<string> said = [];
        Assert.True(Run(new RunOptions { Resume = true }, said.Add).AlreadyFinished);
        Assert.StartsWith("these results were computed by LiMeso 0.0.1", Assert.Single(said));
    }

    [Fact]
    public void The_same_version_says_nothing_about_versions()
    {
        Run(new RunOptions());
        PretendToBe(Provenance.Version, "interrupted");
        List<string> said = [];
        Run(new RunOptions { Resume = true }, said.Add);
        Assert.DoesNotContain(said, s => s.Contains("had begun", StringComparison.Ordinal));
    }

    private void PretendToBe(string version, string status)
    {
        RunRecord record = RunRecord.Read(Output)!;
        record.Root["status"] = status;
        record.Root["provenance"]!["version"] = version;
        record.Write(Output);
    }

    private CaseOutcome Run(RunOptions options, Action<string>? told = null) =>
        CaseRunner.Run(CaseDirectory.Open(_case.Path), options, new Listener(told ?? (_ => { })), TestContext.Current.CancellationToken);

    private sealed class Listener(Action<string> told) : IRunLog
    {
        public void Message(string text) => told(text);

        public void Warning(string text) => told(text);

        public void Detail(string text)
        {
        }

        public void Progress(double fraction, string text)
        {
        }
    }
}
