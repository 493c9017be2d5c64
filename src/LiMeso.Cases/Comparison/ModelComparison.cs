using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Kinds.Depletion;
using LiMeso.Cases.Reports.Html;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Comparison;

/// <summary>
/// Runs depletion cases with every polycrystal model, several at a time, and sets the models side by side: closed against finite-volume solution,
/// as a table (CSV) and a report. What is finished is not run again on resuming.
/// </summary>
/// <param name="casePaths">The case directories.</param>
/// <param name="overrides">Keys to replace, the same in every run.</param>
public sealed class ModelComparison(IReadOnlyList<string> casePaths, IReadOnlyList<KeyValuePair<string, string>> overrides)
{
    /// <summary>Name of the default output directory inside a case.</summary>
    public const string DefaultOutput = "comparison";

    /// <summary>Name of the table in the output directory.</summary>
    public const string TableName = "comparison.csv";

    /// <summary>Name of the report in the output directory.</summary>
    public const string ReportName = "report.html";

    private const string ModelKey = "material.model", RunsFolder = "runs";

    /// <summary>Runs what is not finished, and writes table and report.</summary>
    /// <param name="output">Directory for the runs, the table and the report.</param>
    /// <param name="options">Threads, and what may happen to what is already there.</param>
    /// <param name="terminal">Where progress goes.</param>
    /// <param name="cancellation">Asked for when the user interrupts.</param>
    /// <returns>One row for every case and model, in that order.</returns>
    /// <exception cref="InputException">A case is not valid, or has no models to compare; nothing was run.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; what is finished stays.</exception>
    public IReadOnlyList<ModelRow> Run(string output, RunOptions options, IRunLog terminal, CancellationToken cancellation)
    {
        ComparedCase[] cases = [.. casePaths.Select((path, i) => Open(path, i))];
        using DirectoryLock held = BatchDirectory.Take(output, "comparison", string.Concat(cases.Select(c => $"{c.Path}: input {c.InputHash}\n")), options);
        (ComparedCase Case, string Model)[] work = [.. cases.SelectMany(c => PolycrystalModels.All.Names.Select(m => (c, m)))];
        var rows = new ModelRow[work.Length];
        int done = 0;
        Parallel.For(0, work.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, i =>
        {
            rows[i] = RunOne(work[i].Case, work[i].Model, output, options, cancellation);
            terminal.Progress((double)Interlocked.Increment(ref done) / work.Length, $"{work[i].Model}: {done} of {work.Length}");
        });
        AtomicFile.WriteText(Path.Combine(output, TableName), ComparisonTable.Write(rows));
        HtmlReportWriter.WriteFile(ComparisonReport.Of(cases, rows), Path.Combine(output, ReportName));
        return rows;
    }

    private ComparedCase Open(string path, int index)
    {
        CaseDirectory directory = CaseDirectory.Open(path, overrides);
        if (directory.Kind != DepletionSettings.Kind && CaseKinds.All.Contains(directory.Kind))
        {
            throw new InputException(directory.KindLocation, $"a case of kind '{directory.Kind}' cannot be compared model by model",
                $"Cases of kind '{DepletionSettings.Kind}' can.");
        }

        ICase prepared = CaseKinds.Prepare(directory);
        if ((directory.Root.Find("material")?.Value as InputMap)?.Find("diffusivity") is { } stated)
        {
            throw new InputException(stated.KeyLocation, "the case states its diffusivity, so that no model enters",
                "Give 'grain-size' and, if need be, 'dataset' in place of 'diffusivity'.");
        }

        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory.Path)));
        string folder = casePaths.Count == 1 ? name : FormattableString.Invariant($"{index + 1}-{name}");
        return new ComparedCase(path, folder, prepared.Header.Title, InputHashes.Of(directory, prepared), prepared.Citations);
    }

    private ModelRow RunOne(ComparedCase one, string model, string output, RunOptions options, CancellationToken cancellation)
    {
        CaseDirectory directory = CaseDirectory.Open(one.Path, [.. overrides, KeyValuePair.Create(ModelKey, model)], "compare");
        try
        {
            CaseKinds.Prepare(directory);
        }
        catch (InputException e)
        {
            // the case itself is valid, so the model is what does not fit
            return new ModelRow(one.Path, model) { Problem = e.Problem };
        }

        try
        {
            RunOptions each = options with { Output = Path.Combine(output, RunsFolder, one.Folder, model), Threads = 1, SummaryOnly = true };
            return ModelRow.Of(one.Path, model, CaseRunner.Run(directory, each, SilentLog.Instance, cancellation).Record);
        }
        catch (Exception e) when (e is ConvergenceException or FiniteVolume.SimulationFailedException)
        {
            return new ModelRow(one.Path, model) { Problem = e.Message };
        }
    }
}
