using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Crash;

/// <summary>
/// Runs that are killed at random moments and resumed each time, until they finish; then begun anew over the finished results, so that kills strike that as well.
/// Some kills come while the process starts, most while it computes, some while it writes ParaView files, data and report.
/// </summary>
public sealed class KilledRuns : IDisposable
{
    public const int Kills = 50;
    private const int Chains = 2;

    private readonly FoilToKill _foil;
    private readonly SnapshotsInPython? _python;
    private readonly Lock _gate = new();

    public KilledRuns(FoilToKill foil)
    {
        _foil = foil;
        _python = SnapshotsInPython.Start(foil.Reference);
        Parallel.For(0, Chains, new ParallelOptions { MaxDegreeOfParallelism = Chains }, chain => Follow(new Random(20230 + chain), $"chain-{chain}", Kills / Chains));
    }

    /// <summary>Whether h5py is there.</summary>
    public bool HasPython => _python is not null;

    /// <summary>Kills that struck.</summary>
    public int Struck { get; private set; }

    /// <summary>Snapshots compared after kills in this process, and by h5py.</summary>
    public (int Own, int Python) Compared { get; private set; }

    /// <summary>What was wrong after kills, as seen by this process.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What was wrong after kills, as seen by h5py.</summary>
    public List<string> PythonProblems { get; } = [];

    /// <summary>Runs that did not end as they should when nobody killed them any more.</summary>
    public List<string> BadEndings { get; } = [];

    /// <summary>Results of the chains, finished in the end.</summary>
    public List<string> Finished { get; } = [];

    public void Dispose() => _python?.Dispose();

    private void Follow(Random random, string name, int kills)
    {
        string results = _foil[name], way = "--overwrite";
        // snapshots up to this step are vouched for by a checkpoint
        int safe = -1;
        while (kills > 0)
        {
            string before = Log(results);
            using var run = new RunningProgram(["run", _foil.Case, "--output", results, way]);
            WaitForMoment(random, run, results);
            if (!run.Kill())
            {
                Note(run.Wait(), name);
                (way, safe) = ("--overwrite", -1);
                continue;
            }

            string after = Log(results), said = after.StartsWith(before, StringComparison.Ordinal) ? after[before.Length..] : after;
            int? last = FoilToKill.StepsIn(said).Select(s => (int?)s).LastOrDefault();
            if (way == "--overwrite") safe = -1;
            // a step is logged before its checkpoint is written
            if (last is { } step) safe = Math.Max(safe, (step - 1) / FoilToKill.CheckpointSteps * FoilToKill.CheckpointSteps);
            Look(results, Math.Max(safe, last ?? -1), $"{name}, {kills} kills before the end, step {last}, {way}");
            (way, kills) = ("--resume", kills - 1);
        }

        Note(TheProgram.Run("run", _foil.Case, "--output", results, way), name);
        lock (_gate) Finished.Add(results);
    }

    // By work done rather than by time, which holds on a slow machine too; then somewhere within a step.
    private void WaitForMoment(Random random, RunningProgram run, string results)
    {
        double share = random.NextDouble();
        switch (random.Next(4))
        {
            case 0:
                WaitUntil(run, () => false, share * _foil.TimeToStart);
                break;
            case 1:
                WaitUntil(run, () => Directory.Exists(Path.Combine(results, "paraview")));
                WaitUntil(run, () => false, share * _foil.TimeToConclude);
                break;
            default:
                long goal = Length(results) + (long)(0.5 * share * _foil.LogLength);
                WaitUntil(run, () => Length(results) >= goal);
                WaitUntil(run, () => false, TimeSpan.FromMilliseconds(10 * random.NextDouble()));
                break;
        }
    }

    private static void WaitUntil(RunningProgram run, Func<bool> reached, TimeSpan? atMost = null)
    {
        DateTime end = DateTime.UtcNow + (atMost ?? TimeSpan.FromMinutes(1));
        while (!reached() && !run.HasExited && DateTime.UtcNow < end) Thread.Sleep(1);
    }

    private void Look(string results, int lastStep, string when)
    {
        int own, python = 0;
        string? problem = Results.SnapshotProblem(_foil, results, lastStep, out own);
        string? pythonProblem = _python?.Problem(results, out python);
        lock (_gate)
        {
            Struck++;
            Compared = (Compared.Own + own, Compared.Python + python);
            if (problem is not null) Problems.Add($"{when}: {problem}");
            if (pythonProblem is not null) PythonProblems.Add($"{when}: {pythonProblem}");
        }
    }

    private void Note(Outcome outcome, string name)
    {
        if (outcome.ExitCode == 0) return;
        lock (_gate) BadEndings.Add($"{name} ended with {outcome.ExitCode}: {outcome.Errors}");
    }

    private static string Log(string results) => File.Exists(FoilToKill.LogOf(results)) ? File.ReadAllText(FoilToKill.LogOf(results)) : "";

    private static long Length(string results) => new FileInfo(FoilToKill.LogOf(results)) is { Exists: true } log ? log.Length : 0;
}
