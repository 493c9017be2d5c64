using System.Text.Json;
using System.Text.Json.Serialization;
using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;
using LiMeso.Tests;

namespace LiMeso.Storage.Tests.ParaView;

/// <summary>Runs on meshes in one, two and three dimensions, exported for ParaView and looked at by it, all in one process: its start is what takes time.</summary>
public sealed class ExportedRuns : IDisposable
{
    public static readonly double[] Times = [0, 12.5, 1e5 + 1.0 / 3];
    public static readonly string[] XdmfReaders = ["Xdmf3ReaderT", "Xdmf3ReaderS", "XDMFReader"];

    private static readonly double[] _x = [0, 1e-6, 3e-6, 7e-6, 1.2e-5];
    private static readonly double[] _y = [1e-6, 2e-6, 4e-6];
    private static readonly double[] _z = [0, 5e-7, 1e-6, 1.5e-6];

    private readonly TemporaryDirectory _directory = new();
    private readonly List<(string Argument, SnapshotMesh Mesh)> _exports = [];
    private readonly Lazy<Seen> _seen;

    public ExportedRuns()
    {
        foreach (SnapshotMesh mesh in (SnapshotMesh[])[new(_x), new(_x, _y), new(_x, _y, _z)])
        {
            SnapshotReader run = WriteRun(_directory[$"run {mesh.Dimension}"], mesh);
            _exports.Add(($"pvd:{Exporters.All["vtk"].Export(run, run.Directory)}", mesh));
            // Beside the HDF5 files and elsewhere.
            string[] entries = [Exporters.All["xdmf"].Export(run, run.Directory), Exporters.All["xdmf"].Export(run, _directory[$"elsewhere/{mesh.Dimension}"])];
            _exports.AddRange(entries.SelectMany(entry => XdmfReaders, (entry, reader) => ($"{reader}:{entry}", mesh)));
        }
        _seen = new Lazy<Seen>(Look);
    }

    /// <summary>What was seen through one reader, or a few; a file is null where the engine has no such reader. Skips the test where there is no engine.</summary>
    public IEnumerable<(SeenFile? File, SnapshotMesh Mesh)> Through(params string[] readers) =>
        _exports.Zip(_seen.Value.Files)
            .Where(pair => readers.Contains(pair.First.Argument.Split(':')[0]))
            .Select(pair => (pair.Second, pair.First.Mesh));

    /// <summary>One value a cell, all different.</summary>
    public static double[] Values(SnapshotMesh mesh, int step) => [.. Enumerable.Range(0, mesh.CellCount).Select(cell => 1000 * step + cell + 0.1)];

    public void Dispose() => _directory.Dispose();

    private static SnapshotReader WriteRun(string directory, SnapshotMesh mesh)
    {
        var layout = new SnapshotLayout
        {
            Mesh = mesh,
            Fields = [new("concentration", "mol/m^3"), new("a<b & \"c\"", FieldDescription.Dimensionless)],
            Scalars = [new("interface_concentration", "mol/m^3")],
            CellFields = [new(new("diffusivity", "m^2/s"), Values(mesh, 7))],
        };
        using (var store = SnapshotStore.Create(directory, layout))
        {
            for (int k = 0; k < Times.Length; k++)
                store.Append(k, Times[k], [Values(mesh, k), Values(mesh, k + 3)], [0.5 * k]);
        }
        return SnapshotReader.Open(directory);
    }

    private Seen Look()
    {
        string json = PythonScript.Run("read_paraview.py", "paraview or vtk", _exports.Select(e => e.Argument));
        return JsonSerializer.Deserialize<Seen>(json, JsonSerializerOptions.Web)!;
    }

    private sealed record Seen(SeenFile?[] Files);
}

/// <summary>A file as ParaView sees it.</summary>
public sealed record SeenFile(double[] Times, SeenStep[] Steps);

/// <summary>One time step of a file as ParaView sees it.</summary>
public sealed record SeenStep(
    [property: JsonPropertyName("class")] string ClassName, int Cells, double[] Bounds, Dictionary<string, double[]> Fields, Dictionary<string, double[]> Arrays);
