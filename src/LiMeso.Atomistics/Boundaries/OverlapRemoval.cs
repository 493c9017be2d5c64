using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>
/// Which atoms are left out of a bicrystal where the grains come too close: one of each pair nearer than a threshold, by chance, and at the other boundary the same ones.
/// Larger thresholds leave out more atoms besides the same ones.
/// </summary>
public sealed class OverlapRemoval
{
    private readonly Bicrystal _bicrystal;
    private readonly List<(double Distance, int Removed)> _steps = [];

    /// <summary>Draws the atoms.</summary>
    /// <param name="bicrystal">The bicrystal.</param>
    /// <param name="isometry">Takes one of its boundaries to the other.</param>
    /// <param name="largest">The largest threshold, Å.</param>
    /// <param name="seed">Of the choices.</param>
    /// <param name="use">Says what the choices are for: another one draws others from the same seed.</param>
    public OverlapRemoval(Bicrystal bicrystal, BoundaryIsometry isometry, double largest, ulong seed, ulong use)
    {
        _bicrystal = bicrystal;
        HashSet<int> gone = [];
        ulong draw = 0;
        foreach ((double distance, int a, int b) in Pairs(bicrystal, largest))
        {
            bool takesB = (CounterRandom.Bits(seed, use, draw++).A & 1) == 1;
            if (gone.Contains(a) || gone.Contains(b)) continue;
            int removed = takesB ? b : a;
            gone.Add(removed);
            _steps.Add((distance, removed));
        }

        Mates = [.. _steps.Select(s => isometry.MateOf(s.Removed))];
    }

    private int[] Mates { get; }

    /// <summary>Atoms left out at each boundary.</summary>
    /// <param name="threshold">Pairs nearer than this lose an atom, Å.</param>
    public int Removed(double threshold) => _steps.TakeWhile(s => s.Distance < threshold).Count();

    /// <summary>The bicrystal's atoms without those left out.</summary>
    /// <param name="removed">How many at each boundary.</param>
    public AtomicSystem Remaining(int removed)
    {
        AtomicSystem all = _bicrystal.System;
        HashSet<int> gone = [.. _steps.Take(removed).Select(s => s.Removed), .. Mates.Take(removed)];
        int[] kept = [.. Enumerable.Range(0, all.Count).Where(i => !gone.Contains(i))];
        return new AtomicSystem(all.Box, [.. kept.SelectMany(i => all.Positions[(3 * i)..(3 * i + 3)])], all.Mass, [.. kept.Select(i => all.Ids[i])]);
    }

    // Pairs across the boundary in the middle, nearest first; rounding must not decide which of equal distances comes first.
    private static IEnumerable<(double Distance, int A, int B)> Pairs(Bicrystal bicrystal, double largest)
    {
        AtomicSystem system = bicrystal.System;
        double thickness = 2 * bicrystal.Separation;
        int[] near = [.. Enumerable.Range(0, system.Count).Where(i => Math.Abs(system.Box.ToFraction(system.Position(i)).Y - 0.5) * thickness < largest + 0.1)];
        return from a in near
               where !bicrystal.IsInB(a)
               from b in near
               where bicrystal.IsInB(b)
               let distance = PeriodicImages.Shortest(system.Box, system.Position(b) - system.Position(a)).Length
               where distance < largest
               orderby Math.Round(distance, 6), a, b
               select (Math.Round(distance, 6), a, b);
    }
}
