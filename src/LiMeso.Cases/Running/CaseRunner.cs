using System.Diagnostics;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Reports;
using LiMeso.Cases.Results;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.FiniteVolume;

namespace LiMeso.Cases.Running;

/// <summary>Runs a case directory: checks, computes, and leaves data, record, log and report in the results directory.</summary>
public static class CaseRunner
{
    /// <summary>Name of the results directory inside a case.</summary>
    public const string DefaultOutput = "results";

    /// <summary>Runs a case.</summary>
    /// <param name="directory">The case.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="terminal">Where messages and progress go besides the log.</param>
    /// <param name="cancellation">Asked for when the user interrupts.</param>
    /// <exception cref="InputException">The input cannot be used; nothing on disk has changed.</exception>
    /// <exception cref="ConvergenceException">A solver did not converge; the record says so.</exception>
    /// <exception cref="SimulationFailedException">No time step that is short enough succeeds; the record says so.</exception>
    /// <exception cref="IOException">A file cannot be read or written; the record says so, if it still can be written.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; the record says so, and the run can be resumed.</exception>
    public static CaseOutcome Run(CaseDirectory directory, RunOptions options, IRunLog terminal, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        DateTime startedUtc = DateTime.UtcNow;
        ICase prepared = CaseKinds.Prepare(directory);
        string hash = InputHashes.Of(directory, prepared);
        string output = options.Output ?? Path.Combine(directory.Path, DefaultOutput);
        IReadOnlyList<Expectation> expectations = ExpectationsOf(directory);
        using ResultsDirectory? results = ResultsDirectory.Take(output, hash, options);
        if (results is null) return Finished(prepared, expectations, output, terminal);

        string[] citations = [.. prepared.Citations.Select(c => c.Doi is null ? c.Text : $"{c.Text} doi:{c.Doi}")];
        Provenance Now() => new(hash, prepared.DataSetHashes, options.Threads, startedUtc,
            (results.Before?.WallSeconds ?? 0) + Stopwatch.GetElapsedTime(start).TotalSeconds, (results.Before?.Resumed ?? 0) + (results.Continues ? 1 : 0))
        {
            CaseDirectory = Path.GetRelativePath(output, directory.Path),
            EarlierVersions = results.Before is { } before ? Provenance.Of(before).VersionsBefore(Provenance.Version) : [],
        };
        RunRecord Save(CaseStatus status, ResultData? found, string? problem = null)
        {
            RunRecord record = RunRecord.Create(status, prepared.Header.Kind, prepared.Header.Title, Now(), found, citations, problem);
            record.Write(output);
            return record;
        }

        // The record comes first: it is what makes a directory one that can be resumed or overwritten.
        Save(CaseStatus.Running, null);
        results.RemoveReplaced();
        StoredInput.Write(output, directory);
        using var log = new RunLog(output, terminal);
        log.Detail($"LiMeso {Provenance.Version}, {Provenance.Platform}, {CountText.Of(options.Threads, "thread")}");
        if (Now().VersionWarning is { } mixed) log.Warning(mixed);
        log.Message($"{prepared.Header.Title} ({prepared.Header.Kind}): {prepared.Estimate().Description}");
        try
        {
            var context = new RunContext(output, log, options.Threads, results.Continues, options.SummaryOnly, hash, cancellation);
            ResultData found = prepared.Compute(context);
            if (!options.SummaryOnly)
            {
                ResultDataFile.Write(context.PathOf(ResultDataFile.FileName), found);
                CaseReport.Write(output, prepared, found, Now());
            }

            RunRecord record = Save(CaseStatus.Finished, found);
            log.Detail($"finished after {RunLog.Duration(Now().WallSeconds)}");
            return new CaseOutcome(output, record, ExpectedResults.Compare(expectations, record), options.SummaryOnly ? [] : prepared.Describe(found).Headline, AlreadyFinished: false);
        }
        catch (OperationCanceledException)
        {
            Save(CaseStatus.Interrupted, null);
            log.Detail("interrupted; to be continued with --resume");
            throw;
        }
        catch (Exception e)
        {
            try
            {
                Save(CaseStatus.Failed, null, e.Message);
                log.Detail($"failed: {e.Message}");
            }
            catch (Exception again) when (again is IOException or UnauthorizedAccessException)
            {
                // the disk that ended the run refuses its record as well: the first failure is the one to tell
            }

            throw;
        }
    }

    private static CaseOutcome Finished(ICase prepared, IReadOnlyList<Expectation> expectations, string output, IRunLog terminal)
    {
        RunRecord record = RunRecord.Read(output)!;
        string by = Provenance.Of(record).RunVersion;
        if (by != Provenance.Version) terminal.Warning($"these results were computed by LiMeso {by}, and this is {Provenance.Version}; --overwrite computes them anew.");
        string data = Path.Combine(output, ResultDataFile.FileName);
        return new CaseOutcome(output, record, ExpectedResults.Compare(expectations, record), File.Exists(data) ? prepared.Describe(ResultDataFile.Read(data)).Headline : [], AlreadyFinished: true);
    }

    // What a shipped case expects holds for the input it was written for, not for one changed on the command line.
    private static IReadOnlyList<Expectation> ExpectationsOf(CaseDirectory directory)
    {
        IReadOnlyList<Expectation>? expected = ExpectedResults.Read(Path.Combine(directory.Path, CaseDirectory.ExpectedFileName));
        return expected is null || CaseDirectory.Open(directory.Path).InputHash() != directory.InputHash() ? [] : expected;
    }
}
