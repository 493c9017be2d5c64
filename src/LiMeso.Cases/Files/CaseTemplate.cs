using LiMeso.Cases.Kinds;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Files;

/// <summary>Makes a new case directory: a commented input that runs as it stands, and a README to fill in.</summary>
public static class CaseTemplate
{
    /// <summary>The text of a new <c>case.yaml</c>.</summary>
    /// <param name="kind">Name of the case kind.</param>
    /// <exception cref="Core.Registries.UnknownNameException">There is no such kind.</exception>
    public static string Text(string kind)
    {
        ICaseKind member = CaseKinds.All[kind];
        return $"# A LiMeso case of kind '{kind}'. Keys that are commented out show their defaults.\n"
            + "# Check it with 'limeso check DIR', run it with 'limeso run DIR'.\n"
            + TemplateWriter.Write(member.Schema, member.Template);
    }

    /// <summary>Writes a new case directory.</summary>
    /// <param name="kind">Name of the case kind.</param>
    /// <param name="directory">The directory; it must not exist, or be empty.</param>
    /// <exception cref="InputException">The directory is not empty.</exception>
    public static void Create(string kind, string directory)
    {
        string text = Text(kind);
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            throw new InputException(new SourceLocation(directory), "the directory is not empty", "Give the name of a new directory.");

        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, CaseDirectory.FileName), text);
        File.WriteAllText(Path.Combine(directory, "README.md"),
            $"# {Path.GetFileName(Path.GetFullPath(directory))}\n\nWhat this case asks, where its values come from, and what to expect.\n\n```\nlimeso run {directory}\n```\n");
    }
}
