using System.Globalization;

namespace LiMeso.Atomistics.Structures.LammpsData;

/// <summary>Writes LAMMPS data files, <c>atom_style atomic</c> in <c>metal</c> units. Every number is written so that reading gives the same bits.</summary>
public static class LammpsDataWriter
{
    /// <summary>Writes a system: atoms put back into the box along its periodic directions, with image flags that say where they were; velocities unless all atoms are at rest.</summary>
    /// <param name="text">Where to; left open.</param>
    /// <param name="system">The system.</param>
    /// <param name="title">The first line.</param>
    public static void Write(TextWriter text, AtomicSystem system, string title)
    {
        SimulationBox box = system.Box;
        text.Write($"{title.ReplaceLineEndings(" ")}\n\n{system.Count} atoms\n1 atom types\n\n");
        WriteBounds(text, box.Origin.X, box.Lengths.X, "x");
        WriteBounds(text, box.Origin.Y, box.Lengths.Y, "y");
        WriteBounds(text, box.Origin.Z, box.Lengths.Z, "z");
        if ((box.Xy, box.Xz, box.Yz) != (0, 0, 0)) text.Write($"{Text(box.Xy)} {Text(box.Xz)} {Text(box.Yz)} xy xz yz\n");
        text.Write($"\nMasses\n\n1 {Text(system.Mass)}\n\nAtoms # atomic\n\n");
        for (int i = 0; i < system.Count; i++)
        {
            (Vector3 r, ImageFlags n) = PeriodicImages.Wrap(box, system.Position(i));
            text.Write($"{Text(system.Ids[i])} 1 {Text(r.X)} {Text(r.Y)} {Text(r.Z)} {Text(n.A)} {Text(n.B)} {Text(n.C)}\n");
        }

        double[] v = system.Velocities;
        if (Array.TrueForAll(v, x => x == 0)) return;
        text.Write("\nVelocities\n\n");
        for (int i = 0; i < system.Count; i++) text.Write($"{Text(system.Ids[i])} {Text(v[3 * i])} {Text(v[3 * i + 1])} {Text(v[3 * i + 2])}\n");
    }

    // LAMMPS takes the length from the bounds: with an origin other than zero the sum rounds, and its nearest neighbour may give the length back.
    private static void WriteBounds(TextWriter text, double low, double length, string axis)
    {
        double high = low + length;
        if (high - low < length && Math.BitIncrement(high) - low == length) high = Math.BitIncrement(high);
        else if (high - low > length && Math.BitDecrement(high) - low == length) high = Math.BitDecrement(high);
        text.Write($"{Text(low)} {Text(high)} {axis}lo {axis}hi\n");
    }

    // The shortest text that reads back to the same double, 17 digits where it takes so many.
    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
