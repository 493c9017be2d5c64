using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>Means of potential energy and volume over blocks of time, from the first step of a run on: they say whether equilibration was long enough, and whether the structure still changes while its atoms are followed.</summary>
/// <param name="stepsPerSample">Steps between two looks.</param>
/// <param name="samplesPerBlock">Looks that make a block; what is left at the end of a stage makes none.</param>
/// <param name="firstFollowed">Number of the first stage in which atoms are followed.</param>
internal sealed class BlockAverages(int stepsPerSample, int samplesPerBlock, int firstFollowed) : IAtomObserver
{
    private const string BlocksName = "blocks/finished", SumsName = "blocks/sums";
    private const int Columns = 4;

    // time of the middle (ps), energy an atom (eV), volume an atom (Å³), whether atoms were followed
    private readonly List<double> _blocks = [];
    private double _energy, _volume;
    private int _samples;

    /// <inheritdoc/>
    public int Interval => stepsPerSample;

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        MolecularDynamics run = moment.Dynamics;
        if (run.Step == 0)
        {
            (_energy, _volume, _samples) = (0, 0, 0);
            return;
        }

        _energy += run.Interactions.Energy / run.System.Count;
        _volume += run.System.Box.Volume / run.System.Count;
        if (++_samples < samplesPerBlock) return;
        double length = run.Time / run.Step * stepsPerSample * samplesPerBlock;
        _blocks.AddRange([moment.Time - 0.5 * length, _energy / _samples, _volume / _samples, moment.Stage >= firstFollowed ? 1 : 0]);
        (_energy, _volume, _samples) = (0, 0, 0);
    }

    /// <summary>Records the blocks, and how the energy changed while atoms were followed: from the first half of that time to the second.</summary>
    /// <param name="results">Where to.</param>
    public void Store(ResultData results)
    {
        double[][] blocks = [.. _blocks.Chunk(Columns)];
        results.Set("blocks/time", "ps", "block", [.. blocks.Select(b => b[0])]);
        results.Set("blocks/energy", "eV", "block", [.. blocks.Select(b => b[1])]);
        results.Set("blocks/volume", "A^3", "block", [.. blocks.Select(b => b[2])]);
        results.Set("blocks/followed", "", "block", [.. blocks.Select(b => b[3])]);
        double[] followed = [.. blocks.Where(b => b[3] != 0).Select(b => b[1])];
        double[] early = followed[..(followed.Length / 2)], late = followed[^(followed.Length / 2)..];
        if (early.Length < 2) return;
        results.Set("energy_drift_eV", late.Average() - early.Average());
        results.Set("energy_drift_error_eV", Math.Sqrt(Math.Pow(EinsteinFit.StandardError(early), 2) + Math.Pow(EinsteinFit.StandardError(late), 2)));
    }

    /// <inheritdoc/>
    public void Save(SavedState state)
    {
        state.Put(BlocksName, [.. _blocks]);
        state.Put(SumsName, [_energy, _volume, _samples]);
    }

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        _blocks.Clear();
        _blocks.AddRange(state.Array(BlocksName));
        Span<double> sums = stackalloc double[3];
        state.CopyTo(SumsName, sums);
        (_energy, _volume, _samples) = (sums[0], sums[1], (int)sums[2]);
    }
}
