using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>Follows the atoms of a cell with a vacancy through one stage: displacements, and hops from site to site.</summary>
internal sealed class DiffusionObserver : IAtomObserver
{
    private const string DisplacementName = "diffusion/displacement", SitesName = "diffusion/sites", SiteDisplacementName = "diffusion/site-displacement", MeansName = "diffusion/means";
    private readonly SamplingPlan _plan;
    private readonly int _stage, _cells;
    private readonly double[] _sums = new double[3];
    private SiteTrajectory? _sites;

    /// <summary>Nothing yet.</summary>
    /// <param name="plan">How atoms are looked at.</param>
    /// <param name="size">The cell.</param>
    /// <param name="stage">Number of the stage to look at.</param>
    public DiffusionObserver(SamplingPlan plan, CellSize size, int stage)
    {
        (_plan, _cells, _stage) = (plan, size.Cells, stage);
        Displacement = new MeanSquaredDisplacement(size.Sites - 1, plan.LongestLag, plan.OriginsPerBlock);
        SiteDisplacement = new MeanSquaredDisplacement(size.Sites - 1, plan.LongestLag, plan.OriginsPerBlock, removeDrift: false);
    }

    /// <inheritdoc/>
    public int Interval => _plan.Interval;

    /// <summary>Of the atoms.</summary>
    public MeanSquaredDisplacement Displacement { get; }

    /// <summary>Of the sites that they belong to.</summary>
    public MeanSquaredDisplacement SiteDisplacement { get; }

    /// <summary>Where the atoms belong.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been looked at.</exception>
    public SiteTrajectory Sites => _sites ?? throw new InvalidOperationException("no frame has been looked at");

    /// <summary>K.</summary>
    public double MeanTemperature => _sums[0] / Displacement.Frames;

    /// <summary>bar.</summary>
    public double MeanPressure => _sums[1] / Displacement.Frames;

    /// <summary>Sites without an atom; more than one where an atom is on its way, or the crystal has other defects.</summary>
    public double MeanEmptySites => _sums[2] / Displacement.Frames;

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        if (moment.Stage != _stage) return;
        MolecularDynamics run = moment.Dynamics;
        if (_sites is null) _sites = NewSites(run);
        else _sites.Follow(run.System);
        Displacement.Add(run.System.Positions);
        SiteDisplacement.Add(_sites.Sites);
        (_sums[0], _sums[1], _sums[2]) = (_sums[0] + run.Temperature, _sums[1] + run.Pressure.Trace / 3, _sums[2] + _sites.Empty);
    }

    /// <inheritdoc/>
    public void Save(SavedState state)
    {
        Displacement.Save(state, DisplacementName);
        SiteDisplacement.Save(state, SiteDisplacementName);
        state.Put(MeansName, _sums);
        _sites?.Save(state, SitesName);
    }

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        Displacement.Restore(state, DisplacementName);
        SiteDisplacement.Restore(state, SiteDisplacementName);
        state.CopyTo(MeansName, _sums);
        if (Displacement.Frames == 0) return;
        _sites = NewSites(moment.Dynamics);
        _sites.Restore(state, SitesName);
    }

    private SiteTrajectory NewSites(MolecularDynamics run) => new(run.System, CrystalStructures.BodyCentredCubic, (_cells, _cells, _cells));
}
