namespace LiMeso.Atomistics.Structures;

/// <summary>Makes larger periodic systems of smaller ones.</summary>
public static class Repetition
{
    /// <summary>Repeats a system along its edges.</summary>
    /// <param name="system">The system; it repeats along the edges in question.</param>
    /// <param name="times">How often along A, B, C.</param>
    /// <returns>A larger system whose atoms, copy after copy, have the velocities of the smaller one's, and new ids.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static AtomicSystem Of(AtomicSystem system, (int A, int B, int C) times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(times.A, Math.Min(times.B, times.C)), 1, nameof(times));
        SimulationBox box = system.Box;
        int copies = times.A * times.B * times.C;
        double[] positions = new double[3 * system.Count * copies];
        int at = 0;
        for (int c = 0; c < times.C; c++)
        {
            for (int b = 0; b < times.B; b++)
            {
                for (int a = 0; a < times.A; a++)
                {
                    Vector3 shift = a * box.A + b * box.B + c * box.C;
                    for (int atom = 0; atom < system.Count; atom++, at += 3) (system.Position(atom) + shift).CopyTo(positions.AsSpan(at));
                }
            }
        }

        var lengths = new Vector3(times.A * box.Lengths.X, times.B * box.Lengths.Y, times.C * box.Lengths.Z);
        var repeated = new AtomicSystem(box with { Lengths = lengths, Xy = times.B * box.Xy, Xz = times.C * box.Xz, Yz = times.C * box.Yz }, positions, system.Mass);
        for (int copy = 0; copy < copies; copy++) system.Velocities.CopyTo(repeated.Velocities, copy * system.Velocities.Length);
        return repeated;
    }
}
