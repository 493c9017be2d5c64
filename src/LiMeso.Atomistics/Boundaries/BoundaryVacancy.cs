using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Boundaries;

/// <summary>What became of an emptied site.</summary>
public enum VacancyFate
{
    /// <summary>It is empty still, and no other is.</summary>
    Stays,

    /// <summary>It is empty still, and no other is, but an atom has come nearly halfway towards it: they share the room.</summary>
    Rearranged,

    /// <summary>An atom has filled it, and left another site empty.</summary>
    Moved,

    /// <summary>There is no one empty site any more: atoms share what is left, or several sites are empty.</summary>
    Spread,
}

/// <summary>A vacancy at a site of a bicrystal, relaxed in the box of the bicrystal.</summary>
/// <param name="FormationEnergy">E(N − 1 atoms, relaxed) − E(N) + E(crystal)/N, eV: the atom taken out joins the crystal.</param>
/// <param name="LargestDisplacement">How far an atom moved at most, Å.</param>
/// <param name="EmptySites">Sites of the bicrystal to which no atom is nearest.</param>
/// <param name="Fate">What became of the site.</param>
/// <param name="Evaluations">Of the potential.</param>
/// <param name="Converged">Whether the tolerance was reached.</param>
public sealed record BoundaryVacancy(double FormationEnergy, double LargestDisplacement, int EmptySites, VacancyFate Fate, int Evaluations, bool Converged)
{
    /// <summary>An atom that moved less is still nearest to its own site, Å: below half the distance of neighbours, even where a boundary is dense.</summary>
    public const double OwnReach = 1.25;

    /// <summary>Takes an atom out, and relaxes the others, a little shaken: the symmetry of most sites would hold a vacancy that is unstable in it.</summary>
    /// <param name="bicrystal">The relaxed bicrystal.</param>
    /// <param name="energy">Its energy, eV.</param>
    /// <param name="crystalEnergy">Energy of an atom of the perfect crystal, eV.</param>
    /// <param name="atom">The atom, 0 … n−1.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="effort">How far to relax.</param>
    /// <param name="cancellation">Asked for to stop.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static BoundaryVacancy Relax(
        AtomicSystem bicrystal, double energy, double crystalEnergy, int atom, IInteratomicPotential potential, RelaxationEffort effort, CancellationToken cancellation)
    {
        AtomicSystem rest = PointDefects.WithoutAtom(bicrystal, atom);
        SymmetryBreaking.Shake(rest, (ulong)atom);
        using IForceEvaluator evaluator = potential.CreateEvaluator(new EvaluatorOptions());
        RelaxedBoundary relaxed = BoundaryRelaxation.Run(rest, evaluator, BoxFreedom.None, effort, cancellation);
        (VacancyFate fate, int empty, double largest) = Judge(bicrystal, rest, atom);
        return new BoundaryVacancy(relaxed.Energy - energy + crystalEnergy, largest, empty, fate, relaxed.Evaluations, relaxed.Converged);
    }

    /// <summary>What became of a site, how many are empty, how far an atom moved at most, Å.</summary>
    /// <param name="bicrystal">The bicrystal.</param>
    /// <param name="rest">Its atoms without one, relaxed.</param>
    /// <param name="removed">The one, 0 … n−1.</param>
    internal static (VacancyFate Fate, int EmptySites, double LargestDisplacement) Judge(AtomicSystem bicrystal, AtomicSystem rest, int removed)
    {
        double largest = 0;
        int[] occupied = new int[bicrystal.Count];
        for (int i = 0; i < rest.Count; i++)
        {
            int home = i < removed ? i : i + 1;
            double moved = (rest.Position(i) - bicrystal.Position(home)).Length;
            largest = Math.Max(largest, moved);
            occupied[moved <= OwnReach ? home : PointDefects.NearestAtom(bicrystal, rest.Position(i))]++;
        }

        int empty = occupied.Count(n => n == 0);
        return (empty != 1 ? VacancyFate.Spread : occupied[removed] > 0 ? VacancyFate.Moved : largest > OwnReach ? VacancyFate.Rearranged : VacancyFate.Stays, empty, largest);
    }
}
