using System.CommandLine;
using LiMeso.Cases.Files;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cli.CommandLine;

/// <summary>Short forms of <c>--set</c> for what one changes most: model, boundary fraction, data set.</summary>
internal sealed class MaterialOptions
{
    private readonly (string Key, Option<string?> Option)[] _options =
    [
        Short("model", "Polycrystal model", () => PolycrystalModels.All.Names),
        Short("fraction", "Grain-boundary fraction", () => BoundaryFractions.All.Names),
        Short("dataset", "Diffusivity data set", () => new CasePaths(".", outsidePaths: false).DataSetNames()),
    ];

    public IReadOnlyList<Option> All => [.. _options.Select(o => o.Option)];

    public IReadOnlyList<KeyValuePair<string, string>> Overrides(ParseResult parsed) =>
        [.. _options.Where(o => parsed.GetValue(o.Option) is not null).Select(o => KeyValuePair.Create(o.Key, parsed.GetValue(o.Option)!))];

    private static (string, Option<string?>) Short(string name, string what, Func<IEnumerable<string>> names)
    {
        string key = $"material.{name}";
        var option = new Option<string?>($"--{name}") { HelpName = "NAME", Description = $"{what}; the same as --set {key}=NAME." };
        option.CompletionSources.Add(_ => names());
        return (key, option);
    }
}
