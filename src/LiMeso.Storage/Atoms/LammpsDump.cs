namespace LiMeso.Storage.Atoms;

/// <summary>The text form of LAMMPS' <c>dump custom</c>, units metal, with unwrapped positions xu, yu, zu.</summary>
internal static class LammpsDump
{
    public static void Write(AppendedText text, AtomFrame frame)
    {
        bool moving = frame.Velocities.Length > 0;
        text.Write("ITEM: UNITS\nmetal\nITEM: TIME\n");
        text.Write(frame.Time);
        text.Write("\nITEM: TIMESTEP\n");
        text.Write(frame.Step);
        text.Write("\nITEM: NUMBER OF ATOMS\n");
        text.Write(frame.Count);
        WriteBox(text, frame.Cell);
        text.Write("ITEM: ATOMS id type element xu yu zu");
        if (moving) text.Write(" vx vy vz");
        foreach (AtomField field in frame.Fields) text.Write($" {field.Name}");
        text.Write('\n');
        ReadOnlySpan<double> r = frame.Positions.Span, v = frame.Velocities.Span;
        for (int atom = 0; atom < frame.Count; atom++)
        {
            text.Write(frame.Ids[atom]);
            text.Write(" 1 ");
            text.Write(frame.Element);
            for (int axis = 0; axis < 3; axis++) WriteAfterSpace(text, r[3 * atom + axis]);
            for (int axis = 0; moving && axis < 3; axis++) WriteAfterSpace(text, v[3 * atom + axis]);
            foreach (AtomField field in frame.Fields) WriteAfterSpace(text, field.Values.Span[atom]);
            text.Write('\n');
        }
    }

    // A sheared box is given by the smallest upright box around it, and by its tilts.
    private static void WriteBox(AppendedText text, AtomCell cell)
    {
        double xy = cell.Edges[3], xz = cell.Edges[6], yz = cell.Edges[7];
        bool tilted = xy != 0 || xz != 0 || yz != 0;
        (double Low, double High, double Tilt)[] bounds =
        [
            (Math.Min(Math.Min(0, xy), Math.Min(xz, xy + xz)), Math.Max(Math.Max(0, xy), Math.Max(xz, xy + xz)), xy),
            (Math.Min(0, yz), Math.Max(0, yz), xz),
            (0, 0, yz),
        ];
        text.Write($"\nITEM: BOX BOUNDS {(tilted ? "xy xz yz " : "")}{string.Join(' ', cell.Periodic.Select(p => p ? "pp" : "ff"))}\n");
        for (int axis = 0; axis < 3; axis++)
        {
            text.Write(cell.Origin[axis] + bounds[axis].Low);
            WriteAfterSpace(text, cell.Origin[axis] + cell.Edges[4 * axis] + bounds[axis].High);
            if (tilted) WriteAfterSpace(text, bounds[axis].Tilt);
            text.Write('\n');
        }
    }

    private static void WriteAfterSpace(AppendedText text, double value)
    {
        text.Write(' ');
        text.Write(value);
    }
}
