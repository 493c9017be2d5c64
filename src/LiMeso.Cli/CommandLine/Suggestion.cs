using LiMeso.Core.Registries;

namespace LiMeso.Cli.CommandLine;

/// <summary>What to write instead of a word that nobody knows.</summary>
internal static class Suggestion
{
    /// <summary>"Did you mean 'hart'?  Valid: single-crystal, hart, …."</summary>
    /// <param name="word">What was written.</param>
    /// <param name="valid">What could have been written.</param>
    /// <param name="label">What to call them.</param>
    public static string For(string word, IEnumerable<string> valid, string label = "Valid")
    {
        string[] all = [.. valid];
        string near = NearestName.Of(word, all) is { } nearest ? $"Did you mean '{nearest}'?  " : "";
        return $"{near}{label}: {string.Join(", ", all)}.";
    }
}
