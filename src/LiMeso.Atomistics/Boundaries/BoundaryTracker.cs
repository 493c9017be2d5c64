using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>
/// Follows the two boundaries of a bicrystal whose normal is y: the potential energy of the atoms in slabs along y, averaged over an interval of time, has a peak at each; Gaussians fitted to them tell where
/// the boundaries are and how wide.
/// </summary>
/// <remarks>J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288, Methods and Fig. 3. Averaging over the interval takes most of the thermal noise out of the profile.</remarks>
/// <param name="slabs">Slabs along y: 100, or 50 for small cells.</param>
/// <param name="held">
/// Atoms that do not move along y, which are left out: without a vibration they lack the energy kT/2, 17 meV at 400 K and as much as a boundary has; the grains would seem colder, the boundaries wider. Null for none.
/// </param>
public sealed class BoundaryTracker(int slabs, IReadOnlySet<int>? held = null)
{
    private const int NumbersPerFit = 8;
    private EnergyProfile _profile = new(Axis.Y, slabs);
    private double _lengths;
    private long _frames;
    private BoundaryFit? _last;

    /// <summary>The fits so far, one an interval.</summary>
    public IReadOnlyList<BoundaryFit> Fits => _fits;

    private readonly List<BoundaryFit> _fits = [];

    /// <summary>The profile that was fitted last; null before the first fit.</summary>
    public EnergyProfile? LastProfile { get; private set; }

    /// <summary>Adds a frame to the interval.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="atomEnergies">Energy of each, eV.</param>
    public void Add(AtomicSystem system, ReadOnlySpan<double> atomEnergies)
    {
        _profile.Add(system, atomEnergies, held);
        _lengths += system.Box.Widths.Y;
        _frames++;
    }

    /// <summary>Ends the interval: fits its profile, from where the boundaries were found last, and begins the next one.</summary>
    /// <exception cref="InvalidOperationException">The interval has no frame.</exception>
    public BoundaryFit EndInterval()
    {
        if (_frames == 0) throw new InvalidOperationException("there is no frame in the interval");
        BoundaryFit fit = TwoPeakFit.Of(_profile.Centres(), _profile.Means(), _profile.Counts, _lengths / _frames, _last);
        // a boundary that was lost, or a fit that went astray: once more without knowing where they were
        if (fit.Failure != TrackingFailure.None && _last is not null) fit = TwoPeakFit.Of(_profile.Centres(), _profile.Means(), _profile.Counts, _lengths / _frames, null);
        _fits.Add(fit);
        if (fit.Failure == TrackingFailure.None) _last = fit;
        LastProfile = _profile;
        _profile = new EnergyProfile(Axis.Y, slabs);
        (_lengths, _frames) = (0, 0);
        return fit;
    }

    /// <summary>Stores all that it needs to go on to the same bits.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Beginning of the names.</param>
    public void Save(SavedState state, string name)
    {
        _profile.Save(state, $"{name}/profile");
        state.PutInteger($"{name}/frames", _frames);
        state.Put($"{name}/lengths", _lengths);
        state.Put($"{name}/fits", [.. _fits.SelectMany(f => (double[])[f.First.Centre, f.First.Height, f.First.Deviation, f.Second.Centre, f.Second.Height, f.Second.Deviation, f.Baseline, (int)f.Failure])]);
        if (LastProfile is { } last) last.Save(state, $"{name}/last-profile");
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Beginning of the names.</param>
    /// <exception cref="StateMismatchException">It was stored for other slabs.</exception>
    public void Restore(SavedState state, string name)
    {
        _profile.Restore(state, $"{name}/profile");
        (_frames, _lengths) = (state.Integer($"{name}/frames"), state.Number($"{name}/lengths"));
        _fits.Clear();
        _fits.AddRange(state.Array($"{name}/fits").Chunk(NumbersPerFit).Select(v => new BoundaryFit(new(v[0], v[1], v[2]), new(v[3], v[4], v[5]), v[6], (TrackingFailure)(int)v[7])));
        _last = _fits.LastOrDefault(f => f.Failure == TrackingFailure.None);
        if (_fits.Count == 0) return;
        LastProfile = new EnergyProfile(Axis.Y, slabs);
        LastProfile.Restore(state, $"{name}/last-profile");
    }
}
