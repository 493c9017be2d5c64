using System.Collections.Concurrent;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Atoms;

/// <summary>The independent runs of a case, done side by side on its threads, with one line of progress for all of them.</summary>
internal static class IndependentRuns
{
    /// <summary>Does them all.</summary>
    /// <typeparam name="TItem">What is to be done.</typeparam>
    /// <typeparam name="TFound">What it finds.</typeparam>
    /// <param name="items">The runs, in the order in which they are begun.</param>
    /// <param name="describe">Name of a run, and its work in any unit.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="compute">Does one, and tells which share of its work is done.</param>
    /// <param name="inWords">What one has found, for the log.</param>
    /// <returns>What was found, in the order of the items.</returns>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static TFound[] Do<TItem, TFound>(
        IReadOnlyList<TItem> items, Func<TItem, (string Name, double Work)> describe, RunContext run, Func<TItem, Action<double>, TFound> compute, Func<TItem, TFound, string> inWords)
    {
        (string Name, double Work)[] parts = [.. items.Select(describe)];
        var found = new TFound[items.Count];
        var progress = new SharedProgress([.. parts.Select(p => p.Work)], run.Log);
        // one by one: a thread that took several long runs at once would still be at them when the others have nothing left
        OrderablePartitioner<int> oneByOne = Partitioner.Create(Enumerable.Range(0, items.Count), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(oneByOne, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancellation }, k =>
        {
            found[k] = compute(items[k], share => progress.Tell(k, share, parts[k].Name));
            progress.Tell(k, 1, parts[k].Name);
            run.Log.Detail($"{parts[k].Name}: {inWords(items[k], found[k])}");
        });
        return found;
    }
}
