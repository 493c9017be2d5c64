using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>Which atoms a displacement is averaged over.</summary>
public enum BoundaryGroup
{
    /// <summary>Those in the first boundary.</summary>
    First,

    /// <summary>Those in the second boundary.</summary>
    Second,

    /// <summary>Those far from both: the control, which does not diffuse.</summary>
    Far,
}

/// <summary>
/// Mean squared displacements of the atoms of two grain boundaries that move and breathe, by moving time origins.
/// An atom counts in a boundary from each time origin at which it is inside the boundary's region of that moment, and then for all times up to the longest, wherever it goes: an atom that leaves counts on with what
/// it does in the grain; one that enters counts from the next origin on. The share of those that are still inside says how much that matters.
/// </summary>
/// <remarks>
/// Displacements are taken relative to the thin slab in which an atom is at the origin, or to its layer at rest (<see cref="SlabDrift"/>), so that neither sliding nor ringing grains diffuse; those relative to the mean of all
/// atoms are kept beside. The box must not change. Holds as many frames as the longest time has; time an added frame: frames held × atoms.
/// </remarks>
public sealed class BoundaryDisplacement
{
    private const int Groups = 3, NumbersPerRegion = 4;
    private readonly BoundaryDisplacementOptions _options;
    private readonly DisplacementSums[] _relative, _raw;
    private readonly Origin?[] _ring;
    private readonly double[] _stayed;
    private readonly long[] _followed;
    private readonly double[] _moved;
    private readonly int _atoms;

