using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.Tests.ParaView;

public sealed class VtkExporterTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static readonly SnapshotLayout _layout = new() { Mesh = new SnapshotMesh([0, 1, 3]), Fields = [new("concentration", "mol/m^3")] };

    private string[] ExportOf(int snapshots)
    {
        using (var store = SnapshotStore.Create(_directory.Path, _layout))
        {
            for (int k = 0; k < snapshots; k++)
                store.Append(k, 0.1 * k, [new double[] { k, k + 1 }]);
        }
        Exporters.All["vtk"].Export(SnapshotReader.Open(_directory.Path), _directory.Path);
        return [.. Directory.GetFiles(_directory["vtk"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
    }

    [Fact]
    public void The_entry_file_lists_the_times_with_all_digits()
    {
        ExportOf(4);
        Assert.Contains("timestep=\"0.30000000000000004\" part=\"0\" file=\"vtk/000003.vtr\"", File.ReadAllText(_directory["fields.pvd"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_export_of_fewer_snapshots_leaves_none_of_the_old_ones()
    {
        Assert.Equal(["000000.vtr", "000001.vtr", "000002.vtr"], ExportOf(3));
        File.WriteAllText(_directory["vtk/.000007.vtr.tmp"], "left by a kill");
        Assert.Equal(["000000.vtr", "000001.vtr"], ExportOf(2));
    }

    [Fact]
    public void Without_snapshots_the_entry_file_is_empty_but_valid()
    {
        Assert.Empty(ExportOf(0));
        Assert.Equal("VTKFile", System.Xml.Linq.XDocument.Load(_directory["fields.pvd"]).Root!.Name.LocalName);
    }
}
