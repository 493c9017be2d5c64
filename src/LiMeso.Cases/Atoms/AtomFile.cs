using System.Globalization;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Atoms;

/// <summary>Atoms in a LAMMPS data file, which appears whole or not at all.</summary>
public static class AtomFile
{
    /// <summary>Writes it.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="system">The atoms.</param>
    /// <param name="title">Its first line.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, AtomicSystem system, string title)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        LammpsDataWriter.Write(text, system, title);
        AtomicFile.WriteText(path, text.ToString());
    }
}
