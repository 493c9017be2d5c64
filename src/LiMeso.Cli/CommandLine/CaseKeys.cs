using System.CommandLine.Completions;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Core.Input;

namespace LiMeso.Cli.CommandLine;

/// <summary>Completes <c>KEY=VALUE</c>: keys of the case on the command line, and names where a key takes a name.</summary>
internal static class CaseKeys
{
    public static IEnumerable<CompletionItem> Complete(CompletionContext context)
    {
        SectionSchema[] schemas = [.. SchemasOf(context)];
        string word = context.WordToComplete;
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        IEnumerable<string> found = equals < 0
            ? schemas.SelectMany(s => s.Paths()).Select(p => $"{p}=")
            : schemas.Select(s => s.Find(word[..equals])).SelectMany(k => k?.Names ?? []).Select(n => $"{word[..equals]}={n}");
        return found.Distinct().Select(t => new CompletionItem(t));
    }

    // the kind of the case that stands on the command line; all kinds when there is none, or it cannot be read
    private static IEnumerable<SectionSchema> SchemasOf(CompletionContext context)
    {
        string? directory = context.ParseResult.CommandResult.Tokens.Count > 0 ? context.ParseResult.CommandResult.Tokens[0].Value : null;
        string kind = "";
        try
        {
            if (directory is not null) kind = CaseDirectory.Open(directory).Kind;
        }
        catch (Exception problem) when (problem is InputException or IOException)
        {
            kind = "";
        }

        return CaseKinds.All.Contains(kind) ? [CaseKinds.All[kind].Schema] : CaseKinds.All.Select(k => k.Member.Schema);
    }
}
