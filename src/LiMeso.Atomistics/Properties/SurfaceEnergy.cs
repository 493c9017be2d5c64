using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Core;

namespace LiMeso.Atomistics.Properties;

/// <summary>Energies of free surfaces at zero temperature.</summary>
public static class SurfaceEnergy
{
    // Thick enough that the two surfaces do not feel each other, and a vacuum wider than any metal potential reaches, Å.
    private const double Thickness = 50, Vacuum = 25;

    /// <summary>Energy of a relaxed surface, γ = (E(slab) − N E(crystal)/atom)/(2 A).</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="crystal">A cubic crystal.</param>
    /// <param name="surface">The orientation whose z direction is the surface's normal.</param>
    /// <param name="options">How the potential is evaluated.</param>
    /// <param name="relaxed">Whether the atoms relax; the box does not.</param>
    /// <returns>J/m².</returns>
    /// <remarks>One turned cell is repeated along the normal alone, so that a surface keeps its periodicity: reconstructions are not looked for.</remarks>
    /// <exception cref="ConvergenceException">The relaxation did not converge.</exception>
    public static double Of(IInteratomicPotential potential, EquilibriumCrystal crystal, Orientation surface, EvaluatorOptions options, bool relaxed = true)
    {
        AtomicSystem slab = SurfaceSlab.Build(crystal.Structure, crystal.LatticeConstant, surface, (1, 1), Thickness, Vacuum, potential.Mass);
        using IForceEvaluator evaluator = potential.CreateEvaluator(options);
        double energy;
        if (relaxed)
        {
            energy = Relaxation.Run(slab, evaluator, new RelaxationOptions { ForceTolerance = 1e-5, Minimiser = new ConjugateGradients() }).Energy;
        }
        else
        {
            var found = new Interactions(slab.Count);
            evaluator.Evaluate(slab, found);
            energy = found.Energy;
        }

        double area = slab.Box.Lengths.X * slab.Box.Lengths.Y;
        return (energy - slab.Count * crystal.EnergyPerAtom) / (2 * area) * PhysicalConstants.ElementaryCharge * 1e20;
    }
}
