using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Cases.Files;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class MdRelaxTests
{
    private const string Vacancy = """
        kind: md-relax
        title: A vacancy
        structure: {crystal: bcc, lattice-constant: 3.487567 A, cells: {x: 4, y: 4, z: 4}, vacancies: 1}
        """;

    // LAMMPS with the same potential: energy per atom, and lattice constant
    private const double Crystal = -1.6497451679, LatticeConstant = 3.487567;

    [Fact]
    public void A_vacancy_relaxes_and_leaves_its_atoms_in_every_form_that_was_asked_for()
    {
        using TemporaryCase made = TemporaryCase.FromText(Vacancy + "\ntrajectory: [extxyz, lammps-dump, vtk, h5md]\n");
        string output = made.OutputOf("run");
        CaseRunner.Run(CaseDirectory.Open(made.Path), new RunOptions { Output = output }, SilentLog.Instance, TestContext.Current.CancellationToken);
        ResultData results = ResultDataFile.Read(Path.Combine(output, ResultDataFile.FileName));
        // 0.393 eV with 432 sites and more; a block of 128 is a little stiffer
        Assert.InRange(results.Number("energy_eV.after") - 127 * Crystal, 0.39, 0.41);
        Assert.Equal(results.Number("energy_eV.before") - results.Number("energy_eV.after"), results.Number("released_energy_eV"), 1e-12);
        Assert.InRange(results.Number("largest_force_eV_A"), 0, 1e-5);
        Assert.Equal(results.Number("energy_eV.after"), results.Values("atoms/energy").Sum(), 1e-9);
        Assert.Equal(results.Number("largest_displacement_A"), results.Values("atoms/displacement").Max());
        foreach (string file in (string[])["relaxed.lmp", "trajectory/trajectory.xyz", "trajectory/trajectory.dump", "trajectory/atoms.pvd", "trajectory/vtp/000001.vtp", "trajectory/trajectory.h5"])
            Assert.True(File.Exists(Path.Combine(output, file)), file);
        AtomicSystem relaxed = LammpsDataReader.Read(Path.Combine(output, "relaxed.lmp"));
        Assert.Equal((127, 4 * LatticeConstant), (relaxed.Count, relaxed.Box.Lengths.X));
    }

    [Fact]
    public void A_relaxed_structure_has_nothing_left_to_relax()
    {
        using TemporaryCase first = TemporaryCase.FromText(Vacancy), second = TemporaryCase.FromText("""
            kind: md-relax
            title: Once more
            structure: {file: start.lmp}
            trajectory: none
            """);
        ResultData before = first.Compute();
        File.Copy(first.OutputOf("relaxed.lmp"), Path.Combine(second.Path, "start.lmp"));
        ResultData after = second.Compute();
        Assert.Equal(1, after.Number("evaluations"));
        Assert.Equal(before.Number("energy_eV.after"), after.Number("energy_eV.after"), 1e-9);
        Assert.Contains("start.lmp", second.Prepare().DataSetHashes.Keys);
        Assert.Contains("nothing to do", TemporaryCase.Html(second.Prepare().Describe(after)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_free_box_finds_the_lattice_constant_at_the_pressure_asked_for()
    {
        using TemporaryCase made = TemporaryCase.FromText("""
            kind: md-relax
            title: A stretched crystal
            structure: {crystal: bcc, lattice-constant: 3.6 A, cells: {x: 2, y: 2, z: 2}}
            box: full
            pressure: 0.1 GPa
            stress-tolerance: 0.1 bar
            """);
        ResultData results = made.Compute();
        Assert.Equal(1000, results.Number("pressure_bar.after.xx"), 0.1);
        Assert.Equal(1000, results.Number("pressure_bar.after.zz"), 0.1);
        // a (1 − p/3B): 0.1 GPa over 13.3 GPa; the next order is 3e-5 of a
        Assert.Equal(2 * LatticeConstant * (1 - 0.1 / (3 * 13.3)), results.Number("box_A.after.x"), 3e-4);
        Assert.Equal(0, results.Number("largest_displacement_A"), 1e-9);
    }

    [Fact]
    public void Frozen_components_stay_where_they_are()
    {
        using TemporaryCase made = TemporaryCase.FromText(Vacancy + "\nfrozen:\n  - {direction: z, centre: 0, width: 1 A, components: [x, y]}\n");
        ResultData results = made.Compute();
        Assert.Equal(2 * 15, results.Number("frozen_components"));       // sixteen atoms of the layer, one of them left out
        AtomicSystem relaxed = LammpsDataReader.Read(made.OutputOf("relaxed.lmp"));
        int moved = 0;
        for (int i = 0; i < relaxed.Count; i++)
        {
            Vector3 r = relaxed.Position(i), site = 2 / LatticeConstant * r;
            if (Math.Abs(r.Z - 4 * LatticeConstant * Math.Round(r.Z / (4 * LatticeConstant))) > 0.5) continue;
            Assert.Equal(Math.Round(site.X), site.X, 1e-12);
            Assert.Equal(Math.Round(site.Y), site.Y, 1e-12);
            if (Math.Abs(site.Z - Math.Round(site.Z)) > 1e-6) moved++;
        }

        Assert.Equal(0, moved);     // by symmetry: the layer through a vacancy is a mirror
        Assert.True(results.Number("released_energy_eV") > 0.01);
    }

    [Theory]
    [InlineData("fire")]
    [InlineData("conjugate-gradients")]
    public void A_relaxation_that_is_interrupted_again_and_again_has_the_same_bits(string minimiser)
    {
        using TemporaryCase made = TemporaryCase.FromText($"{Vacancy}\nminimiser: {minimiser}\nbox: full\n");
        CaseDirectory directory = CaseDirectory.Open(made.Path);
        string whole = made.OutputOf("whole"), parts = made.OutputOf("parts");
        CaseRunner.Run(directory, new RunOptions { Output = whole }, SilentLog.Instance, TestContext.Current.CancellationToken);

        int interruptions = 0;
        for (bool finished = false; !finished;)
        {
            using var stop = new CancellationTokenSource();
            try
            {
                CaseRunner.Run(directory, new RunOptions { Output = parts, Resume = interruptions > 0 }, new StopAfterSteps(7, stop), stop.Token);
                finished = true;
            }
            catch (OperationCanceledException)
            {
                interruptions++;
            }
        }

        Assert.InRange(interruptions, 2, 100);
        ResultData one = ResultDataFile.Read(Path.Combine(whole, ResultDataFile.FileName)), two = ResultDataFile.Read(Path.Combine(parts, ResultDataFile.FileName));
        Assert.Equal(one.Numbers, two.Numbers);
        foreach (ResultArray array in one.Arrays.Values) Assert.Equal(array.Values, two.Values(array.Name));
        foreach (string file in (string[])["relaxed.lmp", "trajectory/trajectory.xyz"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(whole, file)), File.ReadAllBytes(Path.Combine(parts, file)));
    }

    [Theory]
    [InlineData("box: z", "boundary: ppf", "the box may not change along a direction in which it does not repeat")]
    [InlineData("frozen: [{direction: x, centre: 0.0625, width: 0.5 A}]", "boundary: ppp", "a frozen slab holds no atoms")]
    [InlineData("pressure: 1 GPa", "boundary: ppp", "'box: fixed' takes no 'pressure'")]
    [InlineData("minimiser: simplex", "boundary: ppp", "'minimiser' cannot be 'simplex'")]
    [InlineData("box: full", "vacuum: 20 A", "a structure without 'surface' takes no 'vacuum'")]
    [InlineData("box: full", "file: some.lmp", "a structure from a file takes no 'crystal'")]
    public void What_cannot_be_done_is_refused_before_it_begins(string key, string structure, string problem)
    {
        string text = $"{Vacancy.Replace("crystal: bcc", $"crystal: bcc, {structure}", StringComparison.Ordinal)}\n{key}\n";
        Assert.StartsWith(problem, TemporaryCase.Refusal(text).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relaxation_that_does_not_converge_fails_by_name()
    {
        using TemporaryCase made = TemporaryCase.FromText(Vacancy + "\nmax-evaluations: 3\n");
        ConvergenceException e = Assert.Throws<ConvergenceException>(() => made.Compute());
        Assert.Equal(3, e.Iterations);
    }

    // Asks to stop once so many steps have been told.
    private sealed class StopAfterSteps(int steps, CancellationTokenSource stop) : IRunLog
    {
        private int _steps;

        public void Message(string text)
        {
        }

        public void Warning(string text)
        {
        }

        public void Detail(string text)
        {
        }

        public void Progress(double fraction, string text)
        {
            if (++_steps == steps) stop.Cancel();
        }
    }
}
