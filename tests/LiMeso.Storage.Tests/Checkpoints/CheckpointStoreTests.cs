using FsCheck;
using FsCheck.Fluent;
using LiMeso.Storage.Checkpoints;

using LiMeso.Tests;

namespace LiMeso.Storage.Tests.Checkpoints;

public sealed class CheckpointStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private string[] Files => [.. Directory.EnumerateFiles(_directory["checkpoints"]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static CheckpointData State(long step)
    {
        var data = new CheckpointData();
        data.Set("step", step);
        data.Set("time", 0.1 * step);
        data.Set("scheme", "bdf2");
        data.Set("concentration", [.. Enumerable.Range(0, 50).Select(i => Math.Sin(i + step))]);
        return data;
    }

    [Fact]
    public void Any_state_comes_back_with_the_same_bits() =>
        Prop.ForAll<double[], long[], NonNull<string>[]>((reals, wholes, texts) =>
        {
            var data = new CheckpointData();
            data.Set("reals", reals);
            data.Set("wholes", wholes);
            string[] clean = [.. texts.Select(t => new string([.. t.Get.Where(c => c != '\0' && !char.IsSurrogate(c))]))];
            data.Set("texts", clean);
            var store = new CheckpointStore(_directory.Path);
            store.Save(data);
            CheckpointData back = store.LoadNewest().Data!;
            return back.Numbers("reals").Select(BitConverter.DoubleToInt64Bits).SequenceEqual(reals.Select(BitConverter.DoubleToInt64Bits))
                && back.WholeNumbers("wholes").SequenceEqual(wholes)
                && back.Texts("texts").SequenceEqual(clean);
        }).HoldsForRandomCases(25);

    [Fact]
    public void The_newest_is_loaded_and_the_one_before_it_is_kept()
    {
        var store = new CheckpointStore(_directory.Path);
        Assert.False(store.Any);
        Assert.Null(store.LoadNewest().Data);
        for (int step = 1; step <= 5; step++)
            store.Save(State(step));
        Assert.Equal(["000003.h5", "000004.h5"], Files);
        LoadedCheckpoint loaded = new CheckpointStore(_directory.Path).LoadNewest();
        Assert.Equal(5, loaded.Data!.WholeNumber("step"));
        Assert.Equal(0.5, loaded.Data.Number("time"));
        Assert.Equal("bdf2", loaded.Data.Text("scheme"));
        Assert.Empty(loaded.Messages);
    }

    [Fact]
    public void A_newest_checkpoint_damaged_at_any_byte_or_cut_anywhere_gives_way_to_the_one_before()
    {
        var store = new CheckpointStore(_directory.Path);
        store.Save(State(1));
        string newest = store.Save(State(2));
        byte[] whole = File.ReadAllBytes(newest);
        // A stride prime to every alignment of the format; the seal's own tests go through every byte.
        for (int k = 0; k < whole.Length; k += 61)
        {
            byte[] flipped = [.. whole];
            flipped[k] ^= (byte)(1 << (k % 8));
            Expect(flipped);
            Expect(whole[..k]);
        }
        File.WriteAllBytes(newest, whole);
        Assert.Equal(2, store.LoadNewest().Data!.WholeNumber("step"));

        void Expect(byte[] damaged)
        {
            File.WriteAllBytes(newest, damaged);
            LoadedCheckpoint loaded = new CheckpointStore(_directory.Path).LoadNewest();
            Assert.Equal(1, loaded.Data!.WholeNumber("step"));
            string message = Assert.Single(loaded.Messages);
            Assert.Contains(newest, message, StringComparison.Ordinal);
            Assert.Contains("is damaged", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void After_a_fall_back_two_sound_checkpoints_remain_and_the_damaged_one_goes()
    {
        var store = new CheckpointStore(_directory.Path);
        store.Save(State(1));
        File.WriteAllText(store.Save(State(2)), "rubbish");
        Assert.Equal(1, store.LoadNewest().Data!.WholeNumber("step"));
        store.Save(State(2));
        Assert.Equal(["000000.h5", "000002.h5"], Files);
        store.Save(State(3));
        Assert.Equal(["000002.h5", "000003.h5"], Files);
    }

    [Fact]
    public void Without_any_sound_checkpoint_every_one_is_named()
    {
        var store = new CheckpointStore(_directory.Path);
        File.WriteAllText(store.Save(State(1)), "");
        File.WriteAllText(store.Save(State(2)), "");
        LoadedCheckpoint loaded = store.LoadNewest();
        Assert.Null(loaded.Data);
        Assert.Equal(2, loaded.Messages.Count);
    }

    [Fact]
    public void A_missing_entry_is_named_together_with_those_there_are()
    {
        CheckpointData data = State(1);
        Assert.Equal(
            "the checkpoint has no 'potential'. It has: concentration, scheme, step, time.",
            Assert.Throws<CheckpointContentException>(() => data.Numbers("potential")).Message);
        Assert.Throws<CheckpointContentException>(() => data.Texts("time"));
        Assert.Throws<CheckpointContentException>(() => data.Number("concentration"));
    }

    [Fact]
    public void Fewer_than_two_cannot_be_kept() => Assert.Throws<ArgumentOutOfRangeException>(() => new CheckpointStore(_directory.Path, keep: 1));
}
