using LiMeso.Storage.Files;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Storage.Tests.Snapshots;

public sealed class SnapshotStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static readonly SnapshotLayout _layout = new()
    {
        Mesh = new SnapshotMesh([0, 1e-6, 3e-6], [0, 2e-6, 4e-6, 8e-6]),
        Fields = [new("concentration", "mol/m^3"), new("activity", FieldDescription.Dimensionless)],
        Scalars = [new("interface_concentration", "mol/m^3"), new("balance_error", FieldDescription.Dimensionless)],
        CellFields = [new(new("diffusivity", "m^2/s"), [1, 2, 3, 4, 5, 6])],
        Provenance = new Dictionary<string, string> { ["program"] = "LiMeso 0.1.0", ["case"] = "Krauskopf, 120 µm" },
    };

    private static double[] Concentration(long step) => [.. Enumerable.Range(0, 6).Select(i => Math.Exp(-0.1 * i * step))];

    private static double[] Activity(long step) => [.. Enumerable.Range(0, 6).Select(i => 1.0 / (1 + i + step))];

    private static void Append(SnapshotStore store, params IEnumerable<long> steps)
    {
        foreach (long step in steps)
            store.Append(step, 0.1 * step, [Concentration(step), Activity(step)], [76_900.0 / (1 + step), 1e-13 * step]);
    }

    private void Expect(params long[] steps)
    {
        SnapshotReader reader = SnapshotReader.Open(_directory.Path);
        Assert.Equal(steps, reader.Snapshots.Select(s => s.Step));
        Assert.Equal(Enumerable.Range(0, steps.Length), reader.Snapshots.Select(s => s.Number));
        foreach (SnapshotInfo snapshot in reader.Snapshots)
        {
            Assert.Equal(0.1 * snapshot.Step, snapshot.Time);
            Assert.Equal([76_900.0 / (1 + snapshot.Step), 1e-13 * snapshot.Step], snapshot.Scalars);
            Assert.Equal([Concentration(snapshot.Step), Activity(snapshot.Step)], reader.ReadFields(snapshot));
            Assert.Equal(Activity(snapshot.Step), reader.ReadField(snapshot, "activity"));
        }
    }

    [Fact]
    public void All_that_was_stored_comes_back()
    {
        using (var store = SnapshotStore.Create(_directory.Path, _layout))
            Append(store, 0, 3, 7);
        Expect(0, 3, 7);
        SnapshotLayout back = SnapshotReader.Open(_directory.Path).Layout;
        Assert.True(back.Mesh.IsSameAs(_layout.Mesh));
        Assert.Equal([3, 2], back.Mesh.Shape);
        Assert.Equal(_layout.Fields, back.Fields);
        Assert.Equal(_layout.Scalars, back.Scalars);
        Assert.Equal(_layout.Provenance, back.Provenance);
        ConstantField diffusivity = Assert.Single(back.CellFields);
        Assert.Equal("diffusivity (m^2/s)", diffusivity.Description.Label);
        Assert.Equal([1, 2, 3, 4, 5, 6], diffusivity.Values);
    }

    [Fact]
    public void Snapshots_that_the_index_does_not_list_yet_are_found()
    {
        var store = SnapshotStore.Create(_directory.Path, _layout);
        Append(store, 0, 1);
        store.Commit();
        Append(store, 2, 3);
        // No commit, as after a kill.
        Expect(0, 1, 2, 3);
    }

    [Fact]
    public void A_resumed_run_forgets_what_is_newer_than_its_checkpoint()
    {
        using (var store = SnapshotStore.Create(_directory.Path, _layout))
            Append(store, 0, 2, 4, 6, 8);
        using (var store = SnapshotStore.Resume(_directory.Path, _layout, lastStep: 5))
        {
            Assert.Equal([0, 2, 4], store.Snapshots.Select(s => s.Step));
            Assert.Empty(store.Messages);
            Expect(0, 2, 4);
            Append(store, 6);
        }
        Expect(0, 2, 4, 6);
    }

    [Fact]
    public void A_resumed_run_discards_all_from_the_first_damaged_snapshot_on_and_says_so()
    {
        using (var store = SnapshotStore.Create(_directory.Path, _layout))
            Append(store, 0, 1, 2, 3);
        string damaged = _directory["snapshots/000002.h5"];
        byte[] bytes = File.ReadAllBytes(damaged);
        bytes[^1] ^= 1;
        File.WriteAllBytes(damaged, bytes);
        using (var store = SnapshotStore.Resume(_directory.Path, _layout, lastStep: 10))
            Assert.Contains("000002.h5' is damaged", Assert.Single(store.Messages), StringComparison.Ordinal);
        Expect(0, 1);
    }

    [Fact]
    public void A_damaged_index_is_written_anew_from_the_snapshots()
    {
        using (var store = SnapshotStore.Create(_directory.Path, _layout))
            Append(store, 0, 1);
        byte[] index = File.ReadAllBytes(_directory["fields.h5"]);
        File.WriteAllBytes(_directory["fields.h5"], index[..1000]);
        using (var store = SnapshotStore.Resume(_directory.Path, _layout, lastStep: 1))
            Assert.Contains("fields.h5' is damaged", Assert.Single(store.Messages), StringComparison.Ordinal);
        Expect(0, 1);
        Assert.Equal(index, File.ReadAllBytes(_directory["fields.h5"]));
    }

    [Fact]
    public void A_snapshot_that_vanished_before_it_reached_the_disk_is_an_error()
    {
        var store = SnapshotStore.Create(_directory.Path, _layout);
        Append(store, 0, 1, 2);
        File.Delete(_directory["snapshots/000001.h5"]);
        Assert.Throws<FileNotFoundException>(store.Commit);
    }

    [Fact]
    public void A_run_resumes_where_nothing_was_written_yet()
    {
        using (var store = SnapshotStore.Resume(_directory["new"], _layout, lastStep: 10))
            Assert.Empty(store.Snapshots);
        Assert.Empty(SnapshotReader.Open(_directory["new"]).Snapshots);
    }

    [Fact]
    public void A_new_run_removes_the_old_ones_snapshots_and_leavings()
    {
        using (var store = SnapshotStore.Create(_directory.Path, _layout))
            Append(store, 0, 1, 2);
        File.WriteAllText(_directory["snapshots/.000003.h5.tmp"], "half a snap");
        using (var store = SnapshotStore.Create(_directory.Path, _layout))
            Append(store, 5);
        Expect(5);
        Assert.Equal(["000000.h5", "cells.h5"], Directory.GetFiles(_directory["snapshots"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Snapshots_of_another_mesh_or_other_quantities_are_not_continued()
    {
        SnapshotStore.Create(_directory.Path, _layout).Dispose();
        SnapshotLayout otherMesh = _layout with { Mesh = new SnapshotMesh([0, 1e-6, 4e-6], [0, 2e-6, 4e-6, 8e-6]) };
        SnapshotLayout otherUnit = _layout with { Fields = [new("concentration", "mol/cm^3"), _layout.Fields[1]] };
        foreach (SnapshotLayout other in (SnapshotLayout[])[otherMesh, otherUnit])
            Assert.Contains("cannot be continued", Assert.Throws<IOException>(() => SnapshotStore.Resume(_directory.Path, other, 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_run_forwards_and_sizes_fit()
    {
        using var store = SnapshotStore.Create(_directory.Path, _layout);
        Append(store, 5);
        Assert.Contains("step 4", Assert.Throws<ArgumentException>(() => Append(store, 4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => store.Append(6, 0.6, [Concentration(6)], [0, 0]));
        Assert.Throws<ArgumentException>(() => store.Append(6, 0.6, [Concentration(6), new double[5]], [0, 0]));
        Assert.Throws<ArgumentException>(() => store.Append(6, 0.6, [Concentration(6), Activity(6)], [0]));
        Assert.Throws<ArgumentException>(() => store.Append(6, 0.4, [Concentration(6), Activity(6)], [0, 0]));
        Assert.Throws<ArgumentException>(() => store.Append(6, double.NaN, [Concentration(6), Activity(6)], [0, 0]));
    }

    [Fact]
    public void Names_stand_for_one_thing_each()
    {
        Assert.Throws<ArgumentException>(() => SnapshotStore.Create(_directory.Path, _layout with { Fields = [_layout.Fields[0], _layout.Fields[0]] }));
        Assert.Throws<ArgumentException>(() => SnapshotStore.Create(_directory.Path, _layout with { Scalars = [new("time", "s")] }));
        Assert.Throws<ArgumentException>(() => new FieldDescription("a/b", "m"));
        Assert.Throws<ArgumentException>(() => new FieldDescription("a", ""));
    }

    [Fact]
    public void A_mesh_whose_faces_do_not_increase_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SnapshotMesh([0, 1, 1]));
        Assert.Throws<ArgumentException>(() => new SnapshotMesh([0, 1], [0]));
        Assert.Throws<ArgumentException>(() => new SnapshotMesh([0, double.NaN]));
        Assert.Throws<ArgumentException>(() => new SnapshotMesh());
    }

    [Fact]
    public void Without_an_index_there_is_nothing_to_read() =>
        Assert.ThrowsAny<IOException>(() => SnapshotReader.Open(_directory.Path));

    [Fact]
    public void Three_runs_of_the_same_input_give_the_same_files()
    {
        byte[][] previous = [];
        for (int k = 0; k < 3; k++)
        {
            using (var store = SnapshotStore.Create(_directory.Path, _layout))
                Append(store, 0, 1, 2);
            byte[][] files = [.. Directory.GetFiles(_directory.Path, "*.h5", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
            Assert.Equal(5, files.Length);
            if (k > 0)
                Assert.Equal(previous, files);
            previous = files;
        }
    }

    [Fact]
    public void A_million_cells_come_back()
    {
        double[] x = [.. Enumerable.Range(0, 1001).Select(i => 1e-7 * i)];
        var layout = new SnapshotLayout { Mesh = new(x, x), Fields = [new("concentration", "mol/m^3")] };
        double[] values = [.. Enumerable.Range(0, 1_000_000).Select(i => 76_900 * Math.Cos(1e-5 * i))];
        using (var store = SnapshotStore.Create(_directory.Path, layout))
            store.Append(1, 1, [values]);
        SnapshotReader reader = SnapshotReader.Open(_directory.Path);
        Assert.True(values.AsSpan().SequenceEqual(reader.ReadField(reader.Snapshots[0], "concentration")));
    }

    [Fact]
    public void A_directory_is_locked_for_others_and_released_on_dispose()
    {
        using (DirectoryLock.Acquire(_directory["results"]))
        {
            var refused = Assert.Throws<DirectoryInUseException>(() => DirectoryLock.Acquire(_directory["results"]));
            Assert.Contains("another run is writing there", refused.Message, StringComparison.Ordinal);
        }
        DirectoryLock.Acquire(_directory["results"]).Dispose();
    }
}
