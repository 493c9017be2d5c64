using System.Text.Json;
using System.Text.Json.Serialization;
using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;
using LiMeso.Storage.Tests.Python;

namespace LiMeso.Storage.Tests.ParaView;

public class ParaViewTests
{
    private sealed record Seen(string Engine, SeenFile?[] Files);

    private sealed record SeenFile(double[] Times, SeenStep[] Steps);

    private sealed record SeenStep(
        [property: JsonPropertyName("class")] string ClassName, int Cells, double[] Bounds, Dictionary<string, double[]> Fields, Dictionary<string, double[]> Arrays);

    private static readonly double[] _x = [0, 1e-6, 3e-6, 7e-6, 1.2e-5];
    private static readonly double[] _y = [1e-6, 2e-6, 4e-6];
    private static readonly double[] _z = [0, 5e-7, 1e-6, 1.5e-6];
    private static readonly RectilinearMesh[] _meshes = [new(_x), new(_x, _y), new(_x, _y, _z)];
    private static readonly double[] _times = [0, 12.5, 1e5 + 1.0 / 3];

    private static double Concentration(int cell, int step) => 1000 * step + cell + 0.1;

    private static SnapshotReader WriteRun(string directory, RectilinearMesh mesh)
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
            for (int k = 0; k < _times.Length; k++)
                store.Append(k, _times[k], [Values(mesh, k), Values(mesh, k + 3)], [0.5 * k]);
        }
        return SnapshotReader.Open(directory);
    }

    private static double[] Values(RectilinearMesh mesh, int step) => [.. Enumerable.Range(0, mesh.CellCount).Select(i => Concentration(i, step))];

    private static Seen Look(IEnumerable<string> files) =>
        JsonSerializer.Deserialize<Seen>(PythonScript.Run("read_paraview.py", "paraview or vtk", files), JsonSerializerOptions.Web)!;

    [Fact]
    public void ParaView_sees_mesh_times_units_and_every_value_of_a_PVD()
    {
        using var directory = new TemporaryDirectory();
        string[] entries = [.. _meshes.Select(m => Exporters.All["vtk"].Export(WriteRun(directory[$"{m.Dimension} d"], m), directory[$"{m.Dimension} d"]))];
        Seen seen = Look(entries.Select(e => $"pvd:{e}"));
        for (int i = 0; i < _meshes.Length; i++)
        {
            SeenFile file = Expect(seen.Files[i], _meshes[i]);
            Assert.All(file.Steps, s => Assert.Equal("vtkRectilinearGrid", s.ClassName));
            // Without thickness in the dimensions that the mesh lacks.
            double[] bounds = [0, 1.2e-5, .. _meshes[i].Dimension > 1 ? [1e-6, 4e-6] : (double[])[0, 0], .. _meshes[i].Dimension > 2 ? [0, 1.5e-6] : (double[])[0, 0]];
            Assert.Equal(bounds, file.Steps[0].Bounds);
            for (int k = 0; k < _times.Length; k++)
                Assert.Equal([0.5 * k], file.Steps[k].Fields["interface_concentration (mol/m^3)"]);
        }
    }

    [Fact]
    public void All_three_XDMF_readers_of_ParaView_see_mesh_times_units_and_every_value()
    {
        using var directory = new TemporaryDirectory();
        // Beside the HDF5 files and elsewhere.
        (string Entry, RectilinearMesh Mesh)[] exports = [.. _meshes.SelectMany(m =>
        {
            string run = directory[$"run-{m.Dimension}"];
            SnapshotReader source = WriteRun(run, m);
            return (string[])[run, directory[$"elsewhere/{m.Dimension}"]];
        }, (mesh, to) => (Exporters.All["xdmf"].Export(SnapshotReader.Open(directory[$"run-{mesh.Dimension}"]), to), mesh))];
        string[] readers = ["Xdmf3ReaderT", "Xdmf3ReaderS", "XDMFReader"];
        Seen seen = Look(exports.SelectMany(e => readers, (e, reader) => $"{reader}:{e.Entry}"));
        Assert.SkipWhen(seen.Files.Any(f => f is null), $"{seen.Engine} reads no XDMF here");
        for (int i = 0; i < seen.Files.Length; i++)
        {
            RectilinearMesh mesh = exports[i / readers.Length].Mesh;
            // Lines and sheets have got a thickness of a twentieth of their length, 12 µm.
            double[] bounds = [0, 1.2e-5, .. mesh.Dimension > 1 ? [1e-6, 4e-6] : (double[])[0, 6e-7], .. mesh.Dimension > 2 ? [0, 1.5e-6] : (double[])[0, 6e-7]];
            Assert.All(Expect(seen.Files[i], mesh).Steps[0].Bounds.Zip(bounds), pair => Assert.Equal(pair.Second, pair.First, 1e-20));
        }
    }

    private static SeenFile Expect(SeenFile? file, RectilinearMesh mesh)
    {
        Assert.NotNull(file);
        Assert.Equal(_times, file.Times);
        for (int k = 0; k < _times.Length; k++)
        {
            SeenStep step = file.Steps[k];
            Assert.Equal(mesh.CellCount, step.Cells);
            Assert.Equal(["a<b & \"c\"", "concentration (mol/m^3)", "diffusivity (m^2/s)"], step.Arrays.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(Values(mesh, k), step.Arrays["concentration (mol/m^3)"]);
            Assert.Equal(Values(mesh, k + 3), step.Arrays["a<b & \"c\""]);
            Assert.Equal(Values(mesh, 7), step.Arrays["diffusivity (m^2/s)"]);
        }
        return file;
    }
}
