using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Dynamics.Barostats;

/// <summary>
/// Lets the box breathe under a pressure. A plug-in, registered in <see cref="BarostatKinds"/>. Space grows along x, y and z at the rates ν, dL/dt = ν L, with the edges of the box and the atoms in it:
/// dr/dt = v + ν r, dv/dt = F/m − (ν + Σν/N) v with N degrees of freedom.
/// </summary>
public interface IBarostat
{
    /// <summary>ν, relative rate of growth along x, y, z, 1/ps.</summary>
    Vector3 Rates { get; }

    /// <summary>Checks that a box can be treated.</summary>
    /// <param name="box">The box.</param>
    /// <exception cref="ArgumentException">It cannot; the message says why.</exception>
    void Require(SimulationBox box);

    /// <summary>Holds the rates' own temperature, at the beginning and at the end of a step.</summary>
    /// <param name="motion">The atoms.</param>
    /// <param name="temperature">K.</param>
    /// <param name="time">For how long, ps.</param>
    void Thermalise(Motion motion, double temperature, double time);

    /// <summary>Changes the rates by the difference of pressures.</summary>
    /// <param name="motion">The atoms.</param>
    /// <param name="virial">Their virial, eV.</param>
    /// <param name="temperature">K.</param>
    /// <param name="time">For how long, ps.</param>
    void Push(Motion motion, SymmetricTensor virial, double temperature, double time);

    /// <summary>Its share in the conserved quantity, eV: p V and the energy of its own variables.</summary>
    /// <param name="motion">The atoms.</param>
    /// <param name="temperature">K.</param>
    double Energy(Motion motion, double temperature);

    /// <summary>Stores all that it needs to continue to the same bits.</summary>
    /// <param name="state">Where to; names begin with "barostat/".</param>
    void Save(SavedState state);

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <param name="state">From where.</param>
    /// <exception cref="StateMismatchException">It was stored by another barostat.</exception>
    void Restore(SavedState state);
}
