using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.Tests.ParaView;

public class ParaViewTests(ExportedRuns exported) : IClassFixture<ExportedRuns>
{
    [Fact]
    public void ParaView_sees_mesh_times_units_and_every_value_of_a_PVD()
    {
        foreach ((SeenFile? found, SnapshotMesh mesh) in exported.Through("pvd"))
        {
            SeenFile file = Expect(found, mesh, thickness: 0);
            Assert.All(file.Steps, s => Assert.Equal("vtkRectilinearGrid", s.ClassName));
            for (int k = 0; k < ExportedRuns.Times.Length; k++)
                Assert.Equal([0.5 * k], file.Steps[k].Fields["interface_concentration (mol/m^3)"]);
        }
    }

    [Fact]
    public void All_three_XDMF_readers_of_ParaView_see_mesh_times_units_and_every_value()
    {
        (SeenFile? File, SnapshotMesh Mesh)[] seen = [.. exported.Through(ExportedRuns.XdmfReaders)];
        Assert.SkipWhen(seen.Any(s => s.File is null), "needs ParaView: plain VTK reads no XDMF");
        Assert.Equal(3 * 2 * 3, seen.Length); // meshes, places, readers
        foreach ((SeenFile? file, SnapshotMesh mesh) in seen)
            Expect(file, mesh, thickness: 6e-7); // a twentieth of 12 µm
    }

    private static SeenFile Expect(SeenFile? file, SnapshotMesh mesh, double thickness)
    {
        Assert.NotNull(file);
        Assert.Equal(ExportedRuns.Times, file.Times);
        double[] bounds = [.. Enumerable.Range(0, 3).SelectMany(axis => axis < mesh.Dimension ? (double[])[mesh.Faces[axis][0], mesh.Faces[axis][^1]] : [0, thickness])];
        for (int k = 0; k < ExportedRuns.Times.Length; k++)
        {
            SeenStep step = file.Steps[k];
            Assert.Equal(mesh.CellCount, step.Cells);
            Assert.All(step.Bounds.Zip(bounds), pair => Assert.Equal(pair.Second, pair.First, 1e-20)); // m: a rounding of the thickness
            Assert.Equal(["a<b & \"c\"", "concentration (mol/m^3)", "diffusivity (m^2/s)"], step.Arrays.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(ExportedRuns.Values(mesh, k), step.Arrays["concentration (mol/m^3)"]);
            Assert.Equal(ExportedRuns.Values(mesh, k + 3), step.Arrays["a<b & \"c\""]);
            Assert.Equal(ExportedRuns.Values(mesh, 7), step.Arrays["diffusivity (m^2/s)"]);
        }
        return file;
    }
}
