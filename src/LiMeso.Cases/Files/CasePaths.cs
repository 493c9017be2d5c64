using LiMeso.Core.Input;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Files;

/// <summary>
/// Finds the files that a case names. They stay inside the case or among the shipped data sets, unless the case says otherwise; a symbolic link
/// counts as what it leads to.
/// </summary>
/// <param name="caseDirectory">The case directory.</param>
/// <param name="outsidePaths">Whether absolute paths are allowed (<c>outside-paths: true</c>).</param>
public sealed class CasePaths(string caseDirectory, bool outsidePaths)
{
    /// <summary>Environment variable that may name the directory with <c>cases/</c>, for programs that were installed elsewhere.</summary>
    public const string RootVariable = "LIMESO_ROOT";

    private readonly string _case = Path.GetFullPath(caseDirectory);

    /// <summary>The file or directory that a relative path inside the case, or a permitted absolute path, leads to.</summary>
    /// <param name="path">The path as written.</param>
    /// <param name="location">Where it was written.</param>
    /// <exception cref="InputException">It leads out of the case, or nothing is there.</exception>
    public string Resolve(string path, SourceLocation location)
    {
        if (Path.IsPathRooted(path))
        {
            if (!outsidePaths) throw new InputException(location, $"'{path}' is absolute", "Copy it into the case directory, or say 'outside-paths: true'.");
            return Existing(path, path, location);
        }

        string full = Path.GetFullPath(Path.Combine(_case, path));
        if (!full.StartsWith(_case + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw LeadsOut(path, "", location);
        return Within([FinalPath.Of(_case), .. DataSetShelves().Select(FinalPath.Of)], Existing(full, path, location), path, location);
    }

    /// <summary>The directory of a data set: by name among <c>cases/datasets</c>, or by a path to a directory with a dataset.yaml.</summary>
    /// <param name="nameOrPath">Name or path as written.</param>
    /// <param name="location">Where it was written.</param>
    /// <exception cref="InputException">There is no such data set.</exception>
    public string DataSet(string nameOrPath, SourceLocation location)
    {
        if (nameOrPath.Contains('/', StringComparison.Ordinal) || nameOrPath.Contains('\\', StringComparison.Ordinal) || Directory.Exists(Path.Combine(_case, nameOrPath)))
            return Resolve(nameOrPath, location);

        foreach (string shelf in DataSetShelves())
        {
            string directory = Path.Combine(shelf, nameOrPath);
            if (IsDataSet(directory)) return outsidePaths ? directory : Within([FinalPath.Of(shelf)], directory, nameOrPath, location);
        }

        string[] known = [.. DataSetNames()];
        string near = Core.Registries.NearestName.Of(nameOrPath, known) is { } name ? $"Did you mean '{name}'?  " : "";
        throw new InputException(location, $"unknown data set '{nameOrPath}'", $"{near}Known: {string.Join(", ", known)}. A path such as 'data/mine' leads to one inside the case.");
    }

    /// <summary>Names of the data sets within reach.</summary>
    public IEnumerable<string> DataSetNames() =>
        DataSetShelves().Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Where(IsDataSet).Select(d => Path.GetFileName(d)!).Distinct().Order(StringComparer.Ordinal);

    private static bool IsDataSet(string directory) => File.Exists(Path.Combine(directory, DiffusivitySetReader.DescriptionFile));

    // A case below some cases/ directory sees the data sets there; any other sees those shipped with the program.
    private IEnumerable<string> DataSetShelves()
    {
        for (string? at = _case; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.GetFileName(at) == "cases" && Directory.Exists(Path.Combine(at, "datasets"))) yield return Path.Combine(at, "datasets");
            if (Directory.Exists(Path.Combine(at, "cases", "datasets"))) yield return Path.Combine(at, "cases", "datasets");
        }

        if (Environment.GetEnvironmentVariable(RootVariable) is { Length: > 0 } root) yield return Path.Combine(root, "cases", "datasets");
        for (string? at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Directory.Exists(Path.Combine(at, "cases", "datasets"))) yield return Path.Combine(at, "cases", "datasets");
        }
    }

    // A link inside a directory leads out of the case as much as a link to the directory.
    private static string Within(IReadOnlyList<string> homes, string full, string path, SourceLocation location)
    {
        string[] all = Directory.Exists(full) ? [full, .. Directory.EnumerateFileSystemEntries(full, "*", SearchOption.AllDirectories)] : [full];
        foreach (string entry in all)
        {
            string final = Final(entry, path, location);
            if (!homes.Any(home => FinalPath.IsWithin(final, home))) throw LeadsOut(path, $", through a symbolic link to '{final}'", location);
        }

        return full;
    }

    private static string Final(string entry, string path, SourceLocation location)
    {
        try
        {
            string final = FinalPath.Of(entry);
            return Path.Exists(final) ? final : throw new InputException(location, $"'{path}' leads nowhere: '{final}' does not exist");
        }
        catch (IOException e)
        {
            throw new InputException(location, $"'{path}' leads nowhere: {e.Message}", inner: e);
        }
    }

    private static InputException LeadsOut(string path, string how, SourceLocation location) =>
        new(location, $"'{path}' leads out of the case directory{how}", "Copy what it leads to into the case directory, or give its absolute path and say 'outside-paths: true'.");

    private static string Existing(string full, string path, SourceLocation location) =>
        Path.Exists(full) ? full : throw new InputException(location, $"'{path}' does not exist");
}
