using System.CommandLine;
using LiMeso.Cases.Files;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cli.CommandLine;

/// <summary>Short forms of <c>--set</c> for what one changes most: model, boundary fraction, data set.</summary>
internal sealed class MaterialOptions
{
    private readonly Option<string?> _model = Named("--model", "NAME", "Polycrystal model; the same as --set material.model=NAME.", () => PolycrystalModels.All.Names);
    private readonly Option<string?> _fraction = Named("--fraction", "NAME", "Grain-boundary fraction; the same as --set material.fraction=NAME.", () => BoundaryFractions.All.Names);
    private readonly Option<string?> _dataset = Named("--dataset", "NAME", "Diffusivity data set; the same as --set material.dataset=NAME.", () => new CasePaths(".", false).DataSetNames());

    public IReadOnlyList<Option> All => [_model, _fraction, _dataset];

    public IReadOnlyList<KeyValuePair<string, string>> Overrides(ParseResult parsed) =>
        [.. new[] { ("material.model", _model), ("material.fraction", _fraction), ("material.dataset", _dataset) }
            .Where(o => parsed.GetValue(o.Item2) is not null)
            .Select(o => KeyValuePair.Create(o.Item1, parsed.GetValue(o.Item2)!))];

    /// <summary>An option that takes a name and completes it.</summary>
    public static Option<string?> Named(string name, string valueName, string description, Func<IEnumerable<string>> names)
    {
        var option = new Option<string?>(name) { HelpName = valueName, Description = description };
        option.CompletionSources.Add(_ => names());
        return option;
    }
}
