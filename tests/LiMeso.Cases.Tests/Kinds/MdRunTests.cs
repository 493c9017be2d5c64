using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using LiMeso.Cases.Files;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class MdRunTests
{
    private const string Crystal = """
        kind: md-run
        title: A vacancy in warm lithium
        structure: {crystal: bcc, lattice-constant: 3.55 A, cells: {x: 3, y: 4, z: 3}, vacancies: 1}
        seed: 7
        frozen:
          - {direction: y, centre: 0.25, width: 1 A}
        stages:
          - {name: relax, duration: 0.2 ps, temperature: 400 K, barostat: mtk-per-direction, pressure: 1 bar}
          - {name: heat, duration: 0.2 ps, temperature: 400 K, end-temperature: 600 K, thermostat: langevin}
          - {name: keep, duration: 0.2 ps, thermostat: none}
        output: {thermo-interval: 0.01 ps, trajectory: [extxyz, lammps-dump, vtk, h5md], trajectory-interval: 0.05 ps, checkpoint-steps: 37}
        analysis: {interval: 0.01 ps, longest-time: 0.05 ps}
        """;

    private static readonly string[] _files = ["thermo.csv", "final.lmp", "trajectory/trajectory.xyz", "trajectory/trajectory.dump", "trajectory/atoms.pvd", "trajectory/vtp/000012.vtp", "trajectory/trajectory.h5"];

    [Fact]
    public void A_run_leaves_what_its_report_promises_and_counts_what_is_frozen()
    {
        using TemporaryCase made = TemporaryCase.FromText(Crystal);
        string output = made.OutputOf("run");
        CaseRunner.Run(CaseDirectory.Open(made.Path), new RunOptions { Output = output }, SilentLog.Instance, TestContext.Current.CancellationToken);
        ResultData results = ResultDataFile.Read(Path.Combine(output, ResultDataFile.FileName));
        foreach (string file in _files)
            Assert.True(File.Exists(Path.Combine(output, file)), file);
        Assert.Equal(71, results.Number("atoms"));
        Assert.Equal(300, results.Number("steps"));
        Assert.Equal(1 + 60, results.Values("thermo/time").Length);
        Assert.Equal(3 * 71 - 2 - 9, results.Number("degrees_of_freedom"));     // x and z of total momentum are kept; y of nine atoms is frozen
        Assert.InRange(results.Number("stage_2.temperature_K"), 250, 700);
        Assert.InRange(Math.Abs(results.Number("stage_3.conserved_energy_drift_meV_ns_atom")), 0, 5000);
        Assert.Contains("trajectory/atoms.pvd", File.ReadAllText(Path.Combine(output, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_one_run_is_the_start_of_another()
    {
        using TemporaryCase first = TemporaryCase.FromText(Crystal), second = TemporaryCase.FromText("""
            kind: md-run
            title: It goes on
            structure: {file: start.lmp}
            time-step: 1 fs
            stages:
              - {name: go on, duration: 1 fs, thermostat: none}
            output: {thermo-interval: 1 fs, trajectory: none}
            """);
        ResultData before = first.Compute();
        File.Copy(first.OutputOf("final.lmp"), Path.Combine(second.Path, "start.lmp"));
        ResultData after = second.Compute();
        // the same atoms and velocities; total momentum of y now counts as conserved
        Assert.Equal(before.Values("thermo/potential_energy")[^1], after.Values("thermo/potential_energy")[0], 1e-9);
        Assert.Equal(before.Values("thermo/kinetic_energy")[^1], after.Values("thermo/kinetic_energy")[0], 1e-9);
        Assert.Contains("start.lmp", second.Prepare().DataSetHashes.Keys);
    }

    // stopped in each stage, at the step that the observers and the checkpoint know differently
    [Fact]
    public void A_run_that_is_interrupted_again_and_again_has_the_same_bits()
    {
        using TemporaryCase made = TemporaryCase.FromText(Crystal);
        CaseDirectory directory = CaseDirectory.Open(made.Path);
        string whole = made.OutputOf("whole"), parts = made.OutputOf("parts");
        CaseRunner.Run(directory, new RunOptions { Output = whole }, SilentLog.Instance, TestContext.Current.CancellationToken);

        int interruptions = 0;
        foreach (int checkpoints in (int[])[1, 3, 2, 1])
        {
            using var stop = new CancellationTokenSource();
            using var watch = new StopAfterCheckpoints(parts, checkpoints, stop);
            try
            {
                CaseRunner.Run(directory, new RunOptions { Output = parts, Resume = interruptions > 0 }, SilentLog.Instance, stop.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                interruptions++;
            }
        }

        Assert.True(interruptions > 0);
        CaseRunner.Run(directory, new RunOptions { Output = parts, Resume = true }, SilentLog.Instance, TestContext.Current.CancellationToken);
        ResultData one = ResultDataFile.Read(Path.Combine(whole, ResultDataFile.FileName)), two = ResultDataFile.Read(Path.Combine(parts, ResultDataFile.FileName));
        Assert.Equal(one.Numbers, two.Numbers);
        foreach (ResultArray array in one.Arrays.Values) Assert.Equal(array.Values, two.Values(array.Name));
        AssertSameFiles(whole, parts);
    }

    [Fact]
    public void How_often_checkpoints_are_taken_changes_no_byte()
    {
        using TemporaryCase made = TemporaryCase.FromText(Crystal);
        string rarely = made.OutputOf("rarely"), often = made.OutputOf("often");
        foreach ((string output, string steps) in (ReadOnlySpan<(string, string)>)[(rarely, "37"), (often, "1")])
            CaseRunner.Run(CaseDirectory.Open(made.Path, [KeyValuePair.Create("output.checkpoint-steps", steps)]), new RunOptions { Output = output }, SilentLog.Instance, TestContext.Current.CancellationToken);
        AssertSameFiles(rarely, often);
    }

    [Fact]
    public void Energies_of_atoms_in_the_last_frame_add_up_to_that_of_the_log()
    {
        using TemporaryCase made = TemporaryCase.FromText(Crystal);
        ResultData results = made.Compute();
        double energy = results.Values("thermo/potential_energy")[^1];
        using Hdf5File frame = Hdf5File.OpenVerified(made.OutputOf("trajectory/frames/000012.h5"));
        using Hdf5Dataset inHdf5 = frame.OpenDataset("energy");
        foreach (double[] energies in (double[][])[inHdf5.ReadDoubles(), PointArray(made.OutputOf("trajectory/vtp/000012.vtp"), "energy (eV)", 71)])
        {
            Assert.Equal(71, energies.Length);
            Assert.Equal(energy, energies.Sum(), 1e-10);
        }

        // atoms beside the vacancy lack a neighbour: none of them is a centre of symmetry, and all vibrate
        Assert.All(PointArray(made.OutputOf("trajectory/vtp/000012.vtp"), "centrosymmetry (A^2)", 71), c => Assert.InRange(c, 1e-6, 100));
    }

    private static void AssertSameFiles(string one, string two)
    {
        foreach (string file in _files) Assert.Equal(File.ReadAllBytes(Path.Combine(one, file)), File.ReadAllBytes(Path.Combine(two, file)));
    }

    // an array of a VTK file: its offset stands in the head, and its bytes behind the underscore, after their number in 64 bits
    private static double[] PointArray(string path, string name, int points)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int head = bytes.AsSpan().IndexOf("<AppendedData encoding=\"raw\">\n_"u8);
        Match array = Regex.Match(Encoding.UTF8.GetString(bytes, 0, head), $"Name=\"{Regex.Escape(name)}\"[^>]* offset=\"([0-9]+)\"");
        Assert.True(array.Success, $"no array '{name}'");
        int start = head + "<AppendedData encoding=\"raw\">\n_".Length + int.Parse(array.Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(sizeof(double) * points, BitConverter.ToInt64(bytes, start));
        return MemoryMarshal.Cast<byte, double>(bytes.AsSpan(start + sizeof(long), sizeof(double) * points)).ToArray();
    }

    [Theory]
    [InlineData("temperature: 400 K, barostat", "barostat", "need a temperature", 8)]
    [InlineData("thermostat: langevin", "thermostat: lengevin", "Did you mean 'langevin'?", 9)]
    [InlineData("duration: 0.2 ps, thermostat: none", "duration: 0.2 ps, thermostat: none, end-temperature: 3 K", "takes no 'end-temperature'", 10)]
    [InlineData("thermostat: langevin", "thermostat: langevin, pressure: 1 bar", "takes no 'pressure'", 9)]
    [InlineData("structure: {crystal: bcc", "structure: {file: no.lmp, crystal: bcc", "takes no 'crystal'", 3)]
    [InlineData("structure: {crystal: bcc, lattice-constant: 3.55 A, cells: {x: 3, y: 4, z: 3}, vacancies: 1}", "structure: {file: no.lmp}", "does not exist", 3)]
    [InlineData("vacancies: 1", "vacancies: 72", "the block has 72 sites", 3)]
    [InlineData("seed: 7", "potential: {library: a}", "needs both", 4)]
    [InlineData("longest-time: 0.05 ps", "longest-time: 0.01 ps", "fewer than two intervals", 12)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        Core.Input.InputException refusal = TemporaryCase.Refusal(Crystal.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }

    // Asks to stop once so many checkpoints have been written: amid the steps that follow.
    private sealed class StopAfterCheckpoints : IDisposable
    {
        private readonly Thread _watcher;
        private volatile bool _done;

        public StopAfterCheckpoints(string results, int count, CancellationTokenSource stop)
        {
            string folder = Path.Combine(results, "checkpoints");
            int Newest() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.h5").Select(f => int.TryParse(Path.GetFileNameWithoutExtension(f), out int n) ? n : -1).DefaultIfEmpty(-1).Max() : -1;
            int before = Newest();
            _watcher = new Thread(() =>
            {
                while (!_done && Newest() < before + count) Thread.Sleep(1);
                if (!_done) stop.Cancel();
            });
            _watcher.Start();
        }

        public void Dispose()
        {
            _done = true;
            _watcher.Join();
        }
    }
}
