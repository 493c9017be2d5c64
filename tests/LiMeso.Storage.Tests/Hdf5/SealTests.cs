using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Tests.Hdf5;

public sealed class SealTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private byte[] SealedFile()
    {
        Hdf5File.Write(_directory["sealed.h5"], f => f.Write("c", [1.0, 2.0, 3.0], [3]).Dispose());
        return File.ReadAllBytes(_directory["sealed.h5"]);
    }

    [Fact]
    public void Every_flipped_bit_and_every_cut_is_noticed()
    {
        byte[] whole = SealedFile();
        Seal.Verify(whole, "whole");
        for (int k = 0; k < whole.Length; k++)
        {
            byte sound = whole[k];
            whole[k] ^= (byte)(1 << (k % 8));
            Assert.Throws<DamagedFileException>(() => Seal.Verify(whole, "flipped"));
            whole[k] = sound;
            Assert.Throws<DamagedFileException>(() => Seal.Verify(whole.AsSpan(0, k), "cut"));
        }
        Assert.Throws<DamagedFileException>(() => Seal.Verify([.. whole, 0], "longer"));
    }

    [Fact]
    public void A_damaged_file_is_not_opened()
    {
        byte[] bytes = SealedFile();
        bytes[^1] ^= 0x80;
        File.WriteAllBytes(_directory["flipped.h5"], bytes);
        File.WriteAllBytes(_directory["empty.h5"], []);
        Assert.Equal(
            $"'{_directory["flipped.h5"]}' is damaged: its content does not match its SHA-256 digest.",
            Assert.Throws<DamagedFileException>(() => Hdf5File.OpenVerified(_directory["flipped.h5"])).Message);
        Assert.Equal(
            $"'{_directory["empty.h5"]}' is damaged: it ends after 0 bytes.",
            Assert.Throws<DamagedFileException>(() => Hdf5File.OpenVerified(_directory["empty.h5"])).Message);
        Hdf5File.OpenVerified(_directory["sealed.h5"]).Dispose();
    }
}
