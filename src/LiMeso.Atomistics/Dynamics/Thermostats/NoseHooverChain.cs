namespace LiMeso.Atomistics.Dynamics.Thermostats;

/// <summary>
/// A chain of Nosé-Hoover thermostats on some velocities that share a kinetic energy: the first holds the velocities' temperature, each further one that of the one before.
/// </summary>
/// <remarks>
/// Martyna, Tuckerman, Tobias &amp; Klein, Mol. Phys. 87 (1996) 1117:
///   dv/dt = −η̇₁ v,  Q₁ dη̇₁/dt = 2K − N kT − Q₁ η̇₁ η̇₂,  Qₖ dη̇ₖ/dt = Qₖ₋₁ η̇ₖ₋₁² − kT − Qₖ η̇ₖ η̇ₖ₊₁,
///   Q₁ = N kT τ², Qₖ = kT τ²; K + ½ Σ Qₖ η̇ₖ² + N kT η₁ + kT Σ ηₖ is constant.
/// The flow is split as there, in three parts of the fourth-order scheme of Suzuki and Yoshida.
/// </remarks>
/// <param name="period">τ, ps.</param>
/// <param name="length">Number of thermostats in the chain.</param>
public sealed class NoseHooverChain(double period, int length = 3)
{
    private static readonly double[] _parts = SuzukiYoshida();
    private readonly double[] _position = new double[length], _rate = new double[length], _mass = new double[length];

    /// <summary>Acts on velocities.</summary>
    /// <param name="twiceKinetic">Σ m v² of the velocities, eV.</param>
    /// <param name="count">N, how many velocities are independent.</param>
    /// <param name="temperature">K.</param>
    /// <param name="time">For how long, ps.</param>
    /// <returns>What the velocities are to be multiplied by.</returns>
    public double Act(double twiceKinetic, int count, double temperature, double time)
    {
        double kT = MetalUnits.Boltzmann * temperature, factor = 1;
        SetMasses(count, kT);
        foreach (double part in _parts)
        {
            double t = part * time;
            for (int k = length - 1; k >= 0; k--) TurnLink(k, twiceKinetic, count, kT, 0.5 * t);
            double scale = Math.Exp(-_rate[0] * t);
            factor *= scale;
            twiceKinetic *= scale * scale;
            for (int k = 0; k < length; k++) _position[k] += _rate[k] * t;
            for (int k = 0; k < length; k++) TurnLink(k, twiceKinetic, count, kT, 0.5 * t);
        }

        return factor;
    }

    /// <summary>Energy of the chain's own variables, eV.</summary>
    /// <param name="count">N, how many velocities are independent.</param>
    /// <param name="temperature">K.</param>
    public double Energy(int count, double temperature)
    {
        double kT = MetalUnits.Boltzmann * temperature, energy = 0;
        SetMasses(count, kT);
        for (int k = 0; k < length; k++) energy += 0.5 * _mass[k] * _rate[k] * _rate[k] + (k == 0 ? count : 1) * kT * _position[k];
        return energy;
    }

    /// <summary>Stores the chain.</summary>
    /// <param name="state">Where to.</param>
    /// <param name="name">Under which name.</param>
    public void Save(SavedState state, string name) => state.Put(name, [.. _position, .. _rate]);

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <param name="name">Under which name.</param>
    /// <exception cref="StateMismatchException">It is not the state of such a chain.</exception>
    public void Restore(SavedState state, string name)
    {
        double[] both = new double[2 * length];
        state.CopyTo(name, both);
        both.AsSpan(0, length).CopyTo(_position);
        both.AsSpan(length).CopyTo(_rate);
    }

    // Masses follow the temperature, so that the period stays the same along a ramp.
    private void SetMasses(int count, double kT)
    {
        for (int k = 0; k < length; k++) _mass[k] = (k == 0 ? count : 1) * kT * period * period;
    }

    private void TurnLink(int k, double twiceKinetic, int count, double kT, double t)
    {
        double drag = k + 1 < length ? Math.Exp(-_rate[k + 1] * 0.5 * t) : 1;
        double push = (k == 0 ? twiceKinetic - count * kT : _mass[k - 1] * _rate[k - 1] * _rate[k - 1] - kT) / _mass[k];
        _rate[k] = (_rate[k] * drag + push * t) * drag;
    }

    private static double[] SuzukiYoshida()
    {
        double outer = 1 / (2 - Math.Cbrt(2));
        return [outer, 1 - 2 * outer, outer];
    }
}
