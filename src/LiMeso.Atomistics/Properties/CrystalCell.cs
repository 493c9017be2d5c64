using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Properties;

/// <summary>One cell of a perfect crystal, evaluated at any lattice constant.</summary>
internal sealed class CrystalCell(IInteratomicPotential potential, CrystalStructure structure, EvaluatorOptions options) : IDisposable
{
    private readonly IForceEvaluator _evaluator = potential.CreateEvaluator(options);
    private readonly Interactions _found = new(structure.Sites.Count);

    /// <summary>Energy and virial of the cell.</summary>
    /// <param name="latticeConstant">a, Å.</param>
    /// <param name="axialRatio">c/a; the ideal one when null.</param>
    public Interactions Evaluate(double latticeConstant, double? axialRatio = null)
    {
        Last = structure.Build(latticeConstant, (1, 1, 1), potential.Mass, axialRatio);
        _evaluator.Evaluate(Last, _found);
        return _found;
    }

    /// <summary>Energy per atom, eV.</summary>
    public double EnergyPerAtom(double latticeConstant) => Evaluate(latticeConstant).Energy / structure.Sites.Count;

    /// <summary>Mean of the pressures along the edges, bar.</summary>
    public double Pressure(double latticeConstant)
    {
        Interactions found = Evaluate(latticeConstant);
        return Relaxation.PressureOf(Last!.Box, found).Trace / 3;
    }

    public void Dispose() => _evaluator.Dispose();

    private AtomicSystem? Last { get; set; }
}
