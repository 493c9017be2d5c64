using System.Security.Cryptography;

namespace LiMeso.Cli.Tests.Program;

/// <summary>A folder for one test (with a space in its name), with small cases on demand; removed afterwards.</summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>A foil of stated diffusivity: a few milliseconds of work. Λ = F C0 D/(I L) is 7.55.</summary>
    public const string Tiny = """
        kind: depletion
        title: A thin foil
        material:
          diffusivity: 1e-9 cm^2/s
        foil:
          thickness: 10 um
        current:
          current-density: 1 mA/cm^2
        numerics:
          cells: 40
          tolerance: 1e-5
        output:
          snapshots: 3
          paraview: false

        """;

    /// <summary>A polycrystalline foil whose models differ.</summary>
    public const string Polycrystal = """
        kind: depletion
        title: A polycrystalline foil
        temperature: 300 K
        material:
          dataset: li-yoon-2023
          grain-size: 1 um
        foil:
          thickness: 10 um
        current:
          current-density: 1 mA/cm^2
        numerics:
          cells: 40
          tolerance: 1e-5
        output:
          paraview: false

        """;

    public string Folder { get; } = Directory.CreateTempSubdirectory("limeso cli ").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>A case directory.</summary>
    public string Case(string name, string text) => Path.GetDirectoryName(Write($"{name}/case.yaml", text))!;

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Every file and directory with its content: equal when nothing on disk has changed.</summary>
    public IReadOnlyList<string> Everything() =>
    [
        .. Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(e => File.Exists(e) ? $"{e} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(e)))}" : e),
    ];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
