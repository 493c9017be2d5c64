using System.Reflection;
using LiMeso.Atomistics.Meam.Files;

namespace LiMeso.Atomistics.Meam;

/// <summary>The potentials that come with the program, read from the same files that users of LAMMPS have.</summary>
internal static class ShippedPotentials
{
    private const string Library = "library.meam";

    /// <summary>A lithium potential by the name of its parameter file.</summary>
    /// <param name="name">Such as <c>li-kim-2012</c>.</param>
    public static MeamPotential Lithium(string name)
    {
        string parameters = $"{name}.meam";
        return new(MeamParameterFile.Apply(MeamLibraryFile.Read(Text(Library), Library, "Li"), Text(parameters), parameters));
    }

    private static string Text(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"LiMeso.Potentials.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
