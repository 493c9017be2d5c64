using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Properties;

/// <summary>Elastic constants of a cubic crystal at zero temperature, GPa.</summary>
/// <param name="C11">Stress along an edge per strain along it.</param>
/// <param name="C12">Stress along an edge per strain along another one.</param>
/// <param name="C44">Shear stress per shear angle.</param>
public sealed record ElasticConstants(double C11, double C12, double C44)
{
    /// <summary>Strain of the central differences unless another is given: large against rounding, small against the anharmonicity of a soft metal (1e-6 of the constants).</summary>
    public const double DefaultStrain = 2e-4;

    /// <summary>Bulk modulus, (C₁₁ + 2 C₁₂)/3.</summary>
    public double BulkModulus => (C11 + 2 * C12) / 3;

    /// <summary>Stiffness against tetragonal shear, C′ = (C₁₁ − C₁₂)/2.</summary>
    public double TetragonalShear => (C11 - C12) / 2;

    /// <summary>Stress over strain by central differences, with the atoms relaxed in the strained cell.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="crystal">A cubic crystal.</param>
    /// <param name="options">How the potential is evaluated.</param>
    /// <param name="strain">Amplitude of the strain.</param>
    /// <exception cref="ArgumentException">The crystal is not cubic.</exception>
    public static ElasticConstants Of(IInteratomicPotential potential, EquilibriumCrystal crystal, EvaluatorOptions options, double strain = DefaultStrain)
    {
        if (!crystal.Structure.IsCubic) throw new ArgumentException("the crystal must be cubic", nameof(crystal));
        // σ = −p, in GPa per unit of strain
        SymmetricTensor Difference(Func<double, Deformation> map) =>
            -1e-4 / (2 * strain) * (PressureAt(map(strain)) + -1 * PressureAt(map(-strain)));
        SymmetricTensor PressureAt(Deformation map)
        {
            AtomicSystem cell = crystal.Build((1, 1, 1), potential.Mass);
            map.ApplyTo(cell);
            using IForceEvaluator evaluator = potential.CreateEvaluator(options);
            return Relaxation.Run(cell, evaluator, new RelaxationOptions { ForceTolerance = 1e-8 }).Pressure;
        }

        SymmetricTensor stretch = Difference(e => new(1 + e, 1, 1, 0, 0, 0)), shear = Difference(e => new(1, 1, 1, e, 0, 0));
        return new ElasticConstants(stretch.Xx, 0.5 * (stretch.Yy + stretch.Zz), shear.Xy);
    }
}
