using System.Globalization;
using LiMeso.Cli.Tests.Program;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cli.Tests.Crash;

/// <summary>
/// A case with all that a run can lose: rests and pulses, a scheme with two time levels, steps of changing length, probes, snapshots, checkpoints every few steps,
/// ParaView files. A second or two of work, and its results when nobody disturbs it.
/// </summary>
public sealed class FoilToKill : IDisposable
{
    public const int CheckpointSteps = 5;

    private readonly Workplace _work = new();

    public FoilToKill()
    {
        _work.Write("case/case.yaml", $$"""
            kind: depletion
            title: A foil to be killed
            material: {diffusivity: 1e-9 cm^2/s}
            foil: {thickness: 25 um}
            current:
              segments:
                - {current-density: 3 mA/cm^2, duration: 20 min}
                - {current-density: 0 mA/cm^2, duration: 10 min}
              repeat: 4
            numerics: {cells: 1500, scheme: bdf2, tolerance: 1e-4}
            output: {snapshots: 60, probes: [0 um, 5 um], checkpoint-steps: {{CheckpointSteps}}}
            """);
        Assert.Equal(0, TheProgram.Run("run", Case, "--output", Reference).ExitCode);

        SnapshotReader reader = SnapshotReader.Open(Reference);
        Snapshots = [.. reader.Snapshots.Select(s => new Snapshot(s.Step, s.Time, [.. s.Scalars], reader.ReadFields(s)))];
        LogLength = new FileInfo(LogOf(Reference)).Length;
        DateTime computed = File.GetLastWriteTimeUtc(Path.Combine(Reference, SnapshotReader.PathOf(reader.Snapshots[^1])));
        TimeToConclude = File.GetLastWriteTimeUtc(Path.Combine(Reference, "run.json")) - computed;
        TimeToStart = File.GetCreationTimeUtc(Path.Combine(Reference, "checkpoints")) - File.GetCreationTimeUtc(Path.Combine(Reference, ".lock")) + TimeSpan.FromSeconds(0.3);
    }

    /// <summary>The case directory.</summary>
    public string Case => _work["case"];

    /// <summary>The results of a run that nobody disturbed.</summary>
    public string Reference => _work["reference"];

    /// <summary>The snapshots of that run.</summary>
    internal IReadOnlyList<Snapshot> Snapshots { get; }

    /// <summary>Length of its log, bytes.</summary>
    public long LogLength { get; }

    /// <summary>How long it took about from the start of the process to the first checkpoint.</summary>
    public TimeSpan TimeToStart { get; }

    /// <summary>How long it took from the last snapshot to the end: ParaView files, data file, report.</summary>
    public TimeSpan TimeToConclude { get; }

    /// <summary>A place for results.</summary>
    public string this[string name] => _work[name];

    public static string LogOf(string results) => Path.Combine(results, "run.log");

    /// <summary>The steps that a log tells of, in its order; resumed runs count some twice.</summary>
    public static IEnumerable<int> StepsIn(string log) => log.Split('\n').Select(StepOf).OfType<int>();

    /// <summary>The step that a line of the log tells of; null when it tells of something else.</summary>
    public static int? StepOf(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 7 } words && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int step) ? step : null;

    /// <summary>Waits until a run's log tells of a step.</summary>
    internal static void WaitForStep(RunningProgram run, string results, int step)
    {
        while (!File.Exists(LogOf(results)) || StepsIn(File.ReadAllText(LogOf(results))).LastOrDefault() < step)
        {
            Assert.False(run.HasExited, "the run ended before it could be disturbed");
            Thread.Sleep(2);
        }
    }

    public void Dispose() => _work.Dispose();

    /// <summary>A snapshot in memory.</summary>
    internal sealed record Snapshot(long Step, double Time, double[] Scalars, double[][] Fields);
}

/// <summary>Test classes that share the undisturbed run; they run one after the other.</summary>
[CollectionDefinition(nameof(FoilToKill))]
public sealed class SharedFoilToKill : ICollectionFixture<FoilToKill>;
