using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Structures.LammpsData;

/// <summary>
/// Reads LAMMPS data files of one element in <c>metal</c> units: <c>atom_style atomic</c>, boxes with right angles or sheared ones, masses, atoms with or without image flags, velocities.
/// Whatever else a file holds is refused by its line.
/// </summary>
/// <remarks>Format: LAMMPS documentation, <c>read_data</c>. A data file does not say which directions are periodic.</remarks>
public static class LammpsDataReader
{
    private const string Masses = "Masses", Atoms = "Atoms", Velocities = "Velocities";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="periodic">Whether the cell repeats along A, B, C; in all directions when null.</param>
    /// <param name="shownAs">The path to show in messages; the path itself when null.</param>
    /// <returns>The atoms in the order of the file, image flags added to their positions.</returns>
    /// <exception cref="InputException">The file is missing or cannot be used.</exception>
    public static AtomicSystem Read(string path, (bool A, bool B, bool C)? periodic = null, string? shownAs = null)
    {
        if (!File.Exists(path)) throw new InputException(new SourceLocation(shownAs ?? path), "no such file");
        using var text = new StreamReader(path);
        return Parse(text, shownAs ?? path, periodic);
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The content of a data file.</param>
    /// <param name="shownAs">The file name to show in messages.</param>
    /// <param name="periodic">Whether the cell repeats along A, B, C; in all directions when null.</param>
    /// <exception cref="InputException">The text cannot be used.</exception>
    public static AtomicSystem Parse(TextReader text, string shownAs, (bool A, bool B, bool C)? periodic = null)
    {
        var lines = new Lines(text, shownAs);
        var header = new DataHeader();
        while (lines.Peek() is { } line && !IsSectionName(line)) header.Read(lines.Next("a section"));
        SimulationBox box = header.Box(lines.Peek() ?? lines.End(), periodic ?? (true, true, true));

        double? mass = null;
        AtomTable? atoms = null;
        double[]? velocities = null;
        while (lines.Peek() is not null)
        {
            DataLine name = lines.Next("a section");
            switch (name.Text)
            {
                case Masses when mass is null:
                    mass = ReadMass(lines);
                    break;
                case Atoms when atoms is null:
                    if (name.Comment is not ("" or "atomic")) throw name.Wrong($"expected atoms of style atomic, found '{name.Comment}'", advice: "Write it with 'atom_style atomic'.");
                    atoms = AtomTable.Read(lines, header.Atoms, box);
                    break;
                case Velocities when velocities is null:
                    velocities = (atoms ?? throw name.Wrong("the velocities stand before the atoms that they belong to")).ReadVelocities(lines);
                    break;
                case Masses or Atoms or Velocities:
                    throw name.Wrong($"the section '{name.Text}' is there twice");
                default:
                    throw name.Wrong($"expected one of the sections {Masses}, {Atoms}, {Velocities}, found '{name.Text}'", advice: IsSectionName(name) ? null : "Has the section before it more lines than it should?");
            }
        }

        if (mass is null) throw lines.End().Wrong($"the file ends without the section '{Masses}'", advice: "Write 'Masses', an empty line, and '1 6.94' before the atoms.");
        if (atoms is null) throw lines.End().Wrong($"the file ends without the section '{Atoms}'");
        var system = new AtomicSystem(box, atoms.Positions, mass.Value, atoms.Ids);
        velocities?.CopyTo(system.Velocities, 0);
        return system;
    }

    private static bool IsSectionName(DataLine line) => char.IsAsciiLetter(line[0][0]);

    private static double ReadMass(Lines lines)
    {
        DataLine line = lines.Next("the mass of atom type 1");
        if (line.Count != 2) throw line.Wrong($"expected an atom type and its mass, found {line.Count} values");
        if (line.WholeNumber(0, "atom type") != 1) throw line.Wrong($"expected the mass of atom type 1, found that of type {line[0]}", 0);
        double mass = line.Real(1, "mass");
        return mass > 0 ? mass : throw line.Wrong($"the mass must be greater than 0, found '{line[1]}'", 1);
    }

    /// <summary>The lines that hold something, one after the other.</summary>
    internal sealed class Lines
    {
        private readonly TextReader _text;
        private readonly string _file;
        private DataLine? _ahead;
        private int _number;

        public Lines(TextReader text, string file)
        {
            (_text, _file) = (text, file);
            // The first line is a title, whatever stands in it.
            if (_text.ReadLine() is null) throw new InputException(new SourceLocation(file, 1), "the file is empty");
            _number = 1;
        }

        public DataLine? Peek()
        {
            while (_ahead is null && _text.ReadLine() is { } text)
            {
                var line = new DataLine(_file, ++_number, text);
                if (line.Count > 0) _ahead = line;
            }

            return _ahead;
        }

        public DataLine Next(string expected)
        {
            DataLine line = Peek() ?? throw End().Wrong($"the file ends where {expected} was expected");
            _ahead = null;
            return line;
        }

        public DataLine End() => new(_file, _number, "");
    }
}
