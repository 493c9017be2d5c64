namespace LiMeso.Cases.Files;

/// <summary>Where a path leads in the end, with the symbolic links of every part of it followed.</summary>
public static class FinalPath
{
    // Linux gives up after as many.
    private const int MostLinks = 40;

    /// <summary>The path without links; parts that do not exist stay as they are.</summary>
    /// <param name="path">The path.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="IOException">The links run in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path), at = Path.GetPathRoot(full)!;
        int followed = 0;
        var ahead = new Stack<string>();
        Push(full[at.Length..]);
        while (ahead.TryPop(out string? part))
        {
            if (part == ".") continue;
            // Not by text: behind a link, ".." is the parent of what the link leads to.
            if (part == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
            }
            else if (new FileInfo(Path.Combine(at, part)).LinkTarget is { } target)
            {
                if (++followed > MostLinks) throw new IOException($"too many symbolic links in '{path}'");
                string root = Path.GetPathRoot(target) ?? "";
                if (root.Length > 0) at = root;
                Push(target[root.Length..]);
            }
            else
            {
                at = Path.Combine(at, part);
            }
        }

        return at;

        void Push(string parts)
        {
            foreach (string part in parts.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse()) ahead.Push(part);
        }
    }

    /// <summary>Whether one path, both without links, is another or lies inside it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="directory">The other.</param>
    public static bool IsWithin(string path, string directory)
    {
        string relative = Path.GetRelativePath(directory, path);
        return relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }
}
