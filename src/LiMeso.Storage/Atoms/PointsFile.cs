using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace LiMeso.Storage.Atoms;

/// <summary>
/// One VTK XML file of type PolyData (ending .vtp): points, a vertex for each, numbers at the points. An XML head names the arrays, then follow their bytes, each after its length in 64 bits.
/// </summary>
internal static class PointsFile
{
    public static void Write(Stream stream, AtomFrame frame)
    {
        var appended = new List<ReadOnlyMemory<byte>>();
        ulong offset = 0;
        var head = new StringBuilder();
        int n = frame.Count;
        string order = BitConverter.IsLittleEndian ? "LittleEndian" : "BigEndian";
        Line(0, $"<VTKFile type=\"PolyData\" version=\"1.0\" byte_order=\"{order}\" header_type=\"UInt64\">");
        Line(1, "<PolyData>");
        Line(2, "<FieldData>");
        Reals(3, "TimeValue", new double[] { frame.Time }, single: true);
        Reals(3, "time (ps)", new double[] { frame.Time }, single: true);
        Reals(3, "cell edges (A)", frame.Cell.Edges, components: 3, tuples: 3);
        Line(2, "</FieldData>");
        Line(2, $"<Piece NumberOfPoints=\"{n}\" NumberOfVerts=\"{n}\" NumberOfLines=\"0\" NumberOfStrips=\"0\" NumberOfPolys=\"0\">");
        Line(3, "<PointData>");
        Wholes(4, "id", [.. frame.Ids.Select(id => (long)id)]);
        if (frame.Velocities.Length > 0) Reals(4, "velocity (A/ps)", frame.Velocities, components: 3);
        foreach (AtomField field in frame.Fields) Reals(4, field.Label, field.Values);
        Line(3, "</PointData>");
        Line(3, "<Points>");
        Reals(4, "position (A)", frame.Positions, components: 3);
        Line(3, "</Points>");
        Line(3, "<Verts>");
        Wholes(4, "connectivity", [.. Enumerable.Range(0, n).Select(i => (long)i)]);
        Wholes(4, "offsets", [.. Enumerable.Range(1, n).Select(i => (long)i)]);
        Line(3, "</Verts>");
        Line(2, "</Piece>");
        Line(1, "</PolyData>");
        head.Append("  <AppendedData encoding=\"raw\">\n_");

        stream.Write(Encoding.UTF8.GetBytes(head.ToString()));
        foreach (ReadOnlyMemory<byte> values in appended)
        {
            ulong bytes = (ulong)values.Length;
            stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in bytes)));
            stream.Write(values.Span);
        }

        stream.Write("\n  </AppendedData>\n</VTKFile>\n"u8);

        void Line(int depth, string text) => head.Append(' ', 2 * depth).Append(text).Append('\n');

        void Reals(int depth, string name, ReadOnlyMemory<double> values, int components = 1, int tuples = 0, bool single = false) =>
            Array(depth, "Float64", name, MemoryMarshal.AsBytes(values.Span).ToArray(), components, single ? 1 : tuples);

        void Wholes(int depth, string name, long[] values) => Array(depth, "Int64", name, MemoryMarshal.AsBytes<long>(values).ToArray(), 1, 0);

        void Array(int depth, string type, string name, byte[] values, int components, int tuples)
        {
            string shape = (components > 1 ? $" NumberOfComponents=\"{components}\"" : "") + (tuples > 0 ? $" NumberOfTuples=\"{tuples}\"" : "");
            Line(depth, $"<DataArray type=\"{type}\" Name=\"{SecurityElement.Escape(name)}\"{shape} format=\"appended\" offset=\"{offset}\"/>");
            appended.Add(values);
            offset += sizeof(ulong) + (ulong)values.Length;
        }
    }
}
