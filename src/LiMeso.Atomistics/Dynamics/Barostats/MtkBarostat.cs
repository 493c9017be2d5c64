using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Dynamics.Barostats;

/// <summary>Which edges of a box change together.</summary>
public enum BoxCoupling
{
    /// <summary>All edges grow by the same factor.</summary>
    Isotropic,

    /// <summary>Each edge follows the pressure along it.</summary>
    PerDirection,
}

/// <summary>The barostat of Martyna, Tobias and Klein, with a Nosé-Hoover chain on the box's own motion.</summary>
/// <remarks>
/// Martyna, Tobias &amp; Klein, J. Chem. Phys. 101 (1994) 4177; split as in Tuckerman, Alejandre, López-Rendón, Jochim &amp; Martyna, J. Phys. A 39 (2006) 5629.
/// Per direction:  W dνₐ/dt = V (Pₐₐ − P) + 2K/N;   isotropic:  W dν/dt = V Σₐ (Pₐₐ − P) + 3·2K/N,   with V Pₐₐ = Σ m vₐ² + (virial)ₐₐ.
/// K + U + P V + ½ W Σν² is constant, and phase space keeps its volume in the variables r, v and Lx, Ly, Lz (or V), with frozen coordinates too:
/// they go with the box and count in neither K nor N, while the virial of all atoms says how U changes with the box. A box that leans is stretched along x, y and z as any other: its tilts grow with the direction
/// along which they are measured, and stresses that would shear it do nothing.
/// </remarks>
/// <param name="settings">Pressure and period.</param>
/// <param name="coupling">Which edges change together.</param>
public sealed class MtkBarostat(BarostatSettings settings, BoxCoupling coupling) : IBarostat
{
    private const string RatesName = "barostat/rates", ChainName = "barostat/chain";
    private readonly NoseHooverChain? _chain = settings.Thermalised ? new(settings.Period) : null;
    private readonly double _pressure = settings.Pressure / MetalUnits.Pressure;
    private readonly int _independent = coupling == BoxCoupling.Isotropic ? 1 : 3;

    /// <inheritdoc/>
    public Vector3 Rates { get; private set; }

    /// <inheritdoc/>
    public void Require(SimulationBox box)
    {
        if (box.Periodic != (true, true, true)) throw new ArgumentException("a barostat needs a box that is periodic in all directions", nameof(box));
    }

    /// <inheritdoc/>
    public void Thermalise(Motion motion, double temperature, double time)
    {
        if (_chain is null) return;
        double twiceKinetic = Inertia(motion, temperature) * SumOfSquares;
        Rates = _chain.Act(twiceKinetic, _independent, temperature, time) * Rates;
    }

    /// <inheritdoc/>
    public void Push(Motion motion, SymmetricTensor virial, double temperature, double time)
    {
        SymmetricTensor kinetic = motion.TwiceKinetic(), inner = kinetic + virial;
        double outer = _pressure * motion.System.Box.Volume, share = kinetic.Trace / motion.Freedom.Count;
        double factor = time / Inertia(motion, temperature);
        if (coupling == BoxCoupling.Isotropic)
        {
            double rate = Rates.X + factor * (inner.Trace - 3 * outer + 3 * share);
            Rates = new(rate, rate, rate);
        }
        else
        {
            Rates += factor * new Vector3(inner.Xx - outer + share, inner.Yy - outer + share, inner.Zz - outer + share);
        }
    }

    /// <inheritdoc/>
    public double Energy(Motion motion, double temperature) =>
        _pressure * motion.System.Box.Volume + 0.5 * Inertia(motion, temperature) * SumOfSquares + (_chain?.Energy(_independent, temperature) ?? 0);

    /// <inheritdoc/>
    public void Save(SavedState state)
    {
        state.Put(RatesName, [Rates.X, Rates.Y, Rates.Z]);
        _chain?.Save(state, ChainName);
    }

    /// <inheritdoc/>
    public void Restore(SavedState state)
    {
        Span<double> rates = stackalloc double[3];
        state.CopyTo(RatesName, rates);
        Rates = new(rates[0], rates[1], rates[2]);
        _chain?.Restore(state, ChainName);
    }

    // Σν² over the independent rates
    private double SumOfSquares => coupling == BoxCoupling.Isotropic ? Rates.X * Rates.X : Vector3.Dot(Rates, Rates);

    // W = (N + 3) kT τ², a third of it for each of three directions
    private double Inertia(Motion motion, double temperature) =>
        (motion.Freedom.Count + 3) * MetalUnits.Boltzmann * temperature * settings.Period * settings.Period / _independent;
}