    /// <summary>Nothing yet.</summary>
    /// <param name="atoms">Number of atoms.</param>
    /// <param name="options">How displacements are gathered.</param>
    public BoundaryDisplacement(int atoms, BoundaryDisplacementOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atoms);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.LongestLag, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.OriginsPerBlock, nameof(options));
        (_atoms, _options, _moved) = (atoms, options, new double[3 * atoms]);
        _relative = Sums();
        _raw = Sums();
        _ring = new Origin?[options.LongestLag + 1];
        (_stayed, _followed) = (new double[options.LongestLag], new long[options.LongestLag]);

        DisplacementSums[] Sums() => [.. Enumerable.Range(0, Groups).Select(_ => new DisplacementSums(options.LongestLag, options.OriginsPerBlock))];
    }

    /// <summary>Longest time, in frames.</summary>
    public int LongestLag => _options.LongestLag;

    /// <summary>Frames so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Blocks of origins that have been followed for the longest time.</summary>
    public int CompleteBlocks => _relative[0].CompleteBlocks(Frames);

    /// <summary>Adds a frame.</summary>
    /// <param name="frame">The atoms, unwrapped; frames are evenly spaced in time.</param>
    /// <param name="regions">Where the boundaries are at that moment; null when that is not known: the frame is no time origin then, but others are followed through it.</param>
    /// <exception cref="ArgumentException">The frame has another number of atoms.</exception>
    public void Add(AtomicSystem frame, BoundaryPair? regions)
    {
        if (frame.Count != _atoms) throw new ArgumentException("every frame has the same atoms", nameof(frame));
        double[] along = [.. Enumerable.Range(0, _atoms).Select(atom => frame.Box.ToFraction(frame.Position(atom)).Y)];
        for (int lag = 1; lag <= Math.Min(LongestLag, Frames); lag++)
        {
            if (_ring[Slot(Frames - lag)] is not { Atoms: { } atoms } origin) continue;
            Displace(frame.Positions, origin.Positions);
            AddGroups(_raw, atoms, Frames - lag, lag);
            origin.Drift.Remove(_moved);
            AddGroups(_relative, atoms, Frames - lag, lag);
            if (regions is { } now) CountThoseThatStay(now, atoms, along, frame.Box.Widths.Y, lag);
        }

        _ring[Slot(Frames)] = new Origin([.. frame.Positions], frame.Box, regions, _options, frame.Mass);
        Frames++;
    }

    /// <summary>Mean squared displacement along x, y, z after 1, 2, … frames, Å².</summary>
    /// <param name="groups">Of which atoms, taken together.</param>
    /// <param name="raw">Relative to the mean of all atoms instead of the slab.</param>
    public Vector3[] Curve(IReadOnlyList<BoundaryGroup> groups, bool raw = false) => CurveOf(groups, raw, null);

    /// <summary>The same over the origins of one block; NaN where it has none.</summary>
    /// <param name="groups">Of which atoms, taken together.</param>
    /// <param name="block">0 … <see cref="CompleteBlocks"/> − 1.</param>
    /// <param name="raw">Relative to the mean of all atoms instead of the slab.</param>
    public Vector3[] Curve(IReadOnlyList<BoundaryGroup> groups, int block, bool raw = false) => CurveOf(groups, raw, block);

    /// <summary>Share of the atoms in a boundary that are still, or again, inside it after 1, 2, … frames.</summary>
    public double[] Stayed() => [.. Enumerable.Range(0, Lags).Select(k => _stayed[k] / _followed[k])];

    /// <summary>Stores all that it needs to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Save(SavedState state, string name)
    {
        state.PutInteger($"{name}/frames", Frames);
        Origin[] held = [.. _ring.OfType<Origin>()];
        state.Put($"{name}/positions", [.. held.SelectMany(o => o.Positions)]);
        state.Put($"{name}/regions", [.. held.SelectMany(o => o.Regions is { } r ? (double[])[r.First.Centre, r.First.Width, r.Second.Centre, r.Second.Width] : [double.NaN, 0, 0, 0])]);
        state.Put($"{name}/stayed", _stayed);
        state.Put($"{name}/followed", [.. _followed.Select(c => (double)c)]);
        for (int group = 0; group < Groups; group++)
        {
            _relative[group].Save(state, $"{name}/relative-{group}");
            _raw[group].Save(state, $"{name}/raw-{group}");
        }
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    /// <param name="system">The atoms, whose box is that of all frames.</param>
    /// <exception cref="StateMismatchException">It was stored for other atoms or times.</exception>
    public void Restore(SavedState state, string name, AtomicSystem system)
    {
        Frames = state.Integer($"{name}/frames");
        double[] positions = state.Array($"{name}/positions"), regions = state.Array($"{name}/regions"), followed = new double[LongestLag];
        int held = (int)Math.Min(Frames, _ring.Length);
        if (positions.Length != held * 3 * _atoms || regions.Length != held * NumbersPerRegion) throw new StateMismatchException($"'{name}' in the state was gathered for other atoms or other times");
        for (int slot = 0; slot < held; slot++)
        {
            double[] r = regions[(NumbersPerRegion * slot)..(NumbersPerRegion * (slot + 1))];
            BoundaryPair? pair = double.IsNaN(r[0]) ? null : new BoundaryPair(new(r[0], r[1]), new(r[2], r[3]));
            _ring[slot] = new Origin(positions[(3 * _atoms * slot)..(3 * _atoms * (slot + 1))], system.Box, pair, _options, system.Mass);
        }

        state.CopyTo($"{name}/stayed", _stayed);
        state.CopyTo($"{name}/followed", followed);
        for (int k = 0; k < LongestLag; k++) _followed[k] = (long)followed[k];
        for (int group = 0; group < Groups; group++)
        {
            _relative[group].Restore(state, $"{name}/relative-{group}");
            _raw[group].Restore(state, $"{name}/raw-{group}");
        }
    }

    private int Lags => (int)Math.Min(LongestLag, Math.Max(0, Frames - 1));

    private int Slot(long frame) => (int)(frame % _ring.Length);

    // Displacements of all atoms since an origin, relative to their mean.
    private void Displace(double[] now, double[] before)
    {
        double x = 0, y = 0, z = 0;
        for (int i = 0; i < _moved.Length; i += 3)
        {
            (_moved[i], _moved[i + 1], _moved[i + 2]) = (now[i] - before[i], now[i + 1] - before[i + 1], now[i + 2] - before[i + 2]);
            (x, y, z) = (x + _moved[i], y + _moved[i + 1], z + _moved[i + 2]);
        }

        (x, y, z) = (x / _atoms, y / _atoms, z / _atoms);
        for (int i = 0; i < _moved.Length; i += 3) (_moved[i], _moved[i + 1], _moved[i + 2]) = (_moved[i] - x, _moved[i + 1] - y, _moved[i + 2] - z);
    }

    private void AddGroups(DisplacementSums[] sums, BoundaryAtoms atoms, long origin, int lag)
    {
        foreach ((BoundaryGroup group, int[] members) in (ReadOnlySpan<(BoundaryGroup, int[])>)[(BoundaryGroup.First, atoms.First), (BoundaryGroup.Second, atoms.Second), (BoundaryGroup.Far, atoms.Far)])
        {
            Span<double> sum = sums[(int)group].Of(origin, lag, members.Length);
            double x = 0, y = 0, z = 0;
            foreach (int atom in members)
            {
                ReadOnlySpan<double> d = _moved.AsSpan(3 * atom, 3);
                (x, y, z) = (x + d[0] * d[0], y + d[1] * d[1], z + d[2] * d[2]);
            }

            (sum[0], sum[1], sum[2]) = (sum[0] + x, sum[1] + y, sum[2] + z);
        }
    }

    private void CountThoseThatStay(BoundaryPair now, BoundaryAtoms atoms, double[] along, double length, int lag)
    {
        _stayed[lag - 1] += atoms.First.Count(atom => now.First.Contains(along[atom], length)) + atoms.Second.Count(atom => now.Second.Contains(along[atom], length));
        _followed[lag - 1] += atoms.First.Length + atoms.Second.Length;
    }

    // means of several groups, weighed by their displacements
    private Vector3[] CurveOf(IReadOnlyList<BoundaryGroup> groups, bool raw, int? block)
    {
        DisplacementSums[] sums = [.. groups.Select(g => (raw ? _raw : _relative)[(int)g])];
        var curve = new Vector3[block is null ? Lags : LongestLag];
        for (int lag = 1; lag <= curve.Length; lag++)
        {
            Vector3 sum = default;
            double count = 0;
            foreach (DisplacementSums group in sums)
            {
                (int from, int to) = block is { } b ? (b, b + 1) : (0, group.Blocks);
                if (to > group.Blocks || group.Count(lag, from, to) is not (> 0 and var displacements)) continue;
                (sum, count) = (sum + (double)displacements * group.Mean(lag, from, to), count + displacements);
            }

            curve[lag - 1] = 1 / count * sum;
        }

        return curve;
    }

    // A frame from which atoms are followed.
    private sealed class Origin
    {
        public Origin(double[] positions, SimulationBox box, BoundaryPair? regions, BoundaryDisplacementOptions options, double mass)
        {
            (Positions, Regions) = (positions, regions);
            var frame = new AtomicSystem(box, positions, mass);
            Drift = options.Layers ?? new SlabDrift(frame, Axis.Y, options.SlabThickness);
            if (regions is not { } pair) return;
            BoundaryAtoms sorted = pair.Sort(frame, options.FarFrom);
            Atoms = options.NoControl.Count == 0 ? sorted : sorted with { Far = [.. sorted.Far.Where(atom => !options.NoControl.Contains(atom))] };
        }

        public double[] Positions { get; }

        public BoundaryPair? Regions { get; }

        public SlabDrift Drift { get; }

        public BoundaryAtoms? Atoms { get; }
    }
}

/// <summary>How displacements of boundary atoms are gathered.</summary>
/// <param name="LongestLag">Longest time, in frames.</param>
/// <param name="OriginsPerBlock">Origins in a block; for blocks to be independent, no fewer than <paramref name="LongestLag"/>.</param>
public sealed record BoundaryDisplacementOptions(int LongestLag, int OriginsPerBlock)
{
    /// <summary>Thickness of the slabs whose drift is taken out, Å.</summary>
    public double SlabThickness { get; init; } = 4;

    /// <summary>Layers of the crystal at rest whose drift is taken out instead; null for slabs of the moment.</summary>
    public SlabDrift? Layers { get; init; }

    /// <summary>Distance from the middle of both boundaries from which an atom is a control, Å.</summary>
    public double FarFrom { get; init; } = 15;

    /// <summary>Atoms that are no controls because they are held.</summary>
    public IReadOnlySet<int> NoControl { get; init; } = new HashSet<int>();
}
