using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>How well ordered atoms in boundaries and far from them are, gathered over frames: pair distributions, centrosymmetry, and what crystal the far ones are.</summary>
/// <param name="farFrom">Distance from both boundaries from which an atom is far, Å.</param>
internal sealed class BoundaryOrder(double farFrom)
{
    // Å: the second shell of bcc for centrosymmetry; well beyond the fourteenth neighbour; the sixth shell.
    private const double CentrosymmetryReach = 5, NeighbourReach = 6, PairReach = 8;
    private const int PairBins = 100;

    // Å: between the fifth and the seventh shell of bcc lithium, with the few atoms of the sixth, at any temperature; and what is there in its melt, of a run at 550 K (validation/meam-dynamics). In the crystal it is 0.35 at 300 K, 0.53 at 450 K.
    private const double TroughFrom = 6.5, TroughTo = 7.2, MeltInTrough = 0.88;

    private readonly double[] _sums = new double[3];
    private long _frames;

    /// <summary>Around atoms in boundaries.</summary>
    public PairDistribution BoundaryPairs { get; } = new(PairReach, PairBins);

    /// <summary>Around atoms far from them.</summary>
    public PairDistribution FarPairs { get; } = new(PairReach, PairBins);

    /// <summary>Frames so far.</summary>
    public long Frames => _frames;

    /// <summary>Mean centrosymmetry parameter in the boundaries, Å².</summary>
    public double BoundaryCentrosymmetry => _sums[0] / _frames;

    /// <summary>The same far from them.</summary>
    public double FarCentrosymmetry => _sums[1] / _frames;

    /// <summary>Share of the far atoms whose neighbours are those of bcc.</summary>
    public double FarBcc => _sums[2] / _frames;

    /// <summary>
    /// How much like a melt the boundaries are: how far the trough of their pair distribution between the fifth and the seventh shell is filled, 0 as far from them, 1 as in liquid lithium.
    /// </summary>
    public double Melted
    {
        get
        {
            double far = InTrough(FarPairs);
            return (InTrough(BoundaryPairs) - far) / (MeltInTrough - far);
        }
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="regions">Where the boundaries are.</param>
    public void Add(AtomicSystem system, BoundaryPair regions)
    {
        BoundaryAtoms atoms = regions.Sort(system, farFrom);
        int[] inside = [.. atoms.First, .. atoms.Second];
        if (inside.Length == 0 || atoms.Far.Length == 0) return;
        BoundaryPairs.Add(system, inside);
        FarPairs.Add(system, atoms.Far);
        double[] centrosymmetry = Centrosymmetry.Of(system, Centrosymmetry.BccNeighbours, CentrosymmetryReach);
        LocalStructure[] structures = CommonNeighbours.Classify(system, NeighbourReach);
        _sums[0] += inside.Average(atom => centrosymmetry[atom]);
        _sums[1] += atoms.Far.Average(atom => centrosymmetry[atom]);
        _sums[2] += atoms.Far.Average(atom => structures[atom] == LocalStructure.Bcc ? 1.0 : 0);
        _frames++;
    }

    /// <summary>Stores all that it needs to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Save(SavedState state, string name)
    {
        BoundaryPairs.Save(state, $"{name}/boundary-pairs");
        FarPairs.Save(state, $"{name}/far-pairs");
        state.Put($"{name}/sums", _sums);
        state.PutInteger($"{name}/frames", _frames);
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Restore(SavedState state, string name)
    {
        BoundaryPairs.Restore(state, $"{name}/boundary-pairs");
        FarPairs.Restore(state, $"{name}/far-pairs");
        state.CopyTo($"{name}/sums", _sums);
        _frames = state.Integer($"{name}/frames");
    }

    private static double InTrough(PairDistribution pairs) => pairs.Distances().Zip(pairs.Values()).Where(p => p.First is >= TroughFrom and <= TroughTo).Average(p => p.Second);
}
