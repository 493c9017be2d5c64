using System.Globalization;
using System.Text;
using LiMeso.Cases.Export;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Sweeps;

/// <summary>Runs a case for every combination of values of some keys, several at a time; what is finished is not run again on resuming.</summary>
/// <param name="casePath">The case directory.</param>
/// <param name="axes">What varies.</param>
/// <param name="overrides">Further keys to replace, the same in every item.</param>
public sealed class Sweep(string casePath, IReadOnlyList<SweepAxis> axes, IReadOnlyList<KeyValuePair<string, string>> overrides)
{
    /// <summary>Name of the table in the output directory.</summary>
    public const string TableName = "sweep.csv";

    /// <summary>The combinations, the last axis running fastest.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Combinations { get; } = axes
        .Aggregate<SweepAxis, IEnumerable<IReadOnlyList<string>>>([[]], (done, axis) => done.SelectMany(head => axis.Values.Select(v => (IReadOnlyList<string>)[.. head, v])))
        .ToList();

    /// <summary>Runs all combinations that are not finished.</summary>
    /// <param name="output">Directory for the items and the table.</param>
    /// <param name="options">Threads, and what may happen to what is already there.</param>
    /// <param name="terminal">Where progress goes.</param>
    /// <param name="cancellation">Asked for when the user interrupts.</param>
    /// <exception cref="InputException">A combination is not valid input; nothing was run.</exception>
    public IReadOnlyList<SweepItem> Run(string output, RunOptions options, IRunLog terminal, CancellationToken cancellation)
    {
        CaseDirectory[] cases = [.. Combinations.Select(Checked)];
        using DirectoryLock held = BatchDirectory.Take(output, "sweep", Manifest(cases), options);
        RemoveSurplus(output, cases.Length);
        var items = new SweepItem[cases.Length];
        int done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, cases.Length, parallel, i =>
        {
            items[i] = RunOne(i, cases[i], Path.Combine(output, NameOf(i + 1)), options, cancellation);
            terminal.Progress((double)Interlocked.Increment(ref done) / cases.Length, $"{done} of {cases.Length}");
        });
        AtomicFile.WriteText(Path.Combine(output, TableName), Table(items));
        return items;
    }

    private static string NameOf(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    // a longer sweep may have been here before
    private static void RemoveSurplus(string output, int items)
    {
        foreach (string directory in Directory.EnumerateDirectories(output))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > items)
                Directory.Delete(directory, recursive: true);
        }
    }

    // what the sweep is, line by line: a directory continues only the very same
    private string Manifest(CaseDirectory[] cases) => string.Concat(
        axes.Select(a => $"{a.Key} = {string.Join(" | ", a.Values)}\n").Append($"inputs = {InputHashes.OfText(string.Concat(cases.Select(c => c.InputHash())))}\n"));

    private CaseDirectory Case(IReadOnlyList<string> values) =>
        CaseDirectory.Open(casePath, [.. overrides, .. axes.Zip(values, (a, v) => KeyValuePair.Create(a.Key, v))], "sweep");

    private CaseDirectory Checked(IReadOnlyList<string> values)
    {
        CaseDirectory one = Case(values);
        try
        {
            CaseKinds.Prepare(one);
            return one;
        }
        catch (InputException e)
        {
            throw new InputException(e.Location, $"{e.Problem} (in the sweep, with {string.Join(", ", axes.Zip(values, (a, v) => $"{a.Key} = {v}"))})", e.Advice, e);
        }
    }

    private SweepItem RunOne(int index, CaseDirectory directory, string output, RunOptions options, CancellationToken cancellation)
    {
        try
        {
            CaseOutcome outcome = CaseRunner.Run(directory, options with { Output = output, Threads = 1, SummaryOnly = true }, SilentLog.Instance, cancellation);
            return new SweepItem(index + 1, Combinations[index], outcome.Record, null);
        }
        catch (Exception e) when (e is ConvergenceException or FiniteVolume.SimulationFailedException)
        {
            return new SweepItem(index + 1, Combinations[index], null, e.Message);
        }
    }

    // one row an item: the varied keys as written, then every number of run.json but those about the run itself
    private string Table(IReadOnlyList<SweepItem> items)
    {
        string[] numbers = [.. items.SelectMany(i => i.Record is null ? [] : i.Record.Numbers().Select(n => n.Name)).Distinct()];
        var text = new StringBuilder();
        text.AppendRow(["item", .. axes.Select(a => a.Key), .. numbers, "problem"]);
        foreach (SweepItem item in items)
        {
            Dictionary<string, double> found = item.Record is null ? [] : item.Record.Numbers().ToDictionary(n => n.Name, n => n.Value);
            text.AppendRow([
                item.Number.ToString(CultureInfo.InvariantCulture),
                .. item.Values,
                .. numbers.Select(n => CsvText.Number(found.TryGetValue(n, out double value) ? value : null)),
                item.Problem ?? "",
            ]);
        }

        return text.ToString();
    }
}
