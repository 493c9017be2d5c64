using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>How the atoms of one run are looked at, and which part of their displacement is fitted. A short run gives what it has.</summary>
/// <param name="Interval">Time steps between two frames.</param>
/// <param name="FrameInterval">The same, ps.</param>
/// <param name="Frames">Frames of the run, its beginning included.</param>
/// <param name="LongestLag">Longest time that displacements are followed for, in frames.</param>
/// <param name="OriginsPerBlock">Time origins in a block.</param>
/// <param name="From">First time of the straight line, ps.</param>
/// <param name="To">Last time of the straight line, ps.</param>
internal sealed record SamplingPlan(int Interval, double FrameInterval, int Frames, int LongestLag, int OriginsPerBlock, double From, double To)
{
    /// <summary>For a run of a given length.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="production">How long atoms are followed, ps.</param>
    public static SamplingPlan Of(BulkDiffusionSettings settings, double production)
    {
        Sampling sampling = settings.Sampling;
        int interval = MetalQuantities.Steps(sampling.Interval, settings.TimeStep), intervals = MetalQuantities.Steps(production, settings.TimeStep) / interval;
        double frame = interval * settings.TimeStep;
        int lags = (int)Math.Clamp(Math.Round(sampling.FitTo / frame), 2, Math.Max(2, intervals / 2));
        double longest = lags * frame;
        return new SamplingPlan(interval, frame, intervals + 1, lags, Math.Max(1, (intervals + 1 - lags) / sampling.Blocks), Math.Min(sampling.FitFrom, 0.5 * longest), Math.Min(sampling.FitTo, longest));
    }

    /// <summary>Diffusivity from a displacement, Å²/ps, with the error that blocks of time origins give.</summary>
    /// <param name="displacement">The displacement.</param>
    public Estimate Fit(MeanSquaredDisplacement displacement) => EinsteinFit.Fit(displacement, FrameInterval, From, To);

    /// <summary>Relative standard error that the number of hops leaves to the diffusivity of a run.</summary>
    /// <param name="size">The cell.</param>
    /// <param name="hops">Hops in the run.</param>
    public double CountingError(CellSize size, double hops)
    {
        (int first, int last) = EinsteinFit.Window(LongestLag, FrameInterval, From, To);
        return HopCounting.RelativeError(CrystalStructures.BodyCentredCubic, size.Cells, hops, Frames, first, last);
    }
}
