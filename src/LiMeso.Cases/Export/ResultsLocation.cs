using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Export;

/// <summary>Finds the results that a user means.</summary>
public static class ResultsLocation
{
    /// <summary>The results directory behind a path: the path itself when it holds a run, else the <c>results</c> of the case there.</summary>
    /// <param name="path">A results directory or a case directory.</param>
    /// <exception cref="InputException">There are no results.</exception>
    public static string Find(string path)
    {
        if (File.Exists(path) && Path.GetFileName(path) == CaseDirectory.FileName) path = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (HoldsRun(path)) return path;
        string inside = Path.Combine(path, CaseRunner.DefaultOutput);
        if (HoldsRun(inside)) return inside;
        throw Directory.Exists(path)
            ? new InputException(new SourceLocation(path), "there are no results", "Run the case first, or name the directory that was given to --output.")
            : new InputException(new SourceLocation(path), "no such directory", "Name a case directory, or one with results.");
    }

    private static bool HoldsRun(string directory) => File.Exists(Path.Combine(directory, RunRecord.FileName));
}
