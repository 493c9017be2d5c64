using LiMeso.Storage.Files;

namespace LiMeso.Storage.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(Durability.ProcessKill)]
    [InlineData(Durability.PowerLoss)]
    public void A_file_is_replaced_and_no_temporary_stays(Durability durability)
    {
        string path = _directory["run.json"];
        AtomicFile.WriteText(path, "first, and longer", durability);
        AtomicFile.WriteText(path, "zweite ½", durability);
        Assert.Equal("zweite ½"u8, File.ReadAllBytes(path));
        AtomicFile.Write(path, stream => stream.Write("third"u8), durability);
        Assert.Equal("third", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_old_file_and_nothing_else()
    {
        string path = _directory["run.json"];
        AtomicFile.WriteText(path, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half of the n"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void What_a_killed_writer_left_is_overwritten()
    {
        File.WriteAllText(_directory[".run.json.tmp"], "left behind, and longer than the new content");
        AtomicFile.WriteText(_directory["run.json"], "new");
        Assert.Equal("new", File.ReadAllText(_directory["run.json"]));
        Assert.Equal([_directory["run.json"]], Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void A_missing_directory_is_an_error() =>
        Assert.ThrowsAny<IOException>(() => AtomicFile.WriteText(_directory["absent/run.json"], ""));
}
