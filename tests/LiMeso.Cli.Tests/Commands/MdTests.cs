using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class MdTests : IDisposable
{
    // LAMMPS with the same potential, rc = 4.8 Å: energy per atom and lattice constant of bcc lithium
    private const double Energy = -1.649745168, LatticeConstant = 3.487567;

    private readonly Workplace _work = new();
    private readonly string _atoms;

    public MdTests() => _atoms = _work.Write("atoms.lmp", Atoms(3.55));

    public void Dispose() => _work.Dispose();

    [Fact]
    public void The_energy_of_a_perfect_crystal_is_that_of_LAMMPS()
    {
        string crystal = _work.Write("crystal.lmp", Atoms(LatticeConstant));
        JsonObject root = TheProgram.Json(_work.Folder, "md", "energy", crystal, "--potential", "li-kim-2012");
        Assert.Equal(16, (int)root["atoms"]!);
        Assert.Equal(16 * Energy, (double)root["energy_eV"]!, 1e-7);
        Assert.Equal(["xx", "yy", "zz", "xy", "xz", "yz"], ((JsonObject)root["pressure_bar"]!).Select(p => p.Key));
        Assert.All((JsonObject)root["pressure_bar"]!, p => Assert.InRange((double)p.Value!, -0.1, 0.1));
    }

    [Fact]
    public void A_built_in_crystal_is_as_good_as_its_file()
    {
        string[] block = ["--crystal", "bcc", "--lattice-constant", "3.55 A", "--cells", "2,2,2"];
        JsonNode Same(params string[] command) => TheProgram.Json(_work.Folder, command);
        Assert.Equal((double)Same("md", "energy", _atoms)["energy_eV"]!, (double)Same(["md", "energy", .. block])["energy_eV"]!, 1e-12);
        Assert.Equal(16, (int)Same(["md", "benchmark", "--steps", "1", .. block])["atoms"]!);
        Assert.Equal((double)Same("md", "relax", _atoms, "-o", "one.lmp", "--box", "full")["energy_eV"]!, (double)Same(["md", "relax", "-o", "two.lmp", "--box", "full", .. block])["energy_eV"]!, 1e-12);
        Same("md", "run", _atoms, "-o", "file", "--time", "0.04 ps", "--temperature", "300 K", "--trajectory", "none");
        Same(["md", "run", "-o", "crystal", "--time", "0.04 ps", "--temperature", "300 K", "--trajectory", "none", .. block]);
        // the same atoms in the same order, with the same velocities
        Assert.Equal(File.ReadAllLines(_work["file/thermo.csv"]), File.ReadAllLines(_work["crystal/thermo.csv"]));
    }

    [Fact]
    public void Forces_go_into_a_table_that_is_never_replaced_unasked()
    {
        string table = _work["forces.csv"];
        TheProgram.Json(_work.Folder, "md", "energy", _atoms, "--forces", table);
        string[] lines = File.ReadAllLines(table);
        Assert.Equal(("id,x,y,z,fx,fy,fz,pe", 17), (lines[0], lines.Length));
        double sum = lines[1..].Sum(l => double.Parse(l.Split(',')[^1], CultureInfo.InvariantCulture));
        Assert.Equal((double)TheProgram.Json(_work.Folder, "md", "energy", _atoms)["energy_eV"]!, sum, 1e-10);
        Outcome again = TheProgram.RunIn(_work.Folder, "md", "energy", _atoms, "--forces", table);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("exists already", again.Errors);
        TheProgram.Json(_work.Folder, "md", "energy", _atoms, "--forces", table, "--overwrite");
    }

    [Fact]
    public void The_two_files_of_LAMMPS_give_the_potential_that_they_ship_as()
    {
        string shipped = Path.Combine(Repository.Root, "src", "LiMeso.Atomistics", "Meam", "Shipped");
        JsonObject files = TheProgram.Json(_work.Folder, "md", "energy", _atoms,
            "--library", Path.Combine(shipped, "library.meam"), "--parameters", Path.Combine(shipped, "li-kim-2012-archived.meam"), "--element", "Li");
        JsonObject named = TheProgram.Json(_work.Folder, "md", "energy", _atoms, "--potential", "li-kim-2012-archived");
        Assert.Equal((double)named["energy_eV"]!, (double)files["energy_eV"]!);
    }

    [Fact]
    public void A_stretched_crystal_relaxes_to_its_lattice_constant_into_a_new_file()
    {
        string relaxed = _work["relaxed.lmp"];
        string[] command = ["md", "relax", _atoms, "-o", relaxed, "--box", "full", "--stress-tolerance", "0.1 bar"];
        JsonObject root = TheProgram.Json(_work.Folder, command);
        Assert.Equal(16 * Energy, (double)root["energy_eV"]!, 1e-6);
        Assert.Equal(8 * Math.Pow(LatticeConstant, 3), (double)root["volume_A3"]!, 1e-2);   // 0.1 bar over 13 GPa, and the printed digits of a
        Assert.Equal((double)root["energy_eV"]!, (double)TheProgram.Json(_work.Folder, "md", "energy", relaxed)["energy_eV"]!, 1e-9);
        Assert.Equal(2, TheProgram.RunIn(_work.Folder, command).ExitCode);
        TheProgram.Json(_work.Folder, [.. command, "--overwrite"]);
    }

    [Fact]
    public void A_relaxation_that_does_not_converge_writes_nothing_and_says_so()
    {
        Outcome outcome = TheProgram.RunIn(_work.Folder, "md", "relax", _atoms, "-o", _work["none.lmp"], "--box", "full", "--max-evaluations", "3");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("did not converge", outcome.Errors);
        Assert.False(File.Exists(_work["none.lmp"]));
    }

    [Fact]
    public void Properties_stand_beside_those_of_LAMMPS_and_published_ones()
    {
        JsonObject root = TheProgram.Json(_work.Folder, "md", "properties", "--only", "lattice-constant", "--only", "c11");
        var rows = (JsonArray)root["properties"]!;
        Assert.Equal(["lattice-constant", "c11"], rows.Select(r => (string)r!["name"]!));
        Assert.Equal(LatticeConstant, (double)rows[0]!["value"]!, 1e-6);
        Assert.Equal((LatticeConstant, 14.8), ((double)rows[0]!["lammps"]!["value"]!, (double)rows[1]!["published"]!["value"]!));
        Outcome text = TheProgram.Run("md", "properties", "--only", "lattice-constant");
        Assert.Contains("Kim", text.Output);
        Assert.Contains("3.487567", text.Output);
    }

    [Fact]
    public void The_speed_of_atoms_is_told_for_scripts()
    {
        JsonObject root = TheProgram.Json(_work.Folder, "md", "benchmark", "--data", _atoms, "--steps", "30", "--threads", "1", "--potential", "li-kim-2012-archived", "--json");
        double speed = (double)root["atom_steps_per_second"]!;
        Assert.True(speed > 0);
        Assert.Equal((16, 30, 1, "li-kim-2012-archived"), ((int)root["atoms"]!, (int)root["steps"]!, (int)root["threads"]!, (string)root["potential"]!));
        Assert.Equal(16 * 30 / speed, (double)root["wall_s"]!, 1e-9 * 16 * 30 / speed);
        Assert.InRange((double)root["temperature_K"]!, 1, 1000);
    }

    [Fact]
    public void A_run_leaves_atoms_from_which_the_next_goes_on()
    {
        _work.Write("crystal.lmp", Atoms(LatticeConstant));
        JsonObject warm = TheProgram.Json(_work.Folder, "md", "run", "crystal.lmp", "-o", "warm", "--time", "0.1 ps", "--temperature", "300 K", "--barostat", "mtk", "--threads", "1", "--trajectory", "lammps-dump");
        Assert.Equal(("finished", 16.0, 50.0), ((string)warm["status"]!, (double)warm["atoms"]!, (double)warm["steps"]!));
        Assert.True(File.Exists(Path.Combine(_work.Folder, "warm", "trajectory", "trajectory.dump")));
        JsonObject keep = TheProgram.Json(_work.Folder, "md", "run", "warm/final.lmp", "-o", "keep", "--time", "0.05 ps", "--thermostat", "none", "--time-step", "1 fs", "--threads", "1", "--trajectory", "none");
        Assert.Equal(50.0, (double)keep["steps"]!);
        Outcome again = TheProgram.RunIn(_work.Folder, "md", "run", "crystal.lmp", "-o", "warm", "--time", "0.1 ps", "--temperature", "300 K");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("--overwrite", again.Errors);
    }

    [Fact]
    public void A_run_that_is_told_to_stop_goes_on_to_the_same_bits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such signals");
        _work.Write("crystal.lmp", Atoms(LatticeConstant));
        string[] command = ["md", "run", "crystal.lmp", "--time", "8 ps", "--temperature", "300 K", "--thermostat", "langevin", "--threads", "1"];
        Assert.Equal(0, TheProgram.RunIn(_work.Folder, [.. command, "-o", "whole"]).ExitCode);
        using (Process process = TheProgram.Start(_work.Folder, [.. command, "-o", "parts"]))
        {
            string thermo = Path.Combine(_work.Folder, "parts", "thermo.csv");
            while (!process.HasExited && (!File.Exists(thermo) || new FileInfo(thermo).Length == 0)) Thread.Sleep(1);
            Assert.Equal(0, Process.Start("kill", ["-TERM", FormattableString.Invariant($"{process.Id}")]).WaitForExit(10_000) ? 0 : 1);
            process.WaitForExit();
            Assert.Equal(143, process.ExitCode);
        }

        Outcome rest = TheProgram.RunIn(_work.Folder, [.. command, "-o", "parts", "--resume"]);
        Assert.Equal(0, rest.ExitCode);
        Assert.Contains("Resumed at step", rest.Errors);
        foreach (string file in (string[])["final.lmp", "thermo.csv", "trajectory/trajectory.xyz"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(_work.Folder, "whole", file)), File.ReadAllBytes(Path.Combine(_work.Folder, "parts", file)));
    }

    [Theory]
    [InlineData("no command given", "Commands: energy, relax, run, properties, benchmark", "md")]
    [InlineData("unknown command 'enrgy'", "Did you mean 'energy'?", "md", "enrgy")]
    [InlineData("FILE is missing", "--crystal bcc", "md", "energy")]
    [InlineData("--data is missing", "--crystal bcc", "md", "benchmark")]
    [InlineData("option '--cells' is missing", "", "md", "run", "-o", "out", "--time", "1 ps", "--crystal", "bcc", "--lattice-constant", "3.5 A")]
    [InlineData("option '--lattice-constant' is missing", "", "md", "energy", "--crystal", "bcc", "--cells", "2,2,2")]
    [InlineData("option '--crystal' is missing", "", "md", "energy", "--cells", "2,2,2")]
    [InlineData("--crystal: error: atoms are given by a file and as a crystal", "Leave one out.", "md", "energy", "atoms.lmp", "--crystal", "bcc")]
    [InlineData("--crystal: error: unknown crystal structure 'bbc'", "Did you mean 'bcc'?", "md", "energy", "--crystal", "bbc", "--lattice-constant", "3.5 A", "--cells", "2,2,2")]
    [InlineData("--lattice-constant: error: expected a length", "", "md", "energy", "--crystal", "bcc", "--lattice-constant", "3.5 K", "--cells", "2,2,2")]
    [InlineData("--cells: error: expected three whole numbers", "10,10,10", "md", "energy", "--crystal", "bcc", "--lattice-constant", "3.5 A", "--cells", "2,0,2")]
    [InlineData("option '--output' is missing", "", "md", "relax", "atoms.lmp")]
    [InlineData("none.lmp: error: no such file", "", "md", "energy", "none.lmp")]
    [InlineData("--potential: error: unknown interatomic potential 'li-kim-2013'", "Did you mean 'li-kim-2012'?", "md", "energy", "atoms.lmp", "-p", "li-kim-2013")]
    [InlineData("--library needs --parameters", "pair_style meam", "md", "energy", "atoms.lmp", "--library", "x")]
    [InlineData("--potential: error: a potential is given by name and by files", "", "md", "energy", "atoms.lmp", "-p", "li-kim-2012", "--library", "x", "--parameters", "y")]
    [InlineData("--boundary: error: expected three letters p or f, found 'pp'", "ppf", "md", "energy", "atoms.lmp", "--boundary", "pp")]
    [InlineData("--box: error: unknown freedom of the box 'ful'", "Did you mean 'full'?", "md", "relax", "atoms.lmp", "-o", "x.lmp", "--box", "ful")]
    [InlineData("--box: error: the box may not change along a direction in which it does not repeat", "", "md", "relax", "atoms.lmp", "-o", "x.lmp", "--box", "z", "--boundary", "ppf")]
    [InlineData("--pressure: error: expected a pressure such as '1 bar', found '1 m'", "", "md", "relax", "atoms.lmp", "-o", "x.lmp", "--pressure", "1 m")]
    [InlineData("--force-tolerance: error: must be greater than 0", "", "md", "relax", "atoms.lmp", "-o", "x.lmp", "--force-tolerance", "0 eV/A")]
    [InlineData("--only: error: unknown property 'c13'", "Did you mean 'c11'?", "md", "properties", "--only", "c13")]
    [InlineData("--time: error: 'duration': expected a time such as '36 h', found '1 m'", "", "md", "run", "atoms.lmp", "-o", "out", "--time", "1 m")]
    [InlineData("--barostat: error: 'barostat' cannot be 'mtkk'", "Did you mean 'mtk'?", "md", "run", "atoms.lmp", "-o", "out", "--time", "1 ps", "--temperature", "300 K", "--barostat", "mtkk")]
    [InlineData("thermostat and barostat need a temperature", "", "md", "run", "atoms.lmp", "-o", "out", "--time", "1 ps")]
    [InlineData("broken.lmp:1: error: the header has no line 'N atoms'", "", "md", "energy", "broken.lmp")]
    public void What_cannot_be_done_is_said_in_one_message(string problem, string advice, params string[] arguments)
    {
        _work.Write("broken.lmp", "title\n");
        Outcome outcome = TheProgram.RunIn(_work.Folder, arguments);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(problem, outcome.Errors);
        Assert.Contains(advice, outcome.Errors);
    }

    [Fact]
    public void The_group_and_its_commands_explain_themselves()
    {
        Assert.Contains("limeso md COMMAND", TheProgram.Run("md", "--help").Output);
        foreach (string command in (string[])["energy", "relax", "run", "properties", "benchmark"])
        {
            Outcome outcome = TheProgram.Run("md", command, "--help");
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
            Assert.Contains($"limeso md {command}", outcome.Output);
            Assert.Contains("Examples:", outcome.Output);
        }
    }

    // 2 x 2 x 2 cells of bcc
    private static string Atoms(double a)
    {
        FormattableString header = $"bcc lithium\n\n16 atoms\n1 atom types\n\n0 {2 * a} xlo xhi\n0 {2 * a} ylo yhi\n0 {2 * a} zlo zhi\n\nMasses\n\n1 6.94\n\nAtoms # atomic\n\n";
        IEnumerable<string> lines = Enumerable.Range(0, 16).Select(i =>
        {
            double half = i % 2 * 0.5;
            return FormattableString.Invariant($"{i + 1} 1 {(half + i / 2 % 2) * a} {(half + i / 4 % 2) * a} {(half + i / 8) * a}\n");
        });
        return FormattableString.Invariant(header) + string.Concat(lines);
    }
}
