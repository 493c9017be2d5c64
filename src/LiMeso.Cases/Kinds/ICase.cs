using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds;

/// <summary>A case that has been read and checked.</summary>
public interface ICase
{
    /// <summary>What the case says about itself.</summary>
    CaseHeader Header { get; }

    /// <summary>Methods and data to be credited.</summary>
    IReadOnlyList<Citation> Citations { get; }

    /// <summary>SHA-256 of each data set and other file that the input names.</summary>
    IReadOnlyDictionary<string, string> DataSetHashes { get; }

    /// <summary>What the run will cost, estimated without running.</summary>
    WorkEstimate Estimate();

    /// <summary>Does the work.</summary>
    /// <param name="run">Where to write, how to report, when to stop.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="OperationCanceledException">Stopped; the last complete state is on disk.</exception>
    ResultData Compute(RunContext run);

    /// <summary>The report, made from the results alone.</summary>
    /// <param name="results">What was found, perhaps read back from disk.</param>
    /// <returns>The report without files, citations and provenance, which are the same for every kind and added by the caller.</returns>
    Report Describe(ResultData results);
}
