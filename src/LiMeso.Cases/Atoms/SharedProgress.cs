using System.Globalization;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Atoms;

/// <summary>Many runs, one line of progress: the share of all work that is done.</summary>
/// <param name="work">Work of each run, in any unit.</param>
/// <param name="log">Where the line goes.</param>
internal sealed class SharedProgress(IReadOnlyList<double> work, IRunLog log)
{
    private readonly double[] _shares = new double[work.Count];
    private readonly double _total = work.Sum();

    /// <summary>Tells how far a run is.</summary>
    /// <param name="item">Its number.</param>
    /// <param name="share">Share of its work that is done.</param>
    /// <param name="name">Its name.</param>
    public void Tell(int item, double share, string name)
    {
        lock (_shares)
        {
            _shares[item] = share;
            double done = _shares.Zip(work, (s, w) => s * w).Sum() / _total;
            log.Progress(Math.Min(1, done), string.Create(CultureInfo.InvariantCulture, $"{_shares.Count(s => s == 1)} of {work.Count} runs done; {name}: {100 * share:0} %"));
        }
    }
}
