using System.Globalization;
using System.Text;
using System.Xml;
using LiMeso.Storage.Export;
using LiMeso.Storage.Files;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.ParaView;

/// <summary>
/// One small file, <c>fields.xdmf</c>, that tells ParaView's XDMF readers what lies where in the snapshots' HDF5 files: nothing is written twice.
/// </summary>
/// <remarks>
/// The readers agree on structured grids in three dimensions only, so that lines and sheets are given a thickness of one cell, a twentieth of their length.
/// </remarks>
public sealed class XdmfExporter : IExporter
{
    private const double RelativeThickness = 0.05;

    /// <inheritdoc/>
    public string Export(SnapshotReader source, string directory)
    {
        ArgumentNullException.ThrowIfNull(source);
        Directory.CreateDirectory(directory);
        string entry = Path.Combine(directory, "fields.xdmf");
        string prefix = Path.GetRelativePath(directory, source.Directory).Replace('\\', '/');
        AtomicFile.WriteText(entry, Describe(source, prefix == "." ? "" : prefix + "/"), Durability.ProcessKill);
        return entry;
    }

    private static string Describe(SnapshotReader source, string prefix)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("Xdmf");
            xml.WriteAttributeString("Version", "2.0");
            xml.WriteStartElement("Domain");
            Start(xml, "Grid", ("Name", "fields"), ("GridType", "Collection"), ("CollectionType", "Temporal"));
            foreach (SnapshotInfo snapshot in source.Snapshots)
                WriteGrid(xml, source.Layout, snapshot, prefix);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private static void WriteGrid(XmlWriter xml, SnapshotLayout layout, SnapshotInfo snapshot, string prefix)
    {
        Start(xml, "Grid", ("Name", SnapshotFile.NameOf(snapshot.Number)), ("GridType", "Uniform"));
        Start(xml, "Time", ("Value", snapshot.Time.ToString("r", CultureInfo.InvariantCulture)));
        xml.WriteEndElement();

        // XDMF counts z, y, x. An axis that the mesh lacks has one cell.
        int[] cells = [.. Enumerable.Range(0, 3).Reverse().Select(axis => axis < layout.Mesh.Dimension ? layout.Mesh.Faces[axis].Length - 1 : 1)];
        Start(xml, "Topology", ("TopologyType", "3DRectMesh"), ("Dimensions", string.Join(' ', cells.Select(n => n + 1))));
        xml.WriteEndElement();
        Start(xml, "Geometry", ("GeometryType", "VXVYVZ"));
        for (int axis = 0; axis < 3; axis++)
            WriteFaces(xml, layout.Mesh, axis, prefix);
        xml.WriteEndElement();

        foreach (FieldDescription field in layout.Fields)
            WriteAttribute(xml, field, cells, $"{prefix}{SnapshotFile.PathOf(snapshot.Number)}:/{field.Name}");
        foreach (ConstantField field in layout.CellFields)
            WriteAttribute(xml, field.Description, cells, $"{prefix}{SnapshotIndex.CellFieldsPath}:/{field.Description.Name}");
        xml.WriteEndElement();
    }

    private static void WriteFaces(XmlWriter xml, SnapshotMesh mesh, int axis, string prefix)
    {
        if (axis < mesh.Dimension)
        {
            WriteItem(xml, [mesh.Faces[axis].Length], "HDF", $"{prefix}{SnapshotIndex.FileName}:{SnapshotIndex.FacesPath(axis)}");
            return;
        }
        double thickness = RelativeThickness * mesh.Faces.Max(faces => faces[^1] - faces[0]);
        WriteItem(xml, [2], "XML", string.Create(CultureInfo.InvariantCulture, $"0 {thickness:r}"));
    }

    private static void WriteAttribute(XmlWriter xml, FieldDescription field, int[] cells, string place)
    {
        Start(xml, "Attribute", ("Name", field.Label), ("AttributeType", "Scalar"), ("Center", "Cell"));
        WriteItem(xml, cells, "HDF", place);
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, int[] shape, string format, string content)
    {
        Start(xml, "DataItem", ("Dimensions", string.Join(' ', shape)), ("NumberType", "Float"), ("Precision", "8"), ("Format", format));
        xml.WriteString(content);
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach ((string name, string value) in attributes)
            xml.WriteAttributeString(name, value);
    }
}
