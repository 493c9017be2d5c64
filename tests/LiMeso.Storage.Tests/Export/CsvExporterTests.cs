using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.Tests.Export;

public sealed class CsvExporterTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_line_a_cell_and_snapshot_with_units_in_the_head_and_all_digits()
    {
        var layout = new SnapshotLayout
        {
            Mesh = new SnapshotMesh([0, 1, 3], [0, 0.5]),
            Fields = [new("concentration", "mol/m^3"), new("a,\"b\"", FieldDescription.Dimensionless)],
            Scalars = [new("interface_concentration", "mol/m^3")],
            CellFields = [new(new("diffusivity", "m^2/s"), [1e-15, 2e-15])],
        };
        using (var store = SnapshotStore.Create(_directory.Path, layout))
        {
            store.Append(0, 0, [new[] { 76_900.0, 76_900.0 }, new[] { 1.0, 2.0 }], [76_900]);
            store.Append(7, 0.1, [new[] { 1.0 / 3, double.NaN }, new[] { -0.0, double.Epsilon }], [double.PositiveInfinity]);
        }
        string entry = Exporters.All["csv"].Export(SnapshotReader.Open(_directory.Path), _directory["csv"]);
        Assert.Equal(_directory["csv/fields.csv"], entry);
        Assert.Equal(
            [
                "number,time (s),x (m),y (m),concentration (mol/m^3),\"a,\"\"b\"\"\",diffusivity (m^2/s)",
                "0,0,0.5,0.25,76900,1,1e-15",
                "0,0,2,0.25,76900,2,2e-15",
                "1,0.1,0.5,0.25,0.3333333333333333,-0,1e-15",
                "1,0.1,2,0.25,NaN,5e-324,2e-15",
            ],
            File.ReadAllLines(entry));
        Assert.Equal(
            ["number,step,time (s),interface_concentration (mol/m^3)", "0,0,0,76900", "1,7,0.1,Infinity"],
            File.ReadAllLines(_directory["csv/times.csv"]));
    }
}
