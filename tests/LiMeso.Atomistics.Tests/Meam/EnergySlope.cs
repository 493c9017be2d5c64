using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>Derivatives of the energy along a path, by fourth-order central differences: (E(−2h) − 8 E(−h) + 8 E(h) − E(2h))/12h.</summary>
/// <remarks>The differences are taken atom by atom, so that rounding is that of each atom's energy, 1.65 eV, and not of their sum.</remarks>
internal sealed class EnergySlope(MeamParameters parameters) : IDisposable
{
    private readonly MeamEvaluator _evaluator = new(parameters, new EvaluatorOptions());

    public void Dispose() => _evaluator.Dispose();

    /// <summary>Energies, forces and virial.</summary>
    public Interactions Evaluate(AtomicSystem system)
    {
        var result = new Interactions(system.Count);
        _evaluator.Evaluate(system, result);
        return result;
    }

    /// <summary>
    /// dE/dh at h = 0, or null where two steps do not agree because the stencil crosses an edge at which the function is not smooth. Steps that do not agree for any other reason fail the test.
    /// </summary>
    /// <param name="path">The system at h.</param>
    /// <param name="step">Of h.</param>
    /// <param name="tolerance">By how much the derivatives with this step and its double may differ.</param>
    /// <param name="edges">The edges that the stencil crosses.</param>
    public double? At(Func<double, AtomicSystem> path, double step, double tolerance, out string edges)
    {
        double Slope(double h)
        {
            double[] Energies(double at) => Evaluate(path(at)).AtomEnergies;
            double[] left2 = Energies(-2 * h), left = Energies(-h), right = Energies(h), right2 = Energies(2 * h);
            return left.Select((_, i) => left2[i] - right2[i] + 8 * (right[i] - left[i])).Sum() / (12 * h);
        }

        edges = "";
        double slope = Slope(step), wider = Slope(2 * step);
        if (Math.Abs(slope - wider) <= tolerance) return slope;
        edges = string.Join("; ", SmoothnessEdges.Crossed(parameters, path(-4 * step), path(0), path(4 * step)));
        Assert.True(edges.Length > 0, $"two stencils differ by {slope - wider:e1} where the function is smooth");
        return null;
    }
}
