using System.CommandLine;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Md;

/// <summary>The argument, or the option, that names atoms, and that of their box.</summary>
/// <param name="option">Name of the option for the file; null for an argument.</param>
internal sealed class AtomOptions(string? option = null)
{
    private const string Description = "LAMMPS data file: one element, atom_style atomic, metal units.";

    private readonly Argument<string> _argument = new("FILE") { Description = Description };
    private readonly Option<string>? _option = option is null ? null : new(option) { HelpName = "FILE", Description = Description, Required = true };
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
        command.Add(_boundary);
    }

    /// <summary>Name of the file.</summary>
    public string File(ParseResult parsed) => _option is null ? parsed.GetRequiredValue(_argument) : parsed.GetRequiredValue(_option);

    /// <summary>One letter a direction, as given.</summary>
    public string Boundary(ParseResult parsed) => parsed.GetValue(_boundary)!;

    /// <summary>The atoms.</summary>
    /// <exception cref="InputException">The file, or the option, cannot be used.</exception>
    public AtomicSystem Read(ParseResult parsed)
    {
        string boundary = parsed.GetValue(_boundary)!;
        if (boundary is not [('p' or 'f') and var x, ('p' or 'f') and var y, ('p' or 'f') and var z])
            throw new InputException(new SourceLocation("--boundary"), $"expected three letters p or f, found '{boundary}'", "ppp is periodic in all directions, ppf free along z.");
        return LammpsDataReader.Read(File(parsed), (x == 'p', y == 'p', z == 'p'));
    }
}
