using System.Runtime.InteropServices;
using System.Security;
using System.Text;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.ParaView;

/// <summary>
/// One VTK XML file of type RectilinearGrid (ending .vtr): an XML head that names the arrays, then their bytes as they are, each after its length in 64 bits.
/// See "VTK XML formats" in the VTK documentation.
/// </summary>
internal static class RectilinearGridFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="layout">Mesh, descriptions, constant cell fields.</param>
    /// <param name="snapshot">Time and scalars.</param>
    /// <param name="fields">One array for each field of the layout, one value a cell, x fastest: VTK's own order.</param>
    public static void Write(Stream stream, SnapshotLayout layout, SnapshotInfo snapshot, IReadOnlyList<double[]> fields)
    {
        var appended = new List<double[]>();
        ulong offset = 0;
        var head = new StringBuilder();
        string order = BitConverter.IsLittleEndian ? "LittleEndian" : "BigEndian";
        string extent = string.Join(' ', Enumerable.Range(0, 3).Select(axis => $"0 {Faces(axis).Length - 1}"));

        Line(0, $"<VTKFile type=\"RectilinearGrid\" version=\"1.0\" byte_order=\"{order}\" header_type=\"UInt64\">");
        Line(1, $"<RectilinearGrid WholeExtent=\"{extent}\">");
        Line(2, "<FieldData>");
        Array(3, "TimeValue", [snapshot.Time], single: true);
        for (int i = 0; i < layout.Scalars.Count; i++)
            Array(3, layout.Scalars[i].Label, [snapshot.Scalars[i]], single: true);
        Line(2, "</FieldData>");
        Line(2, $"<Piece Extent=\"{extent}\">");
        Line(3, $"<CellData Scalars=\"{Escape(layout.Fields[0].Label)}\">");
        for (int i = 0; i < layout.Fields.Count; i++)
            Array(4, layout.Fields[i].Label, fields[i]);
        foreach (ConstantField field in layout.CellFields)
            Array(4, field.Description.Label, field.Values);
        Line(3, "</CellData>");
        Line(3, "<Coordinates>");
        for (int axis = 0; axis < 3; axis++)
            Array(4, $"{SnapshotMesh.AxisNames[axis]} (m)", Faces(axis));
        Line(3, "</Coordinates>");
        Line(2, "</Piece>");
        Line(1, "</RectilinearGrid>");
        head.Append("  <AppendedData encoding=\"raw\">\n_");

        stream.Write(Encoding.UTF8.GetBytes(head.ToString()));
        foreach (double[] values in appended)
        {
            ulong bytes = (ulong)values.Length * sizeof(double);
            stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in bytes)));
            stream.Write(MemoryMarshal.AsBytes<double>(values));
        }
        stream.Write("\n  </AppendedData>\n</VTKFile>\n"u8);

        // A dimension that the mesh lacks has one face, at 0: lines and sheets without thickness.
        double[] Faces(int axis) => axis < layout.Mesh.Dimension ? layout.Mesh.Faces[axis] : [0];

        void Line(int depth, string text) => head.Append(' ', 2 * depth).Append(text).Append('\n');

        void Array(int depth, string name, double[] values, bool single = false)
        {
            string tuples = single ? " NumberOfTuples=\"1\"" : "";
            Line(depth, $"<DataArray type=\"Float64\" Name=\"{Escape(name)}\"{tuples} format=\"appended\" offset=\"{offset}\"/>");
            appended.Add(values);
            offset += sizeof(ulong) + (ulong)values.Length * sizeof(double);
        }
    }

    private static string Escape(string text) => SecurityElement.Escape(text)!;
}
