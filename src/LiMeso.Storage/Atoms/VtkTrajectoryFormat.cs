using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using LiMeso.Storage.Files;

namespace LiMeso.Storage.Atoms;

/// <summary>ParaView's own form: <c>atoms.pvd</c> with the times in ps, and one set of points a frame, <c>vtp/000012.vtp</c>. Each array has its unit in its name.</summary>
internal sealed class VtkTrajectoryFormat : ITrajectoryFormat
{
    private const string EntryName = "atoms.pvd", Folder = "vtp";

    public ITrajectory Begin(string directory)
    {
        Directory.CreateDirectory(directory);
        File.Delete(Path.Combine(directory, EntryName));
        return new VtkTrajectory(directory, 0, []);
    }

    public ITrajectory Continue(string directory, long mark)
    {
        string entry = Path.Combine(directory, EntryName);
        double[] times = mark == 0 ? [] : [.. XDocument.Load(entry).Descendants("DataSet").Take((int)mark).Select(d => double.Parse(d.Attribute("timestep")!.Value, CultureInfo.InvariantCulture))];
        if (times.Length < mark) throw new DamagedFileException(entry, FormattableString.Invariant($"it names {times.Length} of {mark} frames"));
        return new VtkTrajectory(directory, (int)mark, times);
    }

    private sealed class VtkTrajectory : ITrajectory
    {
        private readonly string _directory;
        private readonly FrameFiles _frames;
        private readonly List<double> _times;

        public VtkTrajectory(string directory, int kept, double[] times)
        {
            (_directory, _frames, _times) = (directory, new FrameFiles(directory, Folder, ".vtp"), [.. times]);
            // the entry first: it must not speak of files that are gone
            if (kept > 0) WriteEntry();
            _frames.Keep(kept);
        }

        public string EntryFile => EntryName;

        public void Append(AtomFrame frame)
        {
            AtomicFile.Write(_frames.Next(), stream => PointsFile.Write(stream, frame), Durability.ProcessKill);
            _times.Add(frame.Time);
        }

        public long Commit()
        {
            if (_frames.Commit()) WriteEntry();
            return _frames.Count;
        }

        public void Dispose() => Commit();

        private void WriteEntry()
        {
            var text = new StringBuilder();
            using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
            {
                xml.WriteStartElement("VTKFile");
                xml.WriteAttributeString("type", "Collection");
                xml.WriteAttributeString("version", "0.1");
                xml.WriteStartElement("Collection");
                for (int k = 0; k < _times.Count; k++)
                {
                    xml.WriteStartElement("DataSet");
                    xml.WriteAttributeString("timestep", _times[k].ToString("r", CultureInfo.InvariantCulture));
                    xml.WriteAttributeString("part", "0");
                    xml.WriteAttributeString("file", _frames.PathOf(k));
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            AtomicFile.WriteText(Path.Combine(_directory, EntryName), text.Append('\n').ToString());
        }
    }
}
