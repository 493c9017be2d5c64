namespace LiMeso.Atomistics.Structures;

/// <summary>How many box edges an atom has travelled beyond the box.</summary>
/// <param name="A">Along A.</param>
/// <param name="B">Along B.</param>
/// <param name="C">Along C.</param>
public readonly record struct ImageFlags(int A, int B, int C);

/// <summary>Periodic images of points.</summary>
public static class PeriodicImages
{
    /// <summary>Puts a point back into the box, along its periodic edges; other directions stay as they are.</summary>
    /// <param name="box">The box.</param>
    /// <param name="position">The point, Å.</param>
    /// <returns>The image inside, and the edges to add to come back to the point.</returns>
    public static (Vector3 Inside, ImageFlags Images) Wrap(SimulationBox box, Vector3 position)
    {
        Vector3 s = box.ToFraction(position);
        var flags = new ImageFlags(
            box.Periodic.A ? (int)Math.Floor(s.X) : 0,
            box.Periodic.B ? (int)Math.Floor(s.Y) : 0,
            box.Periodic.C ? (int)Math.Floor(s.Z) : 0);
        // An untouched atom keeps its bits.
        return flags == default ? (position, flags) : (position - Shift(box, flags), flags);
    }

    /// <summary>The vector that image flags stand for, Å.</summary>
    /// <param name="box">The box.</param>
    /// <param name="flags">The flags.</param>
    public static Vector3 Shift(SimulationBox box, ImageFlags flags) => flags.A * box.A + flags.B * box.B + flags.C * box.C;

    /// <summary>The shortest among the periodic images of a vector, exact for boxes that are not sheared by more than half an edge.</summary>
    /// <param name="box">The box.</param>
    /// <param name="vector">The vector, Å.</param>
    public static Vector3 Shortest(SimulationBox box, Vector3 vector)
    {
        Vector3 s = box.ToFraction(box.Origin + vector);
        Vector3 near = vector - Shift(box, new ImageFlags(Nearest(s.X, box.Periodic.A), Nearest(s.Y, box.Periodic.B), Nearest(s.Z, box.Periodic.C)));
        Vector3 shortest = near;
        foreach (int a in Around(box.Periodic.A))
        {
            foreach (int b in Around(box.Periodic.B))
            {
                foreach (int c in Around(box.Periodic.C))
                {
                    Vector3 image = near + Shift(box, new ImageFlags(a, b, c));
                    if (Vector3.Dot(image, image) < Vector3.Dot(shortest, shortest)) shortest = image;
                }
            }
        }

        return shortest;
    }

    private static int Nearest(double fraction, bool periodic) => periodic ? (int)Math.Round(fraction) : 0;

    private static ReadOnlySpan<int> Around(bool periodic) => periodic ? [-1, 0, 1] : [0];
}
