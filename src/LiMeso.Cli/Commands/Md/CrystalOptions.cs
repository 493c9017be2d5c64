using System.CommandLine;
using System.Globalization;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cli.CommandLine;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cli.Commands.Md;

/// <summary>Options for a block of a built-in crystal, in place of a file.</summary>
internal sealed class CrystalOptions
{
    private const int MostCells = 1000;

    // m: shorter and longer than in any crystal, as in a case
    private static readonly Limits _latticeConstants = Limits.Between(1e-10, 2e-9);

    private readonly Option<string?> _crystal = new("--crystal") { HelpName = "NAME", Description = $"A block of a crystal instead of a file: {string.Join(", ", CrystalStructures.All.Names)}." };
    private readonly QuantityOption _latticeConstant = new("--lattice-constant", QuantityKind.Length, "A", null, "Lattice constant of the crystal, such as \"3.4876 A\"");
    private readonly Option<string?> _cells = new("--cells") { HelpName = "NX,NY,NZ", Description = "How often the crystal's cell repeats along x, y, z." };

    public CrystalOptions() => _crystal.CompletionSources.Add(_ => CrystalStructures.All.Names);

    public IEnumerable<Option> All => [_crystal, _latticeConstant.Option, _cells];

    /// <summary>The first of these options that was given; null for none.</summary>
    public string? FirstGiven(ParseResult parsed) => All.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false })?.Name;

    /// <summary>The atoms.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    /// <exception cref="InputException">An option is missing or cannot be used.</exception>
    public AtomicSystem Build(ParseResult parsed, double mass)
    {
        string name = Crystal(parsed);
        if (!CrystalStructures.All.Contains(name))
            throw new InputException(new SourceLocation(_crystal.Name), $"unknown {CrystalStructures.All.What} '{name}'", Suggestion.For(name, CrystalStructures.All.Names));
        return CrystalStructures.All[name].Build(_latticeConstant.Read(parsed, _latticeConstants), Cells(parsed), mass);
    }

    /// <summary>"bcc, 10 x 10 x 10 cells".</summary>
    public string Describe(ParseResult parsed)
    {
        (int x, int y, int z) = Cells(parsed);
        return FormattableString.Invariant($"{Crystal(parsed)}, {x} x {y} x {z} cells");
    }

    /// <summary>The keys of a case's section <c>structure</c> that the options stand for.</summary>
    public InputEntry[] Entries(ParseResult parsed)
    {
        (int X, int Y, int Z) cells = Cells(parsed);
        InputEntry Count(string key, int count) => CommandLineCase.Entry(key, count.ToString(CultureInfo.InvariantCulture), _cells.Name);
        return
        [
            CommandLineCase.Entry("crystal", Crystal(parsed), _crystal.Name),
            CommandLineCase.Entry("lattice-constant", _latticeConstant.Text(parsed), _latticeConstant.Option.Name),
            CommandLineCase.Entry("cells", CommandLineCase.Map([Count("x", cells.X), Count("y", cells.Y), Count("z", cells.Z)])),
        ];
    }

    private string Crystal(ParseResult parsed) => parsed.GetValue(_crystal) ?? throw QuantityOption.Missing(_crystal.Name);

    private (int X, int Y, int Z) Cells(ParseResult parsed)
    {
        string text = parsed.GetValue(_cells) ?? throw QuantityOption.Missing(_cells.Name);
        int[] counts = [.. text.Split(',').Select(n => int.TryParse(n.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and <= MostCells ? count : 0)];
        return counts is [> 0 and var x, > 0 and var y, > 0 and var z]
            ? (x, y, z)
            : throw new InputException(new SourceLocation(_cells.Name), $"expected three whole numbers from 1 to {MostCells}, found '{text}'", "Write for example 10,10,10.");
    }
}
