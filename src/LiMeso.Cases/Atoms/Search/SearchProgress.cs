using System.Globalization;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Atoms.Search;

/// <summary>Says how far a search is: work counts in evaluations of the potential, as many as each candidate may take.</summary>
/// <param name="log">Told.</param>
/// <param name="total">All work.</param>
internal sealed class SearchProgress(IRunLog log, double total)
{
    private readonly Lock _gate = new();
    private double _done, _lowest = double.PositiveInfinity;
    private int _finished, _of;
    private string _stage = "";

    /// <summary>Begins a stage.</summary>
    /// <param name="name">In a few words.</param>
    /// <param name="items">Candidates.</param>
    public void Begin(string name, int items)
    {
        lock (_gate) (_stage, _finished, _of) = (name, 0, items);
    }

    /// <summary>A candidate is finished.</summary>
    /// <param name="work">Its share of the work.</param>
    /// <param name="energy">J/m².</param>
    public void Finish(double work, double energy)
    {
        lock (_gate)
        {
            _done += work;
            _finished++;
            _lowest = Math.Min(_lowest, energy);
            log.Progress(Math.Min(1, _done / total), string.Create(CultureInfo.InvariantCulture, $"{_stage}: {_finished} of {_of} candidates, lowest {_lowest:0.0000} J/m^2"));
        }
    }
}
