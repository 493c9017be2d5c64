using System.Security.Cryptography;
using System.Text;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;

namespace LiMeso.Cases.Running;

/// <summary>One hash for all that a run depends on: the case's input and every data set that it names.</summary>
public static class InputHashes
{
    /// <summary>The hash of a prepared case.</summary>
    /// <param name="directory">The case directory.</param>
    /// <param name="prepared">The case read from it.</param>
    public static string Of(CaseDirectory directory, ICase prepared)
    {
        return Of(directory.InputHash(), prepared.DataSetHashes);
    }

    /// <summary>The hash of a part of an input and the data sets.</summary>
    /// <param name="inputHash">Hash of the part.</param>
    /// <param name="dataSetHashes">Hashes of the data sets, by name.</param>
    public static string Of(string inputHash, IReadOnlyDictionary<string, string> dataSetHashes) =>
        OfText(string.Join('\n', [inputHash, .. dataSetHashes.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}={d.Value}")]));

    /// <summary>SHA-256 over a text.</summary>
    /// <param name="text">The text.</param>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SHA-256 over the content of a file.</summary>
    /// <param name="path">The file.</param>
    public static string OfFile(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>SHA-256 over the names and contents of all files of a directory.</summary>
    /// <param name="directory">The directory.</param>
    public static string OfDirectory(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(directory, file).Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
