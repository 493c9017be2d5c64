using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam;

/// <summary>
/// The embedding energy of an atom, F = A E_c ρ̄ ln ρ̄ with ρ̄ = ρ0 G(Γ)/ρ_ref, from its density of order 0 and Γ = Σ t_h (ρ_h/ρ0)².
/// </summary>
/// <remarks>
/// G(Γ) by <c>ibar</c>: 0 and 4, √(1 + Γ), continued smoothly below Γ = −f/(f + 1); 1, exp(Γ/2); 3, 2/(1 + exp(−Γ)); −5, ±√|1 + Γ| with the sign of 1 + Γ.
/// </remarks>
internal readonly struct EmbeddingFunction(MeamParameters p, double referenceDensity)
{
    private readonly double _strength = p.EmbeddingStrength * p.CohesiveEnergy, _perReference = 1 / referenceDensity;
    private readonly int _ibar = p.Ibar;
    private readonly double _smoothing = p.SmoothingFactor;

    /// <summary>F in eV.</summary>
    /// <param name="density">ρ0, positive.</param>
    /// <param name="gamma">Γ.</param>
    /// <param name="byDensity">∂F/∂ρ0 at fixed Γ.</param>
    /// <param name="byGamma">∂F/∂Γ at fixed ρ0.</param>
    public double Energy(double density, double gamma, out double byDensity, out double byGamma)
    {
        double g = G(gamma, out double slope), scaled = density * _perReference, rho = scaled * g;
        // Without density no energy; a negative one, which only ibar −5 has, counts as none.
        if (rho <= 0)
        {
            (byDensity, byGamma) = (0, 0);
            return 0;
        }

        double log = Math.Log(rho), byRho = _strength * (log + 1);
        (byDensity, byGamma) = (byRho * g * _perReference, byRho * scaled * slope);
        return _strength * rho * log;
    }

    /// <summary>F in eV of a width of atoms.</summary>
    /// <param name="density">ρ0, positive; where it is not, there is no meaning in the results.</param>
    /// <param name="gamma">Γ.</param>
    /// <param name="byDensity">∂F/∂ρ0 at fixed Γ.</param>
    /// <param name="byGamma">∂F/∂Γ at fixed ρ0.</param>
    public unsafe TLanes Energy<TLanes>(TLanes density, TLanes gamma, out TLanes byDensity, out TLanes byGamma)
        where TLanes : struct, ILanes<TLanes>
    {
        if (_ibar == 3)
        {
            TLanes one = TLanes.All(1), g = TLanes.All(2) / (one + Exponential.Of(TLanes.All(0) - gamma)), slope = g * (one - TLanes.All(0.5) * g);
            TLanes strength = TLanes.All(_strength), perReference = TLanes.All(_perReference), scaled = density * perReference, rho = scaled * g, log = TLanes.Log(rho);
            TLanes byRho = strength * (log + one);
            (byDensity, byGamma) = (byRho * g * perReference, byRho * scaled * slope);
            return strength * rho * log;
        }

        // All other forms lane by lane.
        double* lanes = stackalloc double[3 * TLanes.Width];
        double* gammas = lanes + TLanes.Width, energies = gammas + TLanes.Width;
        TLanes.Store(density, lanes);
        TLanes.Store(gamma, gammas);
        for (int lane = 0; lane < TLanes.Width; lane++) energies[lane] = Energy(lanes[lane], gammas[lane], out lanes[lane], out gammas[lane]);
        (byDensity, byGamma) = (TLanes.Load(lanes), TLanes.Load(gammas));
        return TLanes.Load(energies);
    }

    private double G(double gamma, out double slope)
    {
        double g;
        switch (_ibar)
        {
            case 1:
                g = Math.Exp(gamma / 2);
                slope = g / 2;
                return g;
            case 3:
                double e = Math.Exp(-gamma);
                g = 2 / (1 + e);
                slope = g * (1 - g / 2);
                return g;
            case -5:
                g = Math.CopySign(Math.Sqrt(Math.Abs(1 + gamma)), 1 + gamma);
                slope = 0.5 / Math.Abs(g);
                return g;
            default:
                double end = -_smoothing / (_smoothing + 1);
                if (gamma >= end)
                {
                    g = Math.Sqrt(1 + gamma);
                    slope = 0.5 / g;
                }
                else
                {
                    g = Math.Sqrt(Math.Pow(end / gamma, _smoothing) / (_smoothing + 1));
                    slope = -_smoothing * g / (2 * gamma);
                }

                return g;
        }
    }
}
