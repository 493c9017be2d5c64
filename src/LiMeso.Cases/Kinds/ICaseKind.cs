using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds;

/// <summary>A kind of case: which keys its file has, and how it becomes a case that can run. A plug-in, registered in <see cref="CaseKinds"/>.</summary>
public interface ICaseKind
{
    /// <summary>The keys of the case file, from the same function that reads them.</summary>
    SectionSchema Schema { get; }

    /// <summary>Values that make the template a case that runs, for keys by dotted path; other keys that must be given show their examples.</summary>
    IReadOnlyDictionary<string, string> Template { get; }

    /// <summary>Reads and checks the whole case: after this only the computation itself can fail.</summary>
    /// <param name="directory">The case directory.</param>
    /// <exception cref="InputException">The input cannot be used.</exception>
    ICase Prepare(CaseDirectory directory);
}

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

/// <summary>What a run will cost.</summary>
/// <param name="Description">The work in a few words: "1D finite volumes, 400 cells, about 200 steps".</param>
/// <param name="Seconds">Rough wall time on one core.</param>
/// <param name="DiskBytes">Rough size of the results.</param>
public sealed record WorkEstimate(string Description, double Seconds, long DiskBytes);

/// <summary>A kind of case whose settings are one record.</summary>
/// <typeparam name="TSettings">The settings.</typeparam>
public abstract class CaseKind<TSettings> : ICaseKind
{
    /// <inheritdoc/>
    public SectionSchema Schema => SectionDescriber.Describe(s => Read(s));

    /// <inheritdoc/>
    public virtual IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>();

    /// <inheritdoc/>
    public ICase Prepare(CaseDirectory directory)
    {
        TSettings settings = NodeSectionReader.Read(directory.Root, "", Read);
        return Prepare(settings, directory);
    }

    /// <summary>States the keys and reads them.</summary>
    /// <param name="section">Top level of the case file.</param>
    protected abstract TSettings Read(SectionReader section);

    /// <summary>Looks up what the settings name (data sets, tables) and checks that it fits together.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="directory">The case directory.</param>
    protected abstract ICase Prepare(TSettings settings, CaseDirectory directory);
}
