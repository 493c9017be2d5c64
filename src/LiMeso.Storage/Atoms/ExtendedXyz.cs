namespace LiMeso.Storage.Atoms;

/// <summary>
/// Extended XYZ: number of atoms, a line of keys and values that names the columns, then a line an atom. Keys as ASE and OVITO read them; time in ps, velocities in Å/ps.
/// </summary>
internal static class ExtendedXyz
{
    public static void Write(AppendedText text, AtomFrame frame)
    {
        bool moving = frame.Velocities.Length > 0;
        text.Write(frame.Count);
        text.Write("\nLattice=\"");
        WriteList(text, frame.Cell.Edges);
        text.Write("\" Origin=\"");
        WriteList(text, frame.Cell.Origin);
        text.Write("\" Properties=species:S:1:pos:R:3:id:I:1");
        if (moving) text.Write(":velo:R:3");
        foreach (AtomField field in frame.Fields) text.Write($":{field.Name}:R:1");
        text.Write($" pbc=\"{string.Join(' ', frame.Cell.Periodic.Select(p => p ? 'T' : 'F'))}\" Step=");
        text.Write(frame.Step);
        text.Write(" Time=");
        text.Write(frame.Time);
        text.Write('\n');
        ReadOnlySpan<double> r = frame.Positions.Span, v = frame.Velocities.Span;
        for (int atom = 0; atom < frame.Count; atom++)
        {
            text.Write(frame.Element);
            for (int axis = 0; axis < 3; axis++) WriteAfterSpace(text, r[3 * atom + axis]);
            text.Write(' ');
            text.Write(frame.Ids[atom]);
            for (int axis = 0; moving && axis < 3; axis++) WriteAfterSpace(text, v[3 * atom + axis]);
            foreach (AtomField field in frame.Fields) WriteAfterSpace(text, field.Values.Span[atom]);
            text.Write('\n');
        }
    }

    private static void WriteAfterSpace(AppendedText text, double value)
    {
        text.Write(' ');
        text.Write(value);
    }

    private static void WriteList(AppendedText text, double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0) text.Write(' ');
            text.Write(values[i]);
        }
    }
}
