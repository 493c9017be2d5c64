using LiMeso.Cases.Results;
using LiMeso.Core.Input;
using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Export;

/// <summary>Hands the results of a run, finished or not, to other programs: fields to ParaView and spreadsheets, arrays to spreadsheets.</summary>
public static class ResultExport
{
    /// <summary>The format that shows arrays and numbers besides fields.</summary>
    public const string TableFormat = "csv";

    private const string FieldsFile = "fields.h5";

    /// <summary>Writes what the results hold. Files of an earlier export are replaced.</summary>
    /// <param name="results">The results directory.</param>
    /// <param name="format">Name of the format, of <see cref="Exporters"/>.</param>
    /// <param name="output">Where to; made when absent.</param>
    /// <returns>The files to open.</returns>
    /// <exception cref="InputException">The results hold nothing that the format can show.</exception>
    /// <exception cref="Core.Registries.UnknownNameException">There is no such format.</exception>
    /// <exception cref="IOException">Cannot read or write.</exception>
    public static IReadOnlyList<string> Write(string results, string format, string output)
    {
        IExporter exporter = Exporters.All[format];
        string data = Path.Combine(results, ResultDataFile.FileName);
        bool hasFields = File.Exists(Path.Combine(results, FieldsFile)), hasArrays = File.Exists(data);
        if (!hasFields && !(hasArrays && format == TableFormat))
        {
            throw new InputException(new SourceLocation(results), "the run has no fields to export",
                hasArrays ? $"Its arrays can be had with --to {TableFormat}." : "Fields appear with the first snapshot of a run.");
        }

        List<string> entries = [];
        if (hasFields) entries.Add(exporter.Export(SnapshotReader.Open(results), output));
        if (hasArrays && format == TableFormat) entries.AddRange(ResultTables.Write(ResultDataFile.Read(data), output));
        return entries;
    }
}
