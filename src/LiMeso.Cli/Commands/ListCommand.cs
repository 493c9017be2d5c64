using System.CommandLine;
using System.Text.Json.Nodes;
using LiMeso.Cases.Running;
using LiMeso.Cli.Catalogues;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso list</c>: what there is to choose from, straight from the registries.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        string all = string.Join(", ", AllCatalogues.All.Select(c => c.Name));
        Argument<string?> what = new("WHAT") { Description = $"What to list: {all}.", Arity = ArgumentArity.ZeroOrOne };
        // once it stands there, only names of its members follow
        what.CompletionSources.Add(context =>
            context.ParseResult.GetValue(what) is { } given && given != context.WordToComplete ? [] : AllCatalogues.All.Select(c => c.Name));
        Argument<string?> name = new("NAME") { Description = "One of them, to be told in full.", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add(context =>
            AllCatalogues.All.Where(c => c.Name == context.ParseResult.GetValue(what)).SelectMany(c => c.Entries()).Select(e => e.Name));
        Option<bool> verbose = new("--verbose", "-v") { Description = "Tell all of them in full: formulas, sources, validity." };
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("list", "List models, boundary conditions, schemes, data sets and all else that has a name.")
        {
            Group = "Reference",
            Examples =
            [
                ("limeso list", "what can be listed"),
                ("limeso list models", "the polycrystal models"),
                ("limeso list models hart", "one in full: formula, source, validity"),
            ],
        };
        command.Add(what);
        command.Add(name);
        command.Add(verbose);
        command.Add(json);
        command.SetAction(parsed => List(parsed.GetValue(what), parsed.GetValue(name), parsed.GetValue(verbose), parsed.GetValue(json)));
        return command;
    }

    private static int List(string? what, string? name, bool verbose, bool json)
    {
        Catalogue catalogue = what is null
            ? new Catalogue("lists", "what can be listed", () => AllCatalogues.All.Select(c => new CatalogueEntry(c.Name, c.Summary, () => [])))
            : AllCatalogues.Find(what);
        CatalogueEntry[] entries = [.. catalogue.Entries()];
        if (name is not null) entries = [OneOf(entries, catalogue, name)];
        if (json) JsonOutput.Write(new JsonObject { [catalogue.Name] = new JsonArray([.. entries.Select(Json)]) });
        else Console.Out.Write(verbose || name is not null ? InFull(entries) : Short(entries));
        return ExitCodes.Done;
    }

    private static CatalogueEntry OneOf(CatalogueEntry[] entries, Catalogue catalogue, string name)
    {
        if (Array.Find(entries, e => e.Name == name) is { } found) return found;
        throw new InputException(null, $"'{name}' is not among the {catalogue.Name}", Suggestion.For(name, entries.Select(e => e.Name)));
    }

    private static string Short(IEnumerable<CatalogueEntry> entries)
    {
        var table = new TextTable();
        foreach (CatalogueEntry entry in entries) table.Add(entry.Name, entry.Summary);
        return table.ToString();
    }

    private static string InFull(IEnumerable<CatalogueEntry> entries) => string.Join('\n', entries.Select(entry =>
    {
        var table = new TextTable { Indent = 4 };
        foreach ((string key, string text) in entry.Details()) table.Add(key.Replace('_', ' '), text);
        return $"{entry.Name}: {entry.Summary}\n{table}";
    }));

    private static JsonObject Json(CatalogueEntry entry) => new()
    {
        ["name"] = entry.Name,
        ["summary"] = entry.Summary,
        ["details"] = new JsonObject([.. entry.Details().Select(d => KeyValuePair.Create(d.Key, (JsonNode?)JsonValue.Create(d.Text)))]),
    };
}
