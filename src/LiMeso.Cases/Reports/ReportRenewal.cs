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
    /// <param name="results">The results directory; what it holds suffices, but for data sets and files that the case names.</param>
    /// <returns>Path of the report.</returns>
    /// <exception cref="InputException">The run is not finished, or a data set or file that it used has changed.</exception>
    /// <exception cref="IOException">Cannot read the results or write the report.</exception>
    public static string Write(string results)
    {
        var location = new SourceLocation(results);
        RunRecord record = RunRecord.Read(results) ?? throw new InputException(location, "there are no results", "Run the case first.");
        string data = Path.Combine(results, ResultDataFile.FileName);
        if (record.Status != CaseStatus.Finished) throw new InputException(location, "the run is not finished", "Continue it with 'limeso run' and --resume.");
        if (!File.Exists(data)) throw new InputException(location, $"the results hold no {ResultDataFile.FileName}", "Items of a sweep find numbers only; run the case by itself for a report.");
        CaseDirectory directory = StoredInput.Read(results, record);
        ICase prepared = CaseKinds.Prepare(directory);
        if (record.InputHash != InputHashes.Of(directory, prepared))
            throw new InputException(location, "the results are those of another input", $"A data set or a file that the case names has changed since the run, or {StoredInput.FileName} has: run the case again.");
        return CaseReport.Write(results, prepared, ResultDataFile.Read(data), Provenance.Of(record));
    }
}
