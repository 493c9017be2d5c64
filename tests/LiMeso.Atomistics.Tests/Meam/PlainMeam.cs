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
        Vector3[] all = WithImages(system, Images(system.Box, p.Reach));
        return [.. Enumerable.Range(0, system.Count).Select(i => AtomEnergy(p, reference, embedding, system.Position(i), all))];
    }

    /// <summary>Which atoms have a neighbour within the cutoff that others screen in part, 0.01 &lt; S &lt; 0.99.</summary>
    public static HashSet<int> PartlyScreened(MeamParameters p, AtomicSystem system)
    {
        Vector3[] all = WithImages(system, Images(system.Box, p.Reach));
        return [.. Enumerable.Range(0, system.Count).Where(i =>
        {
            Vector3[] near = Near(p, system.Position(i), all);
            return near.Any(d => d.Length < p.Cutoff && Screening(p, d, near) is > 0.01 and < 0.99);
        })];
    }

    private static double AtomEnergy(MeamParameters p, ReferenceEquations reference, EmbeddingFunction embedding, Vector3 at, Vector3[] all)
    {
        Vector3[] near = Near(p, at, all);
        double density = 0, second = 0, pairs = 0;
        double[] a = new double[3], c = new double[3];
        double[,] b = new double[3, 3];
        double[,,] t = new double[3, 3, 3];
        foreach (Vector3 d in near.Where(d => d.Length < p.Cutoff))
        {
            double r = d.Length, s = SmoothStep.Of((p.Cutoff - r) / p.CutoffWidth) * Screening(p, d, near);
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

    /// <summary>C of the ellipse through a third atom of a pair; infinite where the third atom lies behind one of the two.</summary>
    /// <param name="toJ">From one atom of the pair to the other.</param>
    /// <param name="toK">From the same atom to the third.</param>
    public static double Ellipse(Vector3 toJ, Vector3 toK)
    {
        double ij = Vector3.Dot(toJ, toJ), ik = Vector3.Dot(toK, toK) / ij, jk = Vector3.Dot(toK - toJ, toK - toJ) / ij, a = 1 - (ik - jk) * (ik - jk);
        return a <= 0 ? double.PositiveInfinity : (2 * (ik + jk) + a - 2) / a;
    }

    /// <summary>S of a pair screened by one third atom.</summary>
    public static double Screening(MeamParameters p, Vector3 toJ, Vector3 toK) =>
        SmoothStep.Of((Ellipse(toJ, toK) - p.ScreeningMinimum) / (p.ScreeningMaximum - p.ScreeningMinimum));

    /// <summary>The periodic images that can reach into a box, as whole numbers of its edges.</summary>
    public static (int A, int B, int C)[] Images(SimulationBox box, double reach)
    {
        Vector3 w = box.Widths;
        int Range(bool periodic, double width) => periodic ? (int)Math.Ceiling(reach / width) + 1 : 0;
        (int na, int nb, int nc) = (Range(box.Periodic.A, w.X), Range(box.Periodic.B, w.Y), Range(box.Periodic.C, w.Z));
        return [.. from a in Enumerable.Range(-na, 2 * na + 1)
                   from b in Enumerable.Range(-nb, 2 * nb + 1)
                   from c in Enumerable.Range(-nc, 2 * nc + 1)
                   select (a, b, c)];
    }

    /// <summary>The atoms in each of those images.</summary>
    public static Vector3[] WithImages(AtomicSystem system, (int A, int B, int C)[] images)
    {
        SimulationBox box = system.Box;
        return [.. from image in images
                   from i in Enumerable.Range(0, system.Count)
                   select system.Position(i) + image.A * box.A + image.B * box.B + image.C * box.C];
    }

    private static Vector3[] Near(MeamParameters p, Vector3 at, Vector3[] all) => [.. all.Select(r => r - at).Where(d => d.Length > 1e-9 && d.Length < p.Reach)];

    private static double Screening(MeamParameters p, Vector3 toJ, Vector3[] near) => near.Where(k => k != toJ).Aggregate(1.0, (product, k) => product * Screening(p, toJ, k));
}
