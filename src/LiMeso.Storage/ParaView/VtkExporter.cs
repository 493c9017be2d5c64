using System.Globalization;
using System.Text;
using System.Xml;
using LiMeso.Storage.Export;
using LiMeso.Storage.Files;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.ParaView;

/// <summary>
/// ParaView's own form: <c>fields.pvd</c> with the times, and one rectilinear grid a snapshot, <c>vtk/000012.vtr</c>. Lines of cells in one dimension,
/// a sheet in two, boxes in three. Each array has its unit in its name.
/// </summary>
public sealed class VtkExporter : IExporter
{
    private const string Folder = "vtk";

    /// <inheritdoc/>
    public string Export(SnapshotReader source, string directory)
    {
        ArgumentNullException.ThrowIfNull(source);
        string folder = Path.Combine(directory, Folder);
        Directory.CreateDirectory(folder);
        foreach (SnapshotInfo snapshot in source.Snapshots)
        {
            double[][] fields = source.ReadFields(snapshot);
            AtomicFile.Write(
                Path.Combine(folder, NameOf(snapshot)), stream => RectilinearGridFile.Write(stream, source.Layout, snapshot, fields), Durability.ProcessKill);
        }
        // The entry file last: it speaks of files that are there.
        string entry = Path.Combine(directory, "fields.pvd");
        AtomicFile.WriteText(entry, Collection(source.Snapshots), Durability.ProcessKill);
        RemoveOthers(folder, [.. source.Snapshots.Select(NameOf)]);
        return entry;
    }

    private static string NameOf(SnapshotInfo snapshot) => $"{SnapshotFile.NameOf(snapshot.Number)}.vtr";

    private static string Collection(IEnumerable<SnapshotInfo> snapshots)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("VTKFile");
            xml.WriteAttributeString("type", "Collection");
            xml.WriteAttributeString("version", "0.1");
            xml.WriteStartElement("Collection");
            foreach (SnapshotInfo snapshot in snapshots)
            {
                xml.WriteStartElement("DataSet");
                xml.WriteAttributeString("timestep", snapshot.Time.ToString("r", CultureInfo.InvariantCulture));
                xml.WriteAttributeString("part", "0");
                xml.WriteAttributeString("file", $"{Folder}/{NameOf(snapshot)}");
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    // What an earlier export of more snapshots left.
    private static void RemoveOthers(string folder, HashSet<string> current)
    {
        foreach (string path in Directory.EnumerateFiles(folder))
        {
            string name = Path.GetFileName(path);
            if (AtomicFile.IsTemporary(name) || (Path.GetExtension(name) == ".vtr" && !current.Contains(name)))
                File.Delete(path);
        }
    }
}
