using System.Text.Json;
using LiMeso.Storage.Atoms;
using LiMeso.Storage.Files;
using LiMeso.Tests;

namespace LiMeso.Storage.Tests.Atoms;

public sealed class TrajectoryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Formats => [.. TrajectoryFormats.All.Names];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void ASE_reads_extended_XYZ_with_every_digit()
    {
        JsonElement[] frames = Seen("extxyz", "ase", "extxyz");
        for (int k = 0; k < 3; k++)
        {
            AtomFrame written = SampleFrames.Frame(k);
            Assert.Equal(written.Positions.ToArray(), Numbers(frames[k].GetProperty("positions")));
            Assert.Equal(written.Cell.Edges, Numbers(frames[k].GetProperty("cell")));
            Assert.Equal([true, true, false], frames[k].GetProperty("pbc").EnumerateArray().Select(p => p.GetBoolean()));
            Assert.Equal("Li", frames[k].GetProperty("symbols")[0].GetString());
            JsonElement arrays = frames[k].GetProperty("arrays");
            Assert.Equal(SampleFrames.Ids.Select(i => (double)i), Numbers(arrays.GetProperty("id")));
            Assert.Equal(written.Fields[0].Values.ToArray(), Numbers(arrays.GetProperty("energy")));
            Assert.Equal(written.Fields[1].Values.ToArray(), Numbers(arrays.GetProperty("centrosymmetry")));
            Assert.Equal(written.Time, frames[k].GetProperty("info").GetProperty("Time").GetDouble());
        }
    }

    // ASE turns what it reads into its own frame, whose origin is zero, and sorts by id
    [Fact]
    public void ASE_reads_the_LAMMPS_dump()
    {
        JsonElement[] frames = Seen("lammps-dump", "ase", "lammps-dump-text");
        for (int k = 0; k < 3; k++)
        {
            AtomFrame written = SampleFrames.Frame(k);
            Assert.Equal(written.Cell.Edges, Numbers(frames[k].GetProperty("cell")), (a, b) => Math.Abs(a - b) < 1e-12);
            int[] order = [.. Enumerable.Range(0, SampleFrames.Atoms).OrderBy(a => SampleFrames.Ids[a])];
            double[] found = Numbers(frames[k].GetProperty("positions"));
            double[] expected = [.. order.SelectMany(a => written.Positions.Slice(3 * a, 3).ToArray())];
            double[] shift = [.. found.Zip(expected, (f, e) => f - e)];
            Assert.All(Enumerable.Range(0, shift.Length), i => Assert.Equal(shift[i % 3], shift[i], 1e-12));
        }
    }

    [Fact]
    public void Python_sees_all_frames_of_H5MD_as_one_array_with_units()
    {
        JsonElement[] frames = Seen("h5md", "h5py", "");
        for (int k = 0; k < 3; k++)
        {
            AtomFrame written = SampleFrames.Frame(k);
            Assert.Equal(written.Positions.ToArray(), Numbers(frames[k].GetProperty("positions")));
            Assert.Equal(written.Cell.Edges, Numbers(frames[k].GetProperty("cell")));
            Assert.Equal([true, true, false], frames[k].GetProperty("pbc").EnumerateArray().Select(p => p.GetBoolean()));
            JsonElement arrays = frames[k].GetProperty("arrays");
            Assert.Equal(written.Velocities.ToArray(), Numbers(arrays.GetProperty("velocity")));
            Assert.Equal(written.Fields[1].Values.ToArray(), Numbers(arrays.GetProperty("centrosymmetry")));
            Assert.Equal("eV", frames[k].GetProperty("units").GetProperty("energy").GetString());
            Assert.Equal((written.Time, written.Step), (frames[k].GetProperty("info").GetProperty("Time").GetDouble(), frames[k].GetProperty("info").GetProperty("Step").GetInt64()));
        }
    }

    [Fact]
    public void ParaView_sees_points_times_and_every_number_of_a_PVD()
    {
        JsonElement[] frames = Seen("vtk", "vtk", "");
        for (int k = 0; k < 3; k++)
        {
            AtomFrame written = SampleFrames.Frame(k);
            Assert.Equal(written.Positions.ToArray(), Numbers(frames[k].GetProperty("positions")));
            Assert.Equal(written.Time, frames[k].GetProperty("info").GetProperty("Time").GetDouble());
            JsonElement arrays = frames[k].GetProperty("arrays");
            Assert.Equal(SampleFrames.Ids.Select(i => (double)i), Numbers(arrays.GetProperty("id")));
            Assert.Equal(written.Velocities.ToArray(), Numbers(arrays.GetProperty("velocity (A/ps)")));
            Assert.Equal(written.Fields[0].Values.ToArray(), Numbers(arrays.GetProperty("energy (eV)")));
            Assert.Equal(written.Fields[1].Values.ToArray(), Numbers(arrays.GetProperty("centrosymmetry (A^2)")));
        }
    }

    // The run wrote on after the last commit and was killed amid a frame.
    [Theory]
    [MemberData(nameof(Formats))]
    public void A_trajectory_continued_from_a_commit_has_the_bytes_of_one_that_was_never_interrupted(string name)
    {
        ITrajectoryFormat format = TrajectoryFormats.All[name];
        string whole = _directory["whole"], parts = _directory["parts"];
        using (ITrajectory trajectory = format.Begin(whole))
        {
            for (int k = 0; k < 6; k++) trajectory.Append(SampleFrames.Frame(k));
            trajectory.Commit();
        }

        long mark;
        string entry;
        using (ITrajectory trajectory = format.Begin(parts))
        {
            entry = Path.Combine(parts, trajectory.EntryFile);
            for (int k = 0; k < 2; k++) trajectory.Append(SampleFrames.Frame(k));
            mark = trajectory.Commit();
            for (int k = 2; k < 5; k++) trajectory.Append(SampleFrames.Frame(9));
        }

        if (new FileInfo(entry).Extension is ".xyz" or ".dump") File.AppendAllText(entry, "half a li");
        using (ITrajectory trajectory = format.Continue(parts, mark))
        {
            for (int k = 2; k < 6; k++) trajectory.Append(SampleFrames.Frame(k));
            trajectory.Commit();
        }

        Assert.Equal(Content(whole), Content(parts));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Beginning_anew_leaves_nothing_of_an_earlier_run(string name)
    {
        ITrajectoryFormat format = TrajectoryFormats.All[name];
        string reused = _directory["reused"], fresh = _directory["fresh"];
        foreach ((string directory, int frames) in (ReadOnlySpan<(string, int)>)[(reused, 4), (reused, 2), (fresh, 2)])
        {
            using ITrajectory trajectory = format.Begin(directory);
            for (int k = 0; k < frames; k++) trajectory.Append(SampleFrames.Frame(k));
            trajectory.Commit();
        }

        Assert.Equal(Content(fresh), Content(reused));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Frames_that_were_committed_and_are_gone_are_missed(string name)
    {
        ITrajectoryFormat format = TrajectoryFormats.All[name];
        string directory = _directory["short"];
        long mark;
        using (ITrajectory trajectory = format.Begin(directory))
        {
            for (int k = 0; k < 3; k++) trajectory.Append(SampleFrames.Frame(k));
            mark = trajectory.Commit();
        }

        string last = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last(f => name is "extxyz" or "lammps-dump" || f.Contains("000002", StringComparison.Ordinal));
        if (name is "extxyz" or "lammps-dump") File.WriteAllText(last, "cut");
        else File.Delete(last);
        Assert.ThrowsAny<IOException>(() => format.Continue(directory, mark));
    }

    [Fact]
    public void A_table_can_be_read_while_it_grows_and_continued_from_a_commit()
    {
        string path = _directory["thermo.csv"];
        string[] columns = ["time (ps)", "temperature (K)"];
        long mark;
        using (TableLog log = TableLog.Begin(path, columns))
        {
            log.Append([0, 300.1]);
            mark = log.Commit();
            log.Append([1, 1.0 / 3]);
            log.Commit();
            File.AppendAllText(path, "2,30");                        // a line cut short by a kill
        }

        (string[] names, double[][] values) = TableLog.Read(path);
        Assert.Equal(columns, names);
        Assert.Equal([300.1, 1.0 / 3], values[1]);
        using (TableLog log = TableLog.Continue(path, columns, mark))
        {
            log.Append([1, 7]);
            Assert.Throws<ArgumentException>(() => log.Append([1]));
        }

        Assert.Equal("time (ps),temperature (K)\n0,300.1\n1,7\n", File.ReadAllText(path));
        Assert.Throws<DamagedFileException>(() => TableLog.Continue(path, columns, 10_000));
    }

    private JsonElement[] Seen(string format, string program, string argument)
    {
        using ITrajectory trajectory = TrajectoryFormats.All[format].Begin(_directory[format]);
        for (int k = 0; k < 3; k++) trajectory.Append(SampleFrames.Frame(k));
        trajectory.Commit();
        string output = PythonScript.Run("read_atoms.py", program == "vtk" ? "ParaView or VTK" : program, program, Path.Combine(_directory[format], trajectory.EntryFile), argument);
        JsonElement[] frames = [.. JsonDocument.Parse(output[output.IndexOf('[', StringComparison.Ordinal)..]).RootElement.EnumerateArray()];
        Assert.Equal(3, frames.Length);
        return frames;
    }

    private static double[] Numbers(JsonElement list) => [.. Flat(list)];

    private static IEnumerable<double> Flat(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [element.GetDouble()];

    private static Dictionary<string, string> Content(string directory) =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(directory, f), f => Convert.ToHexString(File.ReadAllBytes(f)));
}
