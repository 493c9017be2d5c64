using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>
/// The energy of MEAM written down as the papers have it: every pair, every third atom, every image, tensors by their nine and twenty-seven components, φ without a table.
/// Slow and without forces: the measure of the fast one.
/// </summary>
internal static class PlainMeam
{
    /// <summary>Energy, eV.</summary>
    public static double Energy(MeamParameters p, AtomicSystem system) => AtomEnergies(p, system).Sum();

    /// <summary>Energy of each atom, eV.</summary>
    public static double[] AtomEnergies(MeamParameters p, AtomicSystem system)
    {
        var reference = new ReferenceEquations(p);
        var embedding = new EmbeddingFunction(p, reference.ReferenceDensity);
        Vector3[] all = WithImages(system, p.Reach);
        return [.. Enumerable.Range(0, system.Count).Select(i => AtomEnergy(p, reference, embedding, system.Position(i), all))];
    }

    private static double AtomEnergy(MeamParameters p, ReferenceEquations reference, EmbeddingFunction embedding, Vector3 at, Vector3[] all)
    {
        Vector3[] near = [.. all.Select(r => r - at).Where(d => d.Length > 1e-9 && d.Length < p.Reach)];
        double density = 0, second = 0, pairs = 0;
        double[] a = new double[3], c = new double[3];
        double[,] b = new double[3, 3];
        double[,,] t = new double[3, 3, 3];
        foreach (Vector3 d in near.Where(d => d.Length < p.Cutoff))
        {
            double r = d.Length, s = SmoothStep.Of((p.Cutoff - r) / p.CutoffWidth) * near.Where(k => k != d).Aggregate(1.0, (product, k) => product * Screening(p, d, k));
            double Weight(double decay) => s * p.DensityScale * Math.Exp(-decay * (r / p.NeighbourDistance - 1));
            double[] u = [d.X / r, d.Y / r, d.Z / r];
            double w1 = Weight(p.Decay.B1), w2 = Weight(p.Decay.B2), w3 = Weight(p.Decay.B3);
            density += Weight(p.Decay.B0);
            second += w2;
            pairs += 0.5 * s * reference.PairPotential(r).Value;
            for (int x = 0; x < 3; x++)
            {
                a[x] += w1 * u[x];
                c[x] += w3 * u[x];
                for (int y = 0; y < 3; y++)
                {
                    b[x, y] += w2 * u[x] * u[y];
                    for (int z = 0; z < 3; z++) t[x, y, z] += w3 * u[x] * u[y] * u[z];
                }
            }
        }

        if (density == 0) return 0;
        double rho1 = a.Sum(v => v * v), rho2 = b.Cast<double>().Sum(v => v * v) - second * second / 3, rho3 = t.Cast<double>().Sum(v => v * v) - 0.6 * c.Sum(v => v * v);
        double gamma = (p.Weights.T1 * rho1 + p.Weights.T2 * rho2 + p.Weights.T3 * rho3) / (density * density);
        return embedding.Energy(density, gamma, out _, out _) + pairs;
    }

    private static double Screening(MeamParameters p, Vector3 toJ, Vector3 toK)
    {
        double ij = Vector3.Dot(toJ, toJ), ik = Vector3.Dot(toK, toK) / ij, jk = Vector3.Dot(toK - toJ, toK - toJ) / ij, a = 1 - (ik - jk) * (ik - jk);
        if (a <= 0) return 1;
        double ellipse = (2 * (ik + jk) + a - 2) / a;
        return SmoothStep.Of((ellipse - p.ScreeningMinimum) / (p.ScreeningMaximum - p.ScreeningMinimum));
    }

    private static Vector3[] WithImages(AtomicSystem system, double reach)
    {
        SimulationBox box = system.Box;
        Vector3 w = box.Widths;
        int Range(bool periodic, double width) => periodic ? (int)Math.Ceiling(reach / width) + 1 : 0;
        (int na, int nb, int nc) = (Range(box.Periodic.A, w.X), Range(box.Periodic.B, w.Y), Range(box.Periodic.C, w.Z));
        return [.. from a in Enumerable.Range(-na, 2 * na + 1)
                   from b in Enumerable.Range(-nb, 2 * nb + 1)
                   from c in Enumerable.Range(-nc, 2 * nc + 1)
                   from i in Enumerable.Range(0, system.Count)
                   select system.Position(i) + a * box.A + b * box.B + c * box.C];
    }
}
