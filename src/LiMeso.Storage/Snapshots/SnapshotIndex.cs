using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Snapshots;

/// <summary>
/// The entry file <c>fields.h5</c>, which one opens to see all: mesh, names, units, times, provenance, and links to the snapshots' own files.
/// </summary>
internal static class SnapshotIndex
{
    public const string FileName = "fields.h5";
    public const string CellFieldsPath = SnapshotFile.Folder + "/cells.h5";
    private const string FormatName = "LiMeso fields 1";
    private const string MeshGroup = "mesh";
    private const string FieldsGroup = "fields";
    private const string ScalarsGroup = "scalars";
    private const string CellsGroup = "cells";
    private const string ProvenanceGroup = "provenance";
    private const string Position = "position";

    public static string PathIn(string directory) => Path.Combine(directory, FileName);

    /// <summary>Path of an axis' faces inside the index.</summary>
    public static string FacesPath(int axis) => $"/{MeshGroup}/{FacesOf(axis)}";

    /// <summary>Writes the fields that do not change in time, to which the index links.</summary>
    public static void WriteCellFields(string directory, SnapshotLayout layout)
    {
        if (layout.CellFields.Count == 0)
            return;
        int[] shape = [.. layout.Mesh.Shape];
        Hdf5File.Write(Path.Combine(directory, CellFieldsPath), file =>
        {
            foreach (ConstantField field in layout.CellFields)
            {
                using Hdf5Dataset data = file.Write(field.Description.Name, field.Values, shape);
                data.SetAttribute(SnapshotFile.Unit, field.Description.Unit);
            }
        });
    }

    /// <summary>Replaces the index.</summary>
    public static void Write(string directory, SnapshotLayout layout, IReadOnlyList<SnapshotInfo> snapshots, Durability durability) =>
        Hdf5File.Write(
            PathIn(directory),
            file =>
            {
                file.SetAttribute(SnapshotFile.Format, FormatName);
                WriteMesh(file, layout.Mesh);
                WriteTimes(file, snapshots);
                WriteFields(file, layout, snapshots);
                WriteScalars(file, layout, snapshots);
                if (layout.CellFields.Count > 0)
                    file.LinkExternal(CellsGroup, CellFieldsPath);
                WriteProvenance(file, layout);
                using Hdf5Group links = file.CreateGroup(SnapshotFile.Folder);
                foreach (SnapshotInfo snapshot in snapshots)
                    links.LinkExternal(SnapshotFile.NameOf(snapshot.Number), SnapshotFile.PathOf(snapshot.Number));
            },
            durability);

    /// <summary>Reads the index.</summary>
    /// <exception cref="IOException">It is missing or damaged.</exception>
    public static (SnapshotLayout Layout, List<SnapshotInfo> Snapshots) Read(string directory)
    {
        using Hdf5File file = Hdf5File.OpenVerified(PathIn(directory));
        var layout = new SnapshotLayout
        {
            Mesh = ReadMesh(file),
            Fields = ReadDescriptions(file, FieldsGroup),
            Scalars = ReadDescriptions(file, ScalarsGroup),
            CellFields = file.Contains(CellsGroup) ? ReadCellFields(directory) : [],
            Provenance = ReadProvenance(file),
        };
        return (layout, ReadSnapshots(file, layout));
    }

    private static void WriteMesh(Hdf5Group file, SnapshotMesh mesh)
    {
        using Hdf5Group group = file.CreateGroup(MeshGroup);
        group.SetAttribute("kind", "rectilinear");
        group.SetAttribute("dimension", mesh.Dimension);
        for (int axis = 0; axis < mesh.Dimension; axis++)
        {
            using Hdf5Dataset faces = group.Write(FacesOf(axis), mesh.Faces[axis], [mesh.Faces[axis].Length]);
            faces.SetAttribute(SnapshotFile.Unit, "m");
        }
    }

