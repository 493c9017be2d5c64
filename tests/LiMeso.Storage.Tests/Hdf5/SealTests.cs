using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Tests.Hdf5;

public class SealTests
{
    [Fact]
    public void Every_flipped_bit_and_every_cut_is_noticed()
    {
        using var directory = new TemporaryDirectory();
        string path = directory["sealed.h5"];
        Hdf5File.Write(path, f => f.Write("c", [1.0, 2.0, 3.0], [3]).Dispose());
        byte[] whole = File.ReadAllBytes(path);
        Hdf5File.OpenVerified(path).Dispose();
        for (int k = 0; k < whole.Length; k++)
        {
            whole[k] ^= (byte)(1 << (k % 8));
            File.WriteAllBytes(path, whole);
            Assert.Throws<DamagedFileException>(() => Hdf5File.OpenVerified(path));
            whole[k] ^= (byte)(1 << (k % 8));
        }
        for (int length = 0; length < whole.Length; length += 61)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<DamagedFileException>(() => Hdf5File.OpenVerified(path));
        }
        File.WriteAllBytes(path, [.. whole, 0]);
        Assert.Throws<DamagedFileException>(() => Hdf5File.OpenVerified(path));
        File.WriteAllBytes(path, whole);
        Hdf5File.OpenVerified(path).Dispose();
    }
}
