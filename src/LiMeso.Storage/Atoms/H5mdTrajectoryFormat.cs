using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Atoms;

/// <summary>
/// H5MD 1.1 (de Buyl, Colberg &amp; Höfling, Comput. Phys. Commun. 185 (2014) 1546): <c>trajectory.h5</c>, which shows all frames as one array, over one sealed file a frame, <c>frames/000012.h5</c>.
/// </summary>
/// <remarks>
/// <code>
/// trajectory.h5
///   h5md                                        version, author, creator
///   particles/all/position/value    [n, N, 3]   a view of all frames; attribute unit; step [n] and time [n] beside it
///   particles/all/velocity/value    [n, N, 3]   where velocities are kept
///   particles/all/FIELD/value       [n, N]
///   particles/all/box/edges/value   [n, 3, 3]   rows are edges; attributes dimension, boundary
///   particles/all/id                [N]
/// </code>
/// </remarks>
internal sealed class H5mdTrajectoryFormat : ITrajectoryFormat
{
    private const string EntryName = "trajectory.h5", Folder = "frames";
    private const string Position = "position", Velocity = "velocity", Edges = "edges", Origin = "origin", Id = "id";

    public ITrajectory Begin(string directory)
    {
        Directory.CreateDirectory(directory);
        File.Delete(Path.Combine(directory, EntryName));
        return new H5mdTrajectory(directory, [], null);
    }

    public ITrajectory Continue(string directory, long mark)
    {
        if (mark == 0) return Begin(directory);
        var moments = new List<(long Step, double Time)>();
        var files = new FrameFiles(directory, Folder, ".h5");
        Layout? layout = null;
        for (int k = 0; k < mark; k++)
        {
            using Hdf5File frame = Hdf5File.OpenVerified(Path.Combine(directory, files.PathOf(k)));
            moments.Add((frame.GetLong("step"), frame.GetDouble("time")));
            layout ??= Layout.Of(frame);
        }

        return new H5mdTrajectory(directory, moments, layout);
    }

    // what all frames have in common
    private sealed record Layout(int Atoms, IReadOnlyList<(string Name, string Unit)> Fields, bool Moving, string[] Boundary, long[] Ids)
    {
        public static Layout Of(AtomFrame frame) => new(
            frame.Count, [.. frame.Fields.Select(f => (f.Name, f.Unit)).OrderBy(f => f.Name, StringComparer.Ordinal)], frame.Velocities.Length > 0,
            [.. frame.Cell.Periodic.Select(p => p ? "periodic" : "none")], [.. frame.Ids.Select(id => (long)id)]);

        public static Layout Of(Hdf5File frame)
        {
            using Hdf5Dataset ids = frame.OpenDataset(Id);
            long[] values = ids.ReadLongs();
            var fields = new List<(string, string)>();
            foreach (string name in frame.Names.Except([Position, Velocity, Edges, Origin, Id]))
            {
                using Hdf5Dataset field = frame.OpenDataset(name);
                fields.Add((name, field.GetText("unit")));
            }

            return new Layout(values.Length, fields, frame.Contains(Velocity), frame.GetText("boundary").Split(' '), values);
        }
    }

    private sealed class H5mdTrajectory : ITrajectory
    {
        private readonly string _directory;
        private readonly FrameFiles _frames;
        private readonly List<(long Step, double Time)> _moments;
        private Layout? _layout;

        public H5mdTrajectory(string directory, List<(long Step, double Time)> moments, Layout? layout)
        {
            (_directory, _frames, _moments, _layout) = (directory, new FrameFiles(directory, Folder, ".h5"), moments, layout);
            // the entry first: it must not speak of files that are gone
            if (layout is not null) WriteEntry();
            _frames.Keep(moments.Count);
        }

        public string EntryFile => EntryName;

        public void Append(AtomFrame frame)
        {
            _layout ??= Layout.Of(frame);
            Hdf5File.Write(_frames.Next(), file => Fill(file, frame, _layout), Durability.ProcessKill);
            _moments.Add((frame.Step, frame.Time));
        }

        public long Commit()
        {
            if (_frames.Commit()) WriteEntry();
            return _frames.Count;
        }

        public void Dispose() => Commit();

        private static void Fill(Hdf5Group file, AtomFrame frame, Layout layout)
        {
            file.SetAttribute("step", frame.Step);
            file.SetAttribute("time", frame.Time);
            file.SetAttribute("time_unit", "ps");
            file.SetAttribute("boundary", string.Join(' ', layout.Boundary));
            Add(Position, frame.Positions.Span, [frame.Count, 3], "Angstrom");
            if (layout.Moving) Add(Velocity, frame.Velocities.Span, [frame.Count, 3], "Angstrom ps-1");
            Add(Edges, frame.Cell.Edges, [3, 3], "Angstrom");
            Add(Origin, frame.Cell.Origin, [3], "Angstrom");
            file.Write(Id, layout.Ids, [frame.Count]).Dispose();
            foreach (AtomField field in frame.Fields) Add(field.Name, field.Values.Span, [frame.Count], field.Unit);

            void Add(string name, ReadOnlySpan<double> values, ReadOnlySpan<int> shape, string unit)
            {
                using Hdf5Dataset data = file.Write(name, values, shape);
                data.SetAttribute("unit", unit);
            }
        }

        private void WriteEntry()
        {
            Layout layout = _layout!;
            string[] files = [.. Enumerable.Range(0, _moments.Count).Select(_frames.PathOf)];
            Hdf5File.Write(Path.Combine(_directory, EntryName), root =>
            {
                using (Hdf5Group h5md = root.CreateGroup("h5md"))
                {
                    h5md.SetAttribute("version", (ReadOnlySpan<long>)[1, 1]);
                    using Hdf5Group author = h5md.CreateGroup("author");
                    author.SetAttribute("name", "LiMeso");
                    using Hdf5Group creator = h5md.CreateGroup("creator");
                    creator.SetAttribute("name", "LiMeso");
                    creator.SetAttribute("version", typeof(H5mdTrajectoryFormat).Assembly.GetName().Version?.ToString(3) ?? "");
                }

                using Hdf5Group particles = root.CreateGroup("particles"), all = particles.CreateGroup("all"), box = all.CreateGroup("box");
                box.SetAttribute("dimension", 3L);
                box.SetAttribute("boundary", layout.Boundary);
                Element(box, Edges, [3, 3], "Angstrom");
                Element(all, Position, [layout.Atoms, 3], "Angstrom");
                if (layout.Moving) Element(all, Velocity, [layout.Atoms, 3], "Angstrom ps-1");
                foreach ((string name, string unit) in layout.Fields) Element(all, name, [layout.Atoms], unit);
                all.Write(Id, layout.Ids, [layout.Atoms]).Dispose();
            });

            void Element(Hdf5Group parent, string name, ReadOnlySpan<int> shape, string unit)
            {
                using Hdf5Group element = parent.CreateGroup(name);
                using Hdf5Dataset value = element.WriteStack("value", files, name, shape);
                value.SetAttribute("unit", unit);
                element.Write("step", [.. _moments.Select(m => m.Step)], [files.Length]).Dispose();
                using Hdf5Dataset time = element.Write("time", [.. _moments.Select(m => m.Time)], [files.Length]);
                time.SetAttribute("unit", "ps");
            }
        }
    }
}
