using LiMeso.Atomistics.Structures.Crystals;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>Finds the misorientation that an angle in degrees, rounded as people write it, stands for.</summary>
public static class CoincidenceAngles
{
    /// <summary>How far from the exact angle a given one may be, degrees.</summary>
    public const double Tolerance = 0.01;

    /// <summary>The simplest candidate whose angle is the one given.</summary>
    /// <param name="candidates">What to choose from.</param>
    /// <param name="angleOf">Angle of a candidate, degrees.</param>
    /// <param name="complexity">What is to be as small as possible.</param>
    /// <param name="angle">The angle given, degrees.</param>
    /// <param name="what">Tilt or twist, for the message.</param>
    /// <param name="axis">The axis, for the message.</param>
    /// <exception cref="ArgumentException">None has that angle.</exception>
    internal static T Choose<T>(IEnumerable<T> candidates, Func<T, double> angleOf, Func<T, int> complexity, double angle, string what, LatticeDirection axis)
    {
        T[] all = [.. candidates.OrderBy(complexity)];
        int found = Array.FindIndex(all, c => Math.Abs(angleOf(c) - angle) <= Tolerance);
        if (found >= 0) return all[found];
        // the simple ones are what people mean
        double near = all.Take(200).Select(angleOf).MinBy(a => Math.Abs(a - angle));
        throw new ArgumentException(FormattableString.Invariant($"no {what} about {axis} by {angle:0.####} degrees lets lattice points coincide; that by {near:0.0000} does"));
    }
}
