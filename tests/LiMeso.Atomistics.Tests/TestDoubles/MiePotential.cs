using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.TestDoubles;

/// <summary>
/// A pair potential of the family of Lennard-Jones, 4 ε ((σ/r)²⁴ − (σ/r)¹²), summed over all pairs and images in reach by brute force. With these exponents the sums converge
/// so fast that crystals have closed answers: with A_n = Σ (r₁/r)ⁿ over the neighbours of an atom, r₁ = σ (2 A₂₄/A₁₂)^(1/12), E = −ε A₁₂²/(2 A₂₄) and B = 32 |E|/V.
/// </summary>
internal sealed class MiePotential(double sigma = 2.7, double epsilon = 0.25, double reach = 12) : IInteratomicPotential
{
    public double Sigma => sigma;

    public double Epsilon => epsilon;

    public double Reach => reach;

    public double Mass => 6.94;

    public IForceEvaluator CreateEvaluator(EvaluatorOptions options) => new Evaluator(sigma, epsilon, reach);

    private sealed class Evaluator(double sigma, double epsilon, double reach) : IForceEvaluator
    {
        public NeighbourListOrigin? CaptureLists() => null;

        public void RestoreLists(NeighbourListOrigin origin) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        public void Evaluate(AtomicSystem system, Interactions result)
        {
            Array.Clear(result.Forces);
            Array.Clear(result.AtomEnergies);
            SimulationBox box = system.Box;
            Vector3[] images = [.. ImagesInReach(box)];
            // Atoms of one block may be anywhere, images of it are counted from the same fraction: positions are wrapped first.
            Vector3[] r = [.. Enumerable.Range(0, system.Count).Select(i => PeriodicImages.Wrap(box, system.Position(i)).Inside)];
            double energy = 0;
            SymmetricTensor virial = default;
            for (int i = 0; i < r.Length; i++)
            {
                for (int j = 0; j < r.Length; j++)
                {
                    Vector3 between = r[j] - r[i];
                    foreach (Vector3 image in images)
                    {
                        Vector3 d = between + image;
                        double d2 = Vector3.Dot(d, d);
                        if (d2 > reach * reach || d2 == 0) continue;
                        double s = sigma * sigma / d2, s12 = s * s * s * s * s * s, half = 2 * epsilon * (s12 * s12 - s12);
                        double slope = 4 * epsilon * (12 * s12 - 24 * s12 * s12) / d2;   // (dφ/dr)/r
                        energy += half;
                        result.AtomEnergies[i] += half;
                        result.Forces[3 * i] += slope * d.X;
                        result.Forces[3 * i + 1] += slope * d.Y;
                        result.Forces[3 * i + 2] += slope * d.Z;
                        virial += -0.5 * slope * new SymmetricTensor(d.X * d.X, d.Y * d.Y, d.Z * d.Z, d.X * d.Y, d.X * d.Z, d.Y * d.Z);
                    }
                }
            }

            result.Energy = energy;
            result.Virial = virial;
        }

        private IEnumerable<Vector3> ImagesInReach(SimulationBox box)
        {
            // Wrapped atoms differ by less than one edge in each fraction.
            int na = Count(box.Widths.X, box.Periodic.A), nb = Count(box.Widths.Y, box.Periodic.B), nc = Count(box.Widths.Z, box.Periodic.C);
            for (int a = -na; a <= na; a++)
            {
                for (int b = -nb; b <= nb; b++)
                {
                    for (int c = -nc; c <= nc; c++) yield return PeriodicImages.Shift(box, new ImageFlags(a, b, c));
                }
            }
        }

        private int Count(double width, bool periodic) => periodic ? (int)Math.Ceiling(reach / width) + 1 : 0;
    }
}
