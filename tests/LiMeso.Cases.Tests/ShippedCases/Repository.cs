using LiMeso.Cases.Files;

namespace LiMeso.Cases.Tests.ShippedCases;

/// <summary>The repository that these tests were built in, and the cases in it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every directory below <c>cases</c> and <c>validation</c> that holds a case, relative to the root; those in results, which campaigns make, are none that ship.</summary>
    public static IReadOnlyList<string> Cases { get; } =
    [
        .. new[] { "cases", "validation" }.Select(shelf => Path.Combine(Root, shelf)).Where(Directory.Exists)
            .SelectMany(shelf => Directory.EnumerateFiles(shelf, CaseDirectory.FileName, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(name => !name.Split('/').Any(part => part.StartsWith("results", StringComparison.Ordinal))).Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string name) => Path.Combine(Root, name);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "LiMeso.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("no LiMeso.sln above " + AppContext.BaseDirectory);
    }
}
