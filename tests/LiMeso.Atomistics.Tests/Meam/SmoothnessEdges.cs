using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>
/// Where the energy of MEAM is not smooth: its second derivatives jump where a pair enters the cutoff (r = rc) and where a third atom ceases to screen a pair wholly (C = Cmin), the fourth ones at the other
/// ends of the switching functions (r = rc - delr, C = Cmax).
/// </summary>
internal static class SmoothnessEdges
{
    // Å, further than any atom moves between the states.
    private const double Margin = 0.01;

    /// <summary>The edges between states of one system, of pairs that are not screened wholly by other atoms.</summary>
    /// <param name="p">The potential.</param>
    /// <param name="states">The states, in order along a path.</param>
    public static IReadOnlyCollection<string> Crossed(MeamParameters p, params AtomicSystem[] states)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var images = PlainMeam.Images(states[0].Box, p.Reach + Margin);
        Vector3[][] all = [.. states.Select(s => PlainMeam.WithImages(s, images))];
        for (int i = 0; i < states[0].Count; i++)
        {
            Vector3 at = states[0].Position(i);
            int[] near = [.. Enumerable.Range(0, all[0].Length).Where(n => (all[0][n] - at).Length is var r && r > Margin && r < p.Reach + Margin)];
            // of each neighbour, one vector for each state
            Vector3[][] to = [.. near.Select(n => states.Select((s, state) => all[state][n] - s.Position(i)).ToArray())];
            foreach (Vector3[] toJ in to) AddEdges(p, toJ, to, found);
        }

        return found;
    }

    private static void AddEdges(MeamParameters p, Vector3[] toJ, Vector3[][] near, SortedSet<string> found)
    {
        double[] r = [.. toJ.Select(d => d.Length)];
        if (r.Min() > p.Cutoff) return;
        Vector3[][] others = [.. near.Where(k => k != toJ)];
        int screeners = others.Count(k => PlainMeam.Screening(p, toJ[0], k[0]) == 0);
        if (screeners == 0)
        {
            if (Between(r, p.Cutoff)) found.Add("r = rc");
            if (Between(r, p.Cutoff - p.CutoffWidth)) found.Add("r = rc - delr");
        }

        if (screeners > 1) return;
        foreach (Vector3[] toK in others)
        {
            if (screeners == 1 && PlainMeam.Screening(p, toJ[0], toK[0]) > 0) continue;
            double[] c = [.. toJ.Select((d, state) => PlainMeam.Ellipse(d, toK[state]))];
            if (Between(c, p.ScreeningMinimum)) found.Add("C = Cmin");
            if (Between(c, p.ScreeningMaximum)) found.Add("C = Cmax");
        }
    }

    private static bool Between(double[] values, double edge) => values.Min() <= edge && values.Max() >= edge;
}
