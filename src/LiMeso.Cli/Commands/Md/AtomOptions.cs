using System.CommandLine;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Md;

/// <summary>The argument and the option that name atoms.</summary>
internal sealed class AtomOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "LAMMPS data file: one element, atom_style atomic, metal units." };
    private readonly Option<string> _boundary = new("--boundary")
    {
        HelpName = "XYZ",
        Description = "One letter a direction, p for periodic, f for free, as a data file does not say (default: ppp).",
        DefaultValueFactory = _ => "ppp",
    };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_boundary);
    }

    /// <summary>Name of the file.</summary>
    public string File(ParseResult parsed) => parsed.GetRequiredValue(_file);

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
