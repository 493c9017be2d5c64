using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>
/// Enthalpy of a system over the positions of its atoms and the shape of its box. Variables are the positions y that the atoms would have in the box as it was at first, and the deformation M of that box,
/// r = origin + M y, times a length that makes the box about as stiff as an atom.
/// </summary>
/// <remarks>
/// −∂E/∂y = Mᵀ F and −∂(E + P V)/∂M = (W − P V 1) M⁻ᵀ, with the virial W = Σ r ⊗ F. Frozen components are frozen in y: they move with the box, but not within it.
/// The length is V^⅓ N^⅙: a box with a stiffness B V then has B V/(V^⅔ N^⅓) = B (V/N)^⅓, that of an atom, whatever its size.
/// </remarks>
internal sealed class AtomsAndBox : IEnergyLandscape
{
    private readonly AtomicSystem _system;
    private readonly IForceEvaluator _evaluator;
    private readonly RelaxationOptions _options;
    private readonly SimulationBox _box;
    private readonly bool[] _free;
    private readonly double _length, _pressure;

    public AtomsAndBox(AtomicSystem system, IForceEvaluator evaluator, RelaxationOptions options)
    {
        (_system, _evaluator, _options, _box) = (system, evaluator, options, system.Box);
        _free = options.Box.ToArray();
        _length = Math.Cbrt(_box.Volume) * Math.Pow(system.Count, 1.0 / 6);
        _pressure = options.Pressure / MetalUnits.Pressure;
        Result = new Interactions(system.Count);
    }

    public Interactions Result { get; }

    public int Variables => 3 * _system.Count + 6;

    /// <summary>Largest free force, eV/Å.</summary>
    public double LargestForce { get; private set; }

    /// <summary>Largest difference of a free stress component from its target, bar.</summary>
    public double LargestStress { get; private set; }

    public double Residual => Math.Max(LargestForce, _options.ForceTolerance * LargestStress / _options.StressTolerance);

    public double[] Start()
    {
        double[] x = new double[Variables];
        for (int i = 0; i < _system.Count; i++) (_system.Position(i) - _box.Origin).CopyTo(x.AsSpan(3 * i));
        return x;
    }

    public double Evaluate(ReadOnlySpan<double> x, Span<double> forces)
    {
        ReadOnlySpan<double> q = x[^6..];
        var m = new Deformation(1 + q[0] / _length, 1 + q[1] / _length, 1 + q[2] / _length, q[3] / _length, q[4] / _length, q[5] / _length);
        if (!(m.Xx > 0 && m.Yy > 0 && m.Zz > 0)) return double.PositiveInfinity;
        SetAtoms(x, m);
        _evaluator.Evaluate(_system, Result);
        SetForces(forces, m);
        return Result.Energy + _pressure * _system.Box.Volume;
    }

    // A box that cannot change leaves the atoms their bits.
    private void SetAtoms(ReadOnlySpan<double> x, Deformation m)
    {
        if (m != Deformation.Identity || _system.Box != _box) _system.Box = m.Apply(_box);
        for (int i = 0; i < _system.Count; i++)
        {
            var y = new Vector3(x[3 * i], x[3 * i + 1], x[3 * i + 2]);
            (_box.Origin + m.Apply(y)).CopyTo(_system.Positions.AsSpan(3 * i));
        }
    }

    private void SetForces(Span<double> forces, Deformation m)
    {
        ReadOnlySpan<double> f = Result.Forces;
        bool[]? frozen = _options.Frozen;
        LargestForce = 0;
        for (int i = 0; i < f.Length; i += 3)
        {
            (forces[i], forces[i + 1], forces[i + 2]) =
                (m.Xx * f[i], m.Xy * f[i] + m.Yy * f[i + 1], m.Xz * f[i] + m.Yz * f[i + 1] + m.Zz * f[i + 2]);
            for (int k = i; k < i + 3; k++)
            {
                if (frozen is not null && frozen[k]) forces[k] = 0;
                LargestForce = Math.Max(LargestForce, Math.Abs(forces[k]));
            }
        }

        SetBoxForces(forces[^6..], m);
    }

    private void SetBoxForces(Span<double> forces, Deformation m)
    {
        double volume = _system.Box.Volume, pv = _pressure * volume;
        SymmetricTensor w = Result.Virial;
        Deformation n = m.Inverse;
        (double xx, double yy, double zz) = (w.Xx - pv, w.Yy - pv, w.Zz - pv);
        // (S M⁻ᵀ)_ac = Σ_b S_ab (M⁻¹)_cb, in the upper triangle
        Span<double> g =
        [
            xx * n.Xx + w.Xy * n.Xy + w.Xz * n.Xz, yy * n.Yy + w.Yz * n.Yz, zz * n.Zz,
            w.Xy * n.Yy + w.Xz * n.Yz, w.Xz * n.Zz, w.Yz * n.Zz,
        ];
        LargestStress = 0;
        for (int k = 0; k < 6; k++)
        {
            forces[k] = _free[k] ? g[k] / _length : 0;
            if (_free[k]) LargestStress = Math.Max(LargestStress, Math.Abs(g[k]) / volume * MetalUnits.Pressure);
        }
    }
}
