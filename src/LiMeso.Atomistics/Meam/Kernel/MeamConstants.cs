namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>The numbers of a potential as the passes take them.</summary>
internal sealed class MeamConstants(MeamParameters p)
{
    private readonly ReferenceEquations _reference = new(p);

    /// <summary>r_c², Å².</summary>
    public double CutoffSquared { get; } = p.Cutoff * p.Cutoff;

    /// <summary>r_c, Å.</summary>
    public double Cutoff { get; } = p.Cutoff;

    /// <summary>1/Δr, 1/Å.</summary>
    public double PerCutoffWidth { get; } = 1 / p.CutoffWidth;

    /// <summary>√L with L = C_max − 1.</summary>
    public double EllipseScale { get; } = Math.Sqrt(p.ScreeningMaximum - 1);

    /// <summary>m = C_max/(2 L).</summary>
    public double EllipseMiddle { get; } = p.ScreeningMaximum / (2 * (p.ScreeningMaximum - 1));

    /// <summary>L m².</summary>
    public double EllipseDepth { get; } = p.ScreeningMaximum * p.ScreeningMaximum / (4 * (p.ScreeningMaximum - 1));

    /// <summary>L = C_max − 1.</summary>
    public double LargestEllipse { get; } = p.ScreeningMaximum - 1;

    /// <summary>1/(C_max − C_min).</summary>
    public double PerEllipseRange { get; } = 1 / (p.ScreeningMaximum - p.ScreeningMinimum);

    /// <summary>How far a screener can be from either atom of a pair, squared, in units of the pair's distance squared.</summary>
    public double ScreenerReach { get; } = p.Reach * p.Reach / (p.Cutoff * p.Cutoff);

    /// <summary>1/r_e, 1/Å.</summary>
    public double PerNeighbourDistance { get; } = 1 / p.NeighbourDistance;

    /// <summary>β0 … β3.</summary>
    public (double B0, double B1, double B2, double B3) Decay { get; } = p.Decay;

    /// <summary>−β_h/r_e, the slopes of the logarithms of the weights, 1/Å.</summary>
    public (double B0, double B1, double B2, double B3) RadialSlopes { get; } =
        (-p.Decay.B0 / p.NeighbourDistance, -p.Decay.B1 / p.NeighbourDistance, -p.Decay.B2 / p.NeighbourDistance, -p.Decay.B3 / p.NeighbourDistance);

    /// <summary>t1, t2, t3.</summary>
    public (double T1, double T2, double T3) Weights { get; } = p.Weights;

    /// <summary>ρ0.</summary>
    public double DensityScale { get; } = p.DensityScale;

    /// <summary>F(ρ0, Γ).</summary>
    public EmbeddingFunction Embedding => new(p, _reference.ReferenceDensity);

    /// <summary>φ(r).</summary>
    public PairTable Pairs { get; } = new(new ReferenceEquations(p), p.Cutoff);
}
