using LiMeso.Storage.Atoms;

namespace LiMeso.Cases.Atoms.Search;

/// <summary>
/// What is finished, one line each, on the disk before the next begins: a search that was killed goes on without repeating it. Lines come in the order in which candidates were finished, which depends on the threads;
/// what they say does not.
/// </summary>
internal sealed class SearchJournal : IDisposable
{
    private readonly TableLog? _log;
    private readonly Dictionary<(int Stage, int Candidate), double[]> _lines = [];

    /// <summary>Begins, or goes on.</summary>
    /// <param name="path">The file; null to keep lines in memory alone.</param>
    /// <param name="columns">Names of the columns: stage and candidate come first.</param>
    /// <param name="resume">Whether to go on with what is there.</param>
    public SearchJournal(string? path, IReadOnlyList<string> columns, bool resume)
    {
        if (path is null) return;
        if (!resume || !File.Exists(path) || WholeLines(path) is not (> 0 and var whole))
        {
            _log = TableLog.Begin(path, columns);
            _log.Commit();
            return;
        }

        _log = TableLog.Continue(path, columns, whole);
        double[][] values = TableLog.Read(path).Values;
        for (int row = 0; row < values[0].Length; row++) Keep([.. values.Select(c => c[row])]);
    }

    /// <summary>Lines so far.</summary>
    public int Count
    {
        get
        {
            lock (_lines) return _lines.Count;
        }
    }

    /// <summary>The line of a candidate; null if it is not finished.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="candidate">Number of the candidate.</param>
    public double[]? Find(int stage, int candidate)
    {
        lock (_lines) return _lines.GetValueOrDefault((stage, candidate));
    }

    /// <summary>Adds a line; it is on the disk when the call returns.</summary>
    /// <param name="line">A value a column.</param>
    public void Add(double[] line)
    {
        lock (_lines)
        {
            _log?.Append(line);
            _log?.Commit();
            Keep(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _log?.Dispose();

    private void Keep(double[] line) => _lines[((int)line[0], (int)line[1])] = line;

    // A kill may have left half a line.
    private static long WholeLines(string path) => Array.LastIndexOf(File.ReadAllBytes(path), (byte)'\n') + 1;
}
