using System.Globalization;
using System.Text;
using LiMeso.Storage.Files;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.Export;

/// <summary>
/// Comma-separated values, numbers with all their digits: <c>fields.csv</c> with one line a cell and snapshot (time, cell centre, fields), and
/// <c>times.csv</c> with one line a snapshot (number, step, time, scalars).
/// </summary>
public sealed class CsvExporter : IExporter
{
    /// <inheritdoc/>
    public string Export(SnapshotReader source, string directory)
    {
        ArgumentNullException.ThrowIfNull(source);
        Directory.CreateDirectory(directory);
        AtomicFile.Write(Path.Combine(directory, "times.csv"), stream => WriteTimes(source, stream), Durability.ProcessKill);
        string entry = Path.Combine(directory, "fields.csv");
        AtomicFile.Write(entry, stream => WriteFields(source, stream), Durability.ProcessKill);
        return entry;
    }

    private static void WriteTimes(SnapshotReader source, Stream stream)
    {
        using StreamWriter writer = Writer(stream);
        WriteLine(writer, ["number", "step", "time (s)", .. source.Layout.Scalars.Select(s => s.Label)]);
        foreach (SnapshotInfo snapshot in source.Snapshots)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{snapshot.Number},{snapshot.Step},{snapshot.Time:r}"));
            foreach (double scalar in snapshot.Scalars)
                Write(writer, scalar);
            writer.Write('\n');
        }
    }

    private static void WriteFields(SnapshotReader source, Stream stream)
    {
        using StreamWriter writer = Writer(stream);
        SnapshotLayout layout = source.Layout;
        double[][] centres = [.. layout.Mesh.Faces.Select(Centres)];
        WriteLine(writer, [
            "number", "time (s)", .. SnapshotMesh.AxisNames.Take(centres.Length).Select(axis => $"{axis} (m)"),
            .. layout.Fields.Select(f => f.Label), .. layout.CellFields.Select(f => f.Description.Label)]);
        foreach (SnapshotInfo snapshot in source.Snapshots)
        {
            double[][] columns = [.. source.ReadFields(snapshot), .. layout.CellFields.Select(f => f.Values)];
            string start = string.Create(CultureInfo.InvariantCulture, $"{snapshot.Number},{snapshot.Time:r}");
            for (int cell = 0; cell < layout.Mesh.CellCount; cell++)
            {
                writer.Write(start);
                int rest = cell;
                foreach (double[] axis in centres)
                {
                    (rest, int position) = Math.DivRem(rest, axis.Length);
                    Write(writer, axis[position]);
                }
                foreach (double[] column in columns)
                    Write(writer, column[cell]);
                writer.Write('\n');
            }
        }
    }

    private static double[] Centres(double[] faces) => [.. faces.Skip(1).Zip(faces, (right, left) => left + 0.5 * (right - left))];

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);

    private static void WriteLine(StreamWriter writer, IEnumerable<string> names)
    {
        writer.Write(string.Join(',', names.Select(Quote)));
        writer.Write('\n');
    }

    // RFC 4180.
    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static void Write(StreamWriter writer, double value)
    {
        Span<char> text = stackalloc char[32];
        _ = value.TryFormat(text, out int length, "r", CultureInfo.InvariantCulture);
        writer.Write(',');
        writer.Write(text[..length]);
    }
}
