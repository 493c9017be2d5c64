namespace LiMeso.Atomistics.Structures.LammpsData;

/// <summary>The section <c>Atoms</c>: id, type, x, y, z and perhaps three image flags a line.</summary>
internal sealed class AtomTable
{
    private readonly Dictionary<int, int> _indexOfId;

    private AtomTable(int count)
    {
        (Ids, Positions) = (new int[count], new double[3 * count]);
        _indexOfId = new(count);
    }

    public int[] Ids { get; }

    /// <summary>Unwrapped positions, 3 n, Å.</summary>
    public double[] Positions { get; }

    public static AtomTable Read(LammpsDataReader.Lines lines, int count, SimulationBox box)
    {
        var table = new AtomTable(count);
        for (int i = 0; i < count; i++)
        {
            DataLine line = lines.Next($"atom {i + 1} of {count}");
            if (line.Count is not (5 or 8))
                throw line.Wrong($"expected id, type, x, y, z and perhaps three image flags for atom {i + 1} of {count}, found '{line.Text}'");
            if (line.WholeNumber(1, "atom type") != 1) throw line.Wrong($"atom type: expected 1, found '{line[1]}'", 1);
            table.Add(i, line, box);
        }

        return table;
    }

    public double[] ReadVelocities(LammpsDataReader.Lines lines)
    {
        double[] velocities = new double[Positions.Length];
        bool[] seen = new bool[Ids.Length];
        for (int k = 0; k < Ids.Length; k++)
        {
            DataLine line = lines.Next($"velocity {k + 1} of {Ids.Length}");
            if (line.Count != 4) throw line.Wrong($"expected id, vx, vy, vz for velocity {k + 1} of {Ids.Length}, found '{line.Text}'");
            int id = line.WholeNumber(0, "atom id");
            if (!_indexOfId.TryGetValue(id, out int i)) throw line.Wrong($"there is no atom {id}", 0);
            if (seen[i]) throw line.Wrong($"atom {id} has two velocities", 0);
            seen[i] = true;
            line.Vector(1, "velocity").CopyTo(velocities.AsSpan(3 * i));
        }

        return velocities;
    }

    private void Add(int index, DataLine line, SimulationBox box)
    {
        int id = line.WholeNumber(0, "atom id");
        if (id <= 0) throw line.Wrong($"atom id: expected a number greater than 0, found '{line[0]}'", 0);
        if (!_indexOfId.TryAdd(id, index)) throw line.Wrong($"atom {id} is there twice", 0);
        Ids[index] = id;
        Vector3 position = line.Vector(2, "position");
        if (line.Count == 8)
        {
            var flags = new ImageFlags(Flag(line, 5, box.Periodic.A), Flag(line, 6, box.Periodic.B), Flag(line, 7, box.Periodic.C));
            if (flags != default) position += PeriodicImages.Shift(box, flags);
        }

        position.CopyTo(Positions.AsSpan(3 * index));
    }

    private static int Flag(DataLine line, int word, bool periodic)
    {
        int flag = line.WholeNumber(word, "image flag");
        return periodic || flag == 0 ? flag : throw line.Wrong($"image flag: expected 0 in a direction that is not periodic, found '{line[word]}'", word);
    }
}