    private static SnapshotMesh ReadMesh(Hdf5File file)
    {
        using Hdf5Group group = file.OpenGroup(MeshGroup);
        double[][] axes = new double[group.GetLong("dimension")][];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            using Hdf5Dataset faces = group.OpenDataset(FacesOf(axis));
            axes[axis] = faces.ReadDoubles();
        }
        return new SnapshotMesh(axes);
    }

    private static string FacesOf(int axis) => $"{SnapshotMesh.AxisNames[axis]}_faces";

    private static void WriteTimes(Hdf5Group file, IReadOnlyList<SnapshotInfo> snapshots)
    {
        using Hdf5Dataset time = file.Write(SnapshotFile.Time, [.. snapshots.Select(s => s.Time)], [snapshots.Count]);
        time.SetAttribute(SnapshotFile.Unit, "s");
        using Hdf5Dataset step = file.Write(SnapshotFile.Step, [.. snapshots.Select(s => s.Step)], [snapshots.Count]);
        step.SetAttribute(SnapshotFile.Unit, FieldDescription.Dimensionless);
    }

    private static void WriteFields(Hdf5Group file, SnapshotLayout layout, IReadOnlyList<SnapshotInfo> snapshots)
    {
        using Hdf5Group group = file.CreateGroup(FieldsGroup);
        string[] files = [.. snapshots.Select(s => SnapshotFile.PathOf(s.Number))];
        int[] shape = [.. layout.Mesh.Shape];
        for (int i = 0; i < layout.Fields.Count; i++)
        {
            using Hdf5Dataset view = group.WriteStack(layout.Fields[i].Name, files, layout.Fields[i].Name, shape);
            Describe(view, layout.Fields[i], i);
        }
    }

    private static void WriteScalars(Hdf5Group file, SnapshotLayout layout, IReadOnlyList<SnapshotInfo> snapshots)
    {
        using Hdf5Group group = file.CreateGroup(ScalarsGroup);
        for (int i = 0; i < layout.Scalars.Count; i++)
        {
            using Hdf5Dataset series = group.Write(layout.Scalars[i].Name, [.. snapshots.Select(s => s.Scalars[i])], [snapshots.Count]);
            Describe(series, layout.Scalars[i], i);
        }
    }

    private static void Describe(Hdf5Dataset data, FieldDescription description, int position)
    {
        data.SetAttribute(SnapshotFile.Unit, description.Unit);
        data.SetAttribute(Position, position);
    }

    private static List<FieldDescription> ReadDescriptions(Hdf5File file, string groupName)
    {
        using Hdf5Group group = file.OpenGroup(groupName);
        var found = new SortedDictionary<long, FieldDescription>();
        foreach (string name in group.Names)
        {
            using Hdf5Dataset data = group.OpenDataset(name);
            found.Add(data.GetLong(Position), new FieldDescription(name, data.GetText(SnapshotFile.Unit)));
        }
        return [.. found.Values];
    }

    private static List<SnapshotInfo> ReadSnapshots(Hdf5File file, SnapshotLayout layout)
    {
        using Hdf5Dataset times = file.OpenDataset(SnapshotFile.Time);
        using Hdf5Dataset steps = file.OpenDataset(SnapshotFile.Step);
        using Hdf5Group scalars = file.OpenGroup(ScalarsGroup);
        double[] time = times.ReadDoubles();
        long[] step = steps.ReadLongs();
        double[][] series = new double[layout.Scalars.Count][];
        for (int i = 0; i < series.Length; i++)
        {
            using Hdf5Dataset data = scalars.OpenDataset(layout.Scalars[i].Name);
            series[i] = data.ReadDoubles();
        }
        return [.. Enumerable.Range(0, time.Length).Select(k => new SnapshotInfo(k, step[k], time[k], [.. series.Select(s => s[k])]))];
    }

    private static List<ConstantField> ReadCellFields(string directory)
    {
        using Hdf5File file = Hdf5File.OpenVerified(Path.Combine(directory, CellFieldsPath));
        var fields = new List<ConstantField>();
        foreach (string name in file.Names)
        {
            using Hdf5Dataset data = file.OpenDataset(name);
            fields.Add(new ConstantField(new FieldDescription(name, data.GetText(SnapshotFile.Unit)), data.ReadDoubles()));
        }
        return fields;
    }

    private static void WriteProvenance(Hdf5Group file, SnapshotLayout layout)
    {
        using Hdf5Group provenance = file.CreateGroup(ProvenanceGroup);
        foreach ((string key, string value) in layout.Provenance.OrderBy(p => p.Key, StringComparer.Ordinal))
            provenance.SetAttribute(key, value);
    }

    private static Dictionary<string, string> ReadProvenance(Hdf5File file)
    {
        using Hdf5Group provenance = file.OpenGroup(ProvenanceGroup);
        return provenance.AttributeNames.ToDictionary(name => name, provenance.GetText, StringComparer.Ordinal);
    }
}
