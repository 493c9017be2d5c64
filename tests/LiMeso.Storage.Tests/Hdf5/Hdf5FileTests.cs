using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Tests.Hdf5;

public sealed class Hdf5FileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string FilePath => _directory["data.h5"];

    public void Dispose() => _directory.Dispose();

    // Values that a conversion or a printed form would change.
    private static readonly double[] _awkwardDoubles =
        [0.1, -0.0, double.Epsilon, double.MaxValue, double.NaN, BitConverter.Int64BitsToDouble(0x7ff8_0000_dead_beef), double.NegativeInfinity];

    [Theory]
    [InlineData(Hdf5Packing.Plain)]
    [InlineData(Hdf5Packing.Compressed)]
    public void Numbers_come_back_with_the_same_bits(Hdf5Packing packing)
    {
        long[] whole = [long.MinValue, -1, 0, long.MaxValue];
        Hdf5File.Write(FilePath, f =>
        {
            f.Write("real", _awkwardDoubles, [_awkwardDoubles.Length], packing).Dispose();
            f.Write("whole", whole, [2, 2], packing).Dispose();
        });
        using Hdf5File file = Hdf5File.Open(FilePath);
        using Hdf5Dataset real = file.OpenDataset("real");
        Assert.Equal(_awkwardDoubles.Select(BitConverter.DoubleToInt64Bits), real.ReadDoubles().Select(BitConverter.DoubleToInt64Bits));
        using Hdf5Dataset numbers = file.OpenDataset("whole");
        Assert.Equal(whole, numbers.ReadLongs());
        Assert.Equal([2, 2], numbers.Shape);
    }

    [Theory]
    [InlineData(1_000_003)]
    [InlineData(3, 300_001)]
    [InlineData(7, 11, 13_001)]
    public void Arrays_larger_than_a_chunk_come_back_whole(params int[] shape)
    {
        double[] values = new double[shape.Aggregate(1, (a, b) => a * b)];
        var random = new Random(1);
        for (int i = 0; i < values.Length; i++)
            values[i] = random.NextDouble();
        Hdf5File.Write(FilePath, f => f.Write("values", values, shape).Dispose(), Durability.ProcessKill);
        using Hdf5File file = Hdf5File.Open(FilePath);
        using Hdf5Dataset data = file.OpenDataset("values");
        Assert.Equal(shape, data.Shape);
        Assert.True(values.AsSpan().SequenceEqual(data.ReadDoubles()));
    }

    [Fact]
    public void Smooth_fields_shrink()
    {
        double[] values = [.. Enumerable.Range(0, 1_000_000).Select(i => 76_900 * Math.Sin(1e-6 * i))];
        Hdf5File.Write(FilePath, f => f.Write("values", values, [1000, 1000]).Dispose(), Durability.ProcessKill);
        Assert.InRange(new FileInfo(FilePath).Length, 1, 0.9 * 8 * values.Length);
    }

    [Fact]
    public void Text_comes_back_in_any_script()
    {
        string[] texts = ["", "mol·m⁻³", "électromigration Σ 温度", new string('x', 100_000)];
        Hdf5File.Write(FilePath, f =>
        {
            f.Write("texts", texts).Dispose();
            f.Write("none", ReadOnlySpan<string>.Empty).Dispose();
            f.SetAttribute("title", texts[2]);
        });
        using Hdf5File file = Hdf5File.Open(FilePath);
        using Hdf5Dataset data = file.OpenDataset("texts");
        Assert.Equal(Hdf5Kind.Text, data.Kind);
        Assert.Equal(texts, data.ReadTexts());
        using Hdf5Dataset none = file.OpenDataset("none");
        Assert.Empty(none.ReadTexts());
        Assert.Equal(texts[2], file.GetText("title"));
    }

    [Fact]
    public void Text_with_a_null_character_is_refused() =>
        Assert.Throws<ArgumentException>(() => Hdf5File.Write(FilePath, f => f.SetAttribute("title", "half\0way")));

    [Fact]
    public void Attributes_come_back_with_their_types_and_names()
    {
        Hdf5File.Write(FilePath, f =>
        {
            using Hdf5Group run = f.CreateGroup("run");
            run.SetAttribute("temperature_K", 298.15);
            run.SetAttribute("seed", 12_345_678_901L);
            run.SetAttribute("edges", [0.1, 0.2]);
            run.SetAttribute("counts", [1L, 2L, 3L]);
            run.SetAttribute("nothing", ReadOnlySpan<double>.Empty);
        });
        using Hdf5File file = Hdf5File.Open(FilePath);
        using Hdf5Group group = file.OpenGroup("run");
        Assert.Equal(["counts", "edges", "nothing", "seed", "temperature_K"], group.AttributeNames);
        Assert.Equal(298.15, group.GetDouble("temperature_K"));
        Assert.Equal(12_345_678_901L, group.GetLong("seed"));
        Assert.Equal([0.1, 0.2], group.GetDoubles("edges"));
        Assert.Equal([1L, 2L, 3L], group.GetLongs("counts"));
        Assert.Empty(group.GetDoubles("nothing"));
        Assert.False(group.HasAttribute("missing"));
        Assert.Throws<Hdf5Exception>(() => group.GetDouble("edges"));
    }

    [Fact]
    public void Links_lead_into_other_files_and_stacks_show_them_as_one_array()
    {
        for (int k = 0; k < 3; k++)
            Hdf5File.Write(_directory[$"{k}.h5"], f => f.Write("c", [10.0 * k, 10.0 * k + 1], [2]).Dispose(), Durability.ProcessKill);
        Hdf5File.Write(FilePath, f =>
        {
            f.LinkExternal("second", "1.h5");
            using Hdf5Dataset stack = f.WriteStack("all", ["0.h5", "1.h5", "absent.h5", "2.h5"], "c", [2]);
            stack.SetAttribute("unit", "m");
        });
        using Hdf5File file = Hdf5File.Open(FilePath);
        Assert.Equal(["all", "second"], file.Names);
        using Hdf5Group second = file.OpenGroup("second");
        using Hdf5Dataset there = second.OpenDataset("c");
        Assert.Equal([10.0, 11.0], there.ReadDoubles());
        using Hdf5Dataset all = file.OpenDataset("all");
        Assert.Equal([4, 2], all.Shape);
        Assert.Equal([0.0, 1.0, 10.0, 11.0, double.NaN, double.NaN, 20.0, 21.0], all.ReadDoubles());
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        byte[] first = WriteAndRead();
        Thread.Sleep(1100); // HDF5's own time stamps, were they on, count in seconds.
        Assert.Equal(first, WriteAndRead());

        byte[] WriteAndRead()
        {
            Hdf5File.Write(FilePath, f =>
            {
                using Hdf5Group group = f.CreateGroup("g");
                group.Write("c", _awkwardDoubles, [_awkwardDoubles.Length]).Dispose();
                group.Write("t", ["a", "b"]).Dispose();
                group.SetAttribute("unit", "m");
            });
            return File.ReadAllBytes(FilePath);
        }
    }

    [Fact]
    public void A_failure_says_what_and_why_in_the_words_of_HDF5()
    {
        var missing = Assert.Throws<Hdf5Exception>(() => Hdf5File.Open(_directory["absent.h5"]));
        Assert.StartsWith($"HDF5 cannot open file '{_directory["absent.h5"]}': ", missing.Message, StringComparison.Ordinal);
        Assert.Contains("No such file or directory", missing.Message, StringComparison.Ordinal);
        Assert.Contains("H5Fopen", missing.Message, StringComparison.Ordinal);

        File.WriteAllText(FilePath, "no HDF5 here");
        Assert.Contains("file signature not found", Assert.Throws<Hdf5Exception>(() => Hdf5File.Open(FilePath)).Message, StringComparison.Ordinal);

        var twice = Assert.Throws<Hdf5Exception>(() => Hdf5File.Write(FilePath, f =>
        {
            f.Write("c", [1.0], [1]).Dispose();
            f.Write("c", [1.0], [1]).Dispose();
        }));
        Assert.Contains("cannot create data set 'c'", twice.Message, StringComparison.Ordinal);
        Assert.Contains("name already exists", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_completed_leaves_the_old_one()
    {
        Hdf5File.Write(FilePath, f => f.SetAttribute("edition", 1L));
        Assert.Throws<InvalidOperationException>(() => Hdf5File.Write(FilePath, _ => throw new InvalidOperationException()));
        using Hdf5File file = Hdf5File.Open(FilePath);
        Assert.Equal(1, file.GetLong("edition"));
    }

    [Fact]
    public void Values_that_do_not_fill_their_shape_are_refused() =>
        Assert.Throws<ArgumentException>(() => Hdf5File.Write(FilePath, f => f.Write("c", [1.0, 2.0, 3.0], [2, 2]).Dispose()));

    [Fact]
    public void Many_threads_may_write_and_read_at_once()
    {
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 4 }, k =>
        {
            string path = _directory[$"{k}.h5"];
            double[] values = [.. Enumerable.Range(0, 5000).Select(i => (double)(k * i))];
            Hdf5File.Write(path, f => f.Write("c", values, [50, 100]).Dispose(), Durability.ProcessKill);
            using Hdf5File file = Hdf5File.OpenVerified(path);
            using Hdf5Dataset data = file.OpenDataset("c");
            Assert.Equal(values, data.ReadDoubles());
            Assert.Contains($"'{path}/absent'", Assert.Throws<Hdf5Exception>(() => file.OpenDataset("absent")).Message, StringComparison.Ordinal);
        });
    }
}
