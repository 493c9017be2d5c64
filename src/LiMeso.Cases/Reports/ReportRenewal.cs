using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Reports;

/// <summary>Makes the report of a finished run anew from its stored results, as after a change in how reports look.</summary>
public static class ReportRenewal
{
    /// <summary>Writes the report.</summary>
    /// <param name="directory">The case, with the overrides of the run.</param>
    /// <param name="results">The results directory.</param>
    /// <returns>Path of the report.</returns>
    /// <exception cref="InputException">The run is not finished, or was made from another input.</exception>
    /// <exception cref="IOException">Cannot read the results or write the report.</exception>
    public static string Write(CaseDirectory directory, string results)
    {
        var location = new SourceLocation(results);
        ICase prepared = CaseKinds.Prepare(directory);
        RunRecord record = RunRecord.Read(results) ?? throw new InputException(location, "there are no results", "Run the case first.");
        string data = Path.Combine(results, ResultDataFile.FileName);
        if (record.Status != CaseStatus.Finished) throw new InputException(location, "the run is not finished", "Continue it with 'limeso run' and --resume.");
        if (!File.Exists(data)) throw new InputException(location, $"the results hold no {ResultDataFile.FileName}", "Items of a sweep find numbers only; run the case by itself for a report.");
        if (record.InputHash != InputHashes.Of(directory, prepared))
            throw new InputException(location, "the results are those of another input", "Give the same --set options as for the run; if the case has changed since, run it again.");
        return CaseReport.Write(results, prepared, ResultDataFile.Read(data), Provenance.Of(record));
    }
}
