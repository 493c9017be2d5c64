using LiMeso.Cases.Files;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Running;

/// <summary>The file <c>input.yaml</c> in a results directory: the case as it was run, changes from the command line included.</summary>
public static class StoredInput
{
    /// <summary>Its name.</summary>
    public const string FileName = "input.yaml";

    private const string Heading = "# What was run: the case with the changes made on the command line. Made by the run; changing it changes nothing.\n";

    /// <summary>Stores the input of a run.</summary>
    /// <param name="results">The results directory.</param>
    /// <param name="directory">The case.</param>
    /// <exception cref="IOException">Cannot write.</exception>
    public static void Write(string results, CaseDirectory directory) =>
        AtomicFile.WriteText(Path.Combine(results, FileName), Heading + YamlOutput.Write(directory.Root));

    /// <summary>The case as it was run.</summary>
    /// <param name="results">The results directory.</param>
    /// <param name="record">The record there.</param>
    /// <exception cref="InputException">The results hold no input, or it is damaged.</exception>
    public static CaseDirectory Read(string results, RunRecord record)
    {
        string file = Path.Combine(results, FileName);
        if (!File.Exists(file))
            throw new InputException(new SourceLocation(results), $"the results hold no {FileName}", "An earlier version of the program made them; run the case again.");
        // Results may have been moved away from their case; one that names no files of its own does not need it.
        string home = Path.Combine(results, Provenance.Of(record).CaseDirectory);
        return new CaseDirectory(Directory.Exists(home) ? home : results, YamlInput.Read(file));
    }
}
