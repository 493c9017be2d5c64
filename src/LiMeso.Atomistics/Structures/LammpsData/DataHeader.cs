using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Structures.LammpsData;

/// <summary>The part of a data file before its sections: how many atoms, and the box.</summary>
internal sealed class DataHeader
{
    private static readonly string[] _bounds = ["xlo xhi", "ylo yhi", "zlo zhi"];

    private readonly (double Low, double High)?[] _ends = new (double, double)?[3];
    private int? _atoms, _types;
    private (double Xy, double Xz, double Yz)? _tilt;

    /// <summary>Number of atoms; known after <see cref="Box"/>.</summary>
    public int Atoms => _atoms!.Value;

    /// <summary>Reads a line of the header.</summary>
    /// <exception cref="InputException">The line is none that is understood.</exception>
    public void Read(DataLine line)
    {
        if (line.Count >= 4 && Array.IndexOf(_bounds, $"{line[2]} {line[3]}") is int axis and >= 0) ReadBounds(line, axis);
        else if (line.Count >= 6 && $"{line[3]} {line[4]} {line[5]}" == "xy xz yz") _tilt = (line.Real(0, "xy"), line.Real(1, "xz"), line.Real(2, "yz"));
        else if (line.Count == 2 && line[1] == "atoms") _atoms = Positive(line, "number of atoms");
        else if (line.Count == 3 && line[1] == "atom" && line[2] == "types") ReadTypes(line);
        else if (!IsCountOfNothing(line))
            throw line.Wrong($"'{line.Text}' is not understood", 0, "A header holds 'N atoms', '1 atom types', 'xlo xhi', 'ylo yhi', 'zlo zhi' and perhaps 'xy xz yz'.");
    }

    /// <summary>The box.</summary>
    /// <param name="line">The first line after the header, to be blamed.</param>
    /// <param name="periodic">Whether the cell repeats along A, B, C.</param>
    /// <exception cref="InputException">The header lacks something.</exception>
    public SimulationBox Box(DataLine line, (bool A, bool B, bool C) periodic)
    {
        if (_atoms is null) throw Missing(line, "N atoms");
        if (_types is null) throw Missing(line, "1 atom types");
        for (int axis = 0; axis < 3; axis++)
        {
            if (_ends[axis] is null) throw Missing(line, $"LOW HIGH {_bounds[axis]}");
        }

        ((double Low, double High) x, (double Low, double High) y, (double Low, double High) z) = (_ends[0]!.Value, _ends[1]!.Value, _ends[2]!.Value);
        (double xy, double xz, double yz) = _tilt ?? default;
        return new SimulationBox(new(x.Low, y.Low, z.Low), new(x.High - x.Low, y.High - y.Low, z.High - z.Low), xy, xz, yz, periodic);
    }

    private void ReadBounds(DataLine line, int axis)
    {
        double low = line.Real(0, "lower bound"), high = line.Real(1, "upper bound");
        if (!(high > low)) throw line.Wrong($"the upper bound must be greater than the lower one, found {line[0]} and {line[1]}", 1);
        _ends[axis] = (low, high);
    }

    private void ReadTypes(DataLine line)
    {
        _types = Positive(line, "number of atom types");
        if (_types != 1) throw line.Wrong($"expected '1 atom types', found {_types}", 0, "LiMeso treats one element.");
    }

    private static int Positive(DataLine line, string what) =>
        line.WholeNumber(0, what) is int count and > 0 ? count : throw line.Wrong($"{what}: expected a number greater than 0, found '{line[0]}'", 0);

    // "0 bonds" and the like say that there is nothing to misunderstand.
    private static bool IsCountOfNothing(DataLine line) =>
        line.Count >= 2 && line[0] == "0" && line[^1] is "bonds" or "angles" or "dihedrals" or "impropers" or "types" or "ellipsoids" or "lines" or "triangles" or "bodies";

    private static InputException Missing(DataLine line, string what) => line.Wrong($"the header has no line '{what}'");
}
