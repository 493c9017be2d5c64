namespace LiMeso.Cli.Tests.SetUp;

/// <summary>The repository these tests were built in, and the programs of this machine.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The first program of that name on the PATH, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "LiMeso.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("no LiMeso.sln above " + AppContext.BaseDirectory);
    }
}
