using System.CommandLine;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Cli.CommandLine;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Md;

/// <summary>What names atoms: an argument or an option for a file, options for a crystal instead; and the option for their box.</summary>
/// <param name="option">Name of the option for the file; null for an argument.</param>
internal sealed class AtomOptions(string? option = null)
{
    private const string Description = "LAMMPS data file: one element, atom_style atomic, metal units.";

    private readonly Argument<string?> _argument = new("FILE") { Description = Description, Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?>? _option = option is null ? null : new(option) { HelpName = "FILE", Description = Description };
    private readonly CrystalOptions _crystal = new();
    private readonly Option<string> _boundary = new("--boundary")
    {
        HelpName = "XYZ",
        Description = "One letter a direction, p for periodic, f for free, as a data file does not say (default: ppp).",
        DefaultValueFactory = _ => "ppp",
    };

    public void AddTo(Command command)
    {
        if (_option is null) command.Add(_argument);
        else command.Add(_option);
        foreach (Option of in _crystal.All) command.Add(of);
        command.Add(_boundary);
    }

    /// <summary>The name of the file without its folder, or the crystal.</summary>
    public string Name(ParseResult parsed) => File(parsed) is { } file ? Path.GetFileName(file) : _crystal.Describe(parsed);

    /// <summary>The atoms.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="mass">Mass of an atom of a crystal, g/mol; a file has its own.</param>
    /// <exception cref="InputException">The file, or an option, cannot be used.</exception>
    public AtomicSystem Read(ParseResult parsed, double mass)
    {
        string boundary = parsed.GetValue(_boundary)!;
        if (boundary is not [('p' or 'f') and var x, ('p' or 'f') and var y, ('p' or 'f') and var z])
            throw new InputException(new SourceLocation(_boundary.Name), $"expected three letters p or f, found '{boundary}'", "ppp is periodic in all directions, ppf free along z.");
        (bool, bool, bool) periodic = (x == 'p', y == 'p', z == 'p');
        if (File(parsed) is { } file) return LammpsDataReader.Read(file, periodic);
        AtomicSystem system = _crystal.Build(parsed, mass);
        system.Box = system.Box with { Periodic = periodic };
        return system;
    }

    /// <summary>The section <c>structure</c> of a case that the options stand for: a file by its full path.</summary>
    /// <exception cref="InputException">Atoms are missing, or named twice.</exception>
    public InputMap Structure(ParseResult parsed) => CommandLineCase.Map(
    [
        .. File(parsed) is { } file ? [CommandLineCase.Entry("file", Path.GetFullPath(file), file)] : _crystal.Entries(parsed),
        CommandLineCase.Entry("boundary", parsed.GetValue(_boundary)!, _boundary.Name),
    ]);

    // null for a crystal
    private string? File(ParseResult parsed)
    {
        string? file = _option is null ? parsed.GetValue(_argument) : parsed.GetValue(_option), ofCrystal = _crystal.FirstGiven(parsed);
        if (file is not null && ofCrystal is not null) throw new InputException(new SourceLocation(ofCrystal), "atoms are given by a file and as a crystal", "Leave one out.");
        if (file is null && ofCrystal is null)
            throw new InputException(null, $"{_option?.Name ?? _argument.Name} is missing", "Name a LAMMPS data file, or a crystal: --crystal bcc --lattice-constant \"3.4876 A\" --cells 10,10,10.");
        return file;
    }
}
