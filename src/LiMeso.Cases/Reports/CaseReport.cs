using LiMeso.Cases.Kinds;
using LiMeso.Cases.Reports.Html;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Reports;

/// <summary>The report of a run: what the case kind has to say, with files, citations and provenance added.</summary>
public static class CaseReport
{
    /// <summary>Its name in the results directory.</summary>
    public const string FileName = "report.html";

    private static readonly (string Path, string Description)[] _known =
    [
        (ResultDataFile.FileName, "all arrays and numbers of this report (HDF5; h5py, MATLAB, Julia)"),
        ("fields.h5", "fields of every snapshot (HDF5; h5py)"),
        ("paraview/fields.pvd", "fields for ParaView"),
        (RunRecord.FileName, "status, numbers, warnings, provenance (JSON)"),
        (StoredInput.FileName, "the case as it was run (YAML)"),
        (RunLog.FileName, "the log"),
    ];

    /// <summary>Writes the report.</summary>
    /// <param name="directory">The results directory.</param>
    /// <param name="prepared">The case.</param>
    /// <param name="results">What was found.</param>
    /// <param name="provenance">What identifies the run.</param>
    /// <returns>Path of the report.</returns>
    public static string Write(string directory, ICase prepared, ResultData results, Provenance provenance)
    {
        Report body = prepared.Describe(results);
        Report report = body with
        {
            Subtitle = body.Subtitle ?? prepared.Header.Summary,
            Notices = [.. provenance.Warned(results.Warnings).Select(w => new Notice(NoticeLevel.Warning, "Validity", w)), .. body.Notices],
            Files = [.. body.Files, .. _known.Where(f => File.Exists(Path.Combine(directory, f.Path)) || f.Path == RunRecord.FileName).Select(f => new FileLink(f.Path, f.Description))],
            Citations = [.. prepared.Citations, .. body.Citations],
            Provenance = provenance.Entries(),
        };
        string path = Path.Combine(directory, FileName);
        HtmlReportWriter.WriteFile(report, path);
        return path;
    }
}
