using System.Security.Cryptography;
using System.Text;
using LiMeso.Storage.Files;

namespace LiMeso.Storage.Hdf5;

/// <summary>
/// A SHA-256 digest in the user block, the 512 bytes before the HDF5 structures that HDF5 leaves to applications. Everything in the file counts:
/// the digest covers all that follows the block, and the block itself must be what that content gives, byte for byte.
/// <c>head -n 3</c> shows it.
/// </summary>
internal static class Seal
{
    /// <summary>Size of the block in bytes, the smallest that HDF5 allows.</summary>
    public const int Length = 512;

    /// <summary>Fills the block of a file image.</summary>
    public static void Apply(Span<byte> image) => Block(image).CopyTo(image);

    /// <summary>Checks a file image.</summary>
    /// <param name="image">The whole file.</param>
    /// <param name="path">For the message.</param>
    /// <exception cref="DamagedFileException">A byte is wrong or missing.</exception>
    public static void Verify(ReadOnlySpan<byte> image, string path)
    {
        if (image.Length < Length)
            throw new DamagedFileException(path, $"it ends after {image.Length} bytes");
        if (!image[..Length].SequenceEqual(Block(image)))
            throw new DamagedFileException(path, "its content does not match its SHA-256 digest");
    }

    private static byte[] Block(ReadOnlySpan<byte> image)
    {
        byte[] block = new byte[Length];
        string digest = Convert.ToHexStringLower(SHA256.HashData(image[Length..]));
        Encoding.ASCII.GetBytes($"LiMeso HDF5 file\nbytes {image.Length}\nsha256 of all after byte {Length}: {digest}\n", block);
        return block;
    }
}
