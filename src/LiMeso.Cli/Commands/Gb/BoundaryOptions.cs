using System.CommandLine;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cli.CommandLine;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Gb;

/// <summary>The argument and the options that say which boundary: those of a case's section <c>boundary</c>.</summary>
internal sealed class BoundaryOptions
{
    private readonly Argument<string?> _id = new("ID") { Arity = ArgumentArity.ZeroOrOne, Description = "Id or label of a boundary in the catalogue: 'limeso gb list'." };
    private readonly Option<string?> _latticeConstant = new("--lattice-constant") { HelpName = "VALUE" };

    // each option, and the key that it stands for
    private readonly (string Key, Option<string?> Option)[] _keys;

    private readonly bool _isOfAnyCrystal;

    /// <param name="latticeConstantIsRequired">Whether there is no potential that knows it.</param>
    /// <param name="isOfAnyCrystal">Whether a boundary that is none of the catalogue may be one of another crystal than bcc.</param>
    public BoundaryOptions(bool latticeConstantIsRequired, bool isOfAnyCrystal = false)
    {
        _isOfAnyCrystal = isOfAnyCrystal;
        _id.CompletionSources.Add(_ => BoundaryCatalogue.All.Select(b => b.Id));
        _latticeConstant.Required = latticeConstantIsRequired;
        _latticeConstant.Description = latticeConstantIsRequired ? "Lattice constant, such as \"3.5 A\"." : "Lattice constant (default: that of the potential at zero temperature).";
        _keys =
        [
            ("axis", Option("--axis", "UVW", "Axis of the misorientation, such as \"0 0 1\", instead of an id.")),
            ("plane", Option("--plane", "HKL", "Normal of the boundary plane in the first grain: at right angles to the axis for a tilt, along it for a twist.")),
            ("angle", Option("--angle", "VALUE", "Angle of a twist, such as \"36.87 deg\"; for a tilt it may stand for the plane.")),
            ("kind", Option("--kind", "NAME", "tilt or twist, where no plane says it.")),
            .. isOfAnyCrystal ? [(BoundarySettings.CrystalKey, Crystal())] : Array.Empty<(string, Option<string?>)>(),
            ("lattice-constant", _latticeConstant),
            ("separation", Option("--separation", "VALUE", "Least distance between the two boundaries (default: \"60 A\").")),
            ("min-width", Option("--min-width", "VALUE", "Least lengths of the cell along the boundary: its periods repeat until they are reached (default: \"0 A\").")),
        ];
    }

    public void AddTo(Command command)
    {
        command.Add(_id);
        foreach ((_, Option<string?> option) in _keys) command.Add(option);
    }

    /// <summary>The section <c>boundary</c> that the command line stands for.</summary>
    public InputMap Section(ParseResult parsed)
    {
        List<InputEntry> entries = [];
        if (parsed.GetValue(_id) is { } id) entries.Add(CommandLineCase.Entry("id", id, "ID"));
        foreach ((string key, Option<string?> option) in _keys)
        {
            if (parsed.GetValue(option) is { } value) entries.Add(CommandLineCase.Entry(key, value, option.Name));
        }

        return CommandLineCase.Map([.. entries]);
    }

    /// <summary>The boundary.</summary>
    /// <exception cref="InputException">There is no such boundary.</exception>
    public BoundarySettings Read(ParseResult parsed) => NodeSectionReader.Read<BoundarySettings>(Section(parsed), "", _isOfAnyCrystal ? BoundarySettings.ReadOfAnyCrystal : BoundarySettings.Read);

    private static Option<string?> Crystal()
    {
        Option<string?> crystal = Option($"--{BoundarySettings.CrystalKey}", "NAME", $"Crystal of a boundary that is given by its axis: {string.Join(", ", CubicLattice.All.Names)} (default: {BoundarySettings.DefaultCrystal}).");
        crystal.CompletionSources.Add(_ => CubicLattice.All.Names);
        return crystal;
    }

    private static Option<string?> Option(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
