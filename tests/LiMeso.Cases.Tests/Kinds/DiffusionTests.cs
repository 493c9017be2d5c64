using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class DiffusionTests
{
    // 20 um of 1e-13 m2/s before 30 um of 4e-13 m2/s: resistances 2e8 and 7.5e7 s/m
    private const string Layered = """
        kind: diffusion
        title: Two layers between two reservoirs
        mesh:
          x: {length: 50 um, cells: 47}
        diffusivity: {field: layered, positions: [20 um], values: [1e-9 cm^2/s, 4e-9 cm^2/s]}
        initial-concentration: {value: 0 mol/m^3}
        conditions:
          - {side: xMin, kind: fixed-value, concentration: 275 mol/m^3}
          - {side: xMax, kind: fixed-value, concentration: 0 mol/m^3}
        end-time: 1e6 s
        monitors:
          - {kind: probe, points: [{x: 10 um}, {x: 20 um}, {x: 35 um}]}
        output: {paraview: false, snapshots: 3}
        """;

    private const string Foil = """
        kind: diffusion
        title: A foil
        mesh:
          x: {length: 25 um, cells: 200, grading: start, expansion: 10}
        diffusivity: {values: [1e-9 cm^2/s]}
        conditions:
          - {side: xMin, kind: fixed-flux, current-density: 1 mA/cm^2}
        end-time: 10 h
        monitors:
          - {kind: interface-depletion, name: empty}
          - {kind: side, name: interface, side: xMin}
        output: {snapshots: 5, checkpoint-steps: 50}
        """;

    // Fluxes through layers in series are equal; the run lasts about 400 diffusion times, and the mesh has faces at 20 um only because it is moved there.
    [Fact]
    public void The_steady_profile_of_two_layers_is_that_of_two_resistances_in_series()
    {
        using TemporaryCase made = TemporaryCase.FromText(Layered);
        ResultData results = made.Compute();
        double[] last = results.Array("monitor/probe/values").Row(results.Values("monitor/probe/time").Length - 1);
        double[] exact = [275 - 100, 275 - 200, 275 - 200 - 37.5];
        for (int k = 0; k < 3; k++) Assert.Equal(exact[k], last[k], 275 * 1e-6);                // steps are accurate to 1e-7
        double[] x = results.Values("mesh/x"), steady = results.Array("field/concentration").Row(results.Values("field/time").Length - 1);
        for (int i = 0; i < x.Length; i++) Assert.Equal(x[i] < 20e-6 ? 275 - x[i] * 1e7 : 75 - (x[i] - 20e-6) * 2.5e6, steady[i], 275 * 1e-6);
    }

    // c over the factor is what one diffusivity times factor after the other resists: 20 um of 1e-13 before 30 um of 2e-13 m2/s, 4 : 3
    [Fact]
    public void Segregated_layers_between_reservoirs_hold_their_share_of_the_concentration()
    {
        const string Factors = "values: [1e-9 cm^2/s, 4e-9 cm^2/s], segregation: [1, 0.5]";
        using TemporaryCase made = TemporaryCase.FromText(Layered.Replace("values: [1e-9 cm^2/s, 4e-9 cm^2/s]", Factors, StringComparison.Ordinal));
        ResultData results = made.Compute();
        double[] x = results.Values("mesh/x"), steady = results.Array("field/concentration").Row(results.Values("field/time").Length - 1);
        double slope = 275 / 35e-6, jump = 275 - slope * 20e-6;
        for (int i = 0; i < x.Length; i++) Assert.Equal(x[i] < 20e-6 ? 275 - slope * x[i] : 0.5 * (jump - slope / 2 * (x[i] - 20e-6)), steady[i], 275 * 1e-6);
        Assert.Equal(x.Select(at => at < 20e-6 ? 1 : 0.5), results.Values("segregation"));
        Assert.InRange(results.Number("numerics.mass_balance_error"), 0, 1e-12);
        Assert.Single(made.Prepare().Describe(results).Sections.SelectMany(s => s.Blocks).OfType<Table>(), t => t.Caption.StartsWith("Segregation", StringComparison.Ordinal));

        using TemporaryCase fromFile = TemporaryCase.FromText(Layered.Replace("values: [1e-9 cm^2/s, 4e-9 cm^2/s]", "file: layers.csv", StringComparison.Ordinal));
        File.WriteAllLines(Path.Combine(fromFile.Path, "layers.csv"), ["diffusivity,segregation", "1e-9 cm^2/s,1", "4e-9 cm^2/s,0.5"]);
        Assert.Equal(results.Values("field/concentration"), fromFile.Compute().Values("field/concentration"));
    }

    // the film's 1/k = 1e8 s/m in series with the foil's L/D = 5e8 s/m
    [Fact]
    public void A_film_on_a_side_is_one_more_resistance()
    {
        string film = Layered.Replace("field: layered, positions: [20 um], values: [1e-9 cm^2/s, 4e-9 cm^2/s]", "values: [1e-9 cm^2/s]", StringComparison.Ordinal)
            .Replace("kind: fixed-value, concentration: 275 mol/m^3", "kind: robin, concentration: 275 mol/m^3, transfer-coefficient: 1e-2 um/s", StringComparison.Ordinal)
            .Replace("points: [{x: 10 um}, {x: 20 um}, {x: 35 um}]", "points: [{x: 0 um}]", StringComparison.Ordinal);
        using TemporaryCase made = TemporaryCase.FromText(film);
        ResultData results = made.Compute();
        double filmResistance = 1 / 1e-8, foilResistance = 5e-5 / 1e-13;
        Assert.Equal(275 * foilResistance / (foilResistance + filmResistance), results.Array("monitor/probe/values").Values[^1], 275 * 1e-6);
    }

    [Fact]
    public void A_problem_that_does_not_vary_along_y_is_the_same_in_two_dimensions()
    {
        using TemporaryCase line = TemporaryCase.FromText(Foil), plane = TemporaryCase.FromText(Foil.Replace("expansion: 10}", "expansion: 10}\n  y: {length: 3 um, cells: 4, grading: end, expansion: 3}", StringComparison.Ordinal));
        ResultData one = line.Compute(), two = plane.Compute();
        double t = one.Number("monitors.empty.depletion_time_s");
        Assert.Equal(t, two.Number("monitors.empty.depletion_time_s"), 1e-7 * t);              // the iterative solver's share
        Assert.Equal(one.Number("outflow_mAh_cm2.xMin"), two.Number("outflow_mAh_cm2.xMin"), 1e-6);
        Assert.IsType<LiMeso.Cases.Reports.Model.MapFigure>(plane.Prepare().Describe(two).Sections[0].Blocks[0]);
        Assert.Contains("fields.pvd", Directory.EnumerateFiles(plane.OutputOf("paraview")).Select(Path.GetFileName));
    }

    // The closed solution for a foil: D t/L2 and Lambda as in the case kind 'depletion'.
    [Fact]
    public void A_stripped_foil_is_depleted_when_the_closed_solution_says_so()
    {
        using TemporaryCase made = TemporaryCase.FromText(Foil.Replace("cells: 200", "cells: 600", StringComparison.Ordinal));
        ResultData results = made.Compute();
        double concentration = results.Number("inventory_mol_m2.initial") / 25e-6;
        double exact = new LiMeso.Depletion.StrippingProblem(10, 25e-6, 1e-13, concentration).Solve().DepletionTime;
        Assert.Equal(exact, results.Number("monitors.empty.depletion_time_s"), 1e-5 * exact);    // a mesh that is graded by hand
        Assert.Equal(results.Number("monitors.empty.depletion_time_s"), results.Number("end_time_s"));
        Assert.InRange(results.Number("numerics.mass_balance_error"), 0, 1e-12);
    }

    // c = 1/2 erfc(x/(2 sqrt(D t))) as long as neither end has noticed; 50 um are 5 lengths sqrt(4 D t) each way
    [Fact]
    public void A_diffusion_couple_spreads_as_an_error_function()
    {
        using TemporaryCase made = TemporaryCase.FromText("""
            kind: diffusion
            title: A couple
            mesh: {x: {length: 100 um, cells: 1000}}
            diffusivity: {values: [1e-9 cm^2/s]}
            initial-concentration:
              value: 0 mol/m^3
              regions: [{value: 1000 mol/m^3, to: {x: 50 um}}]
            end-time: 250 s
            monitors: [{kind: probe, points: [{x: 50 um}, {x: 55 um}, {x: 60 um}]}]
            output: {paraview: false, snapshots: 1}
            """);
        double[] last = made.Compute().Values("monitor/probe/values")[^3..];
        double[] exact = [500, 1000 * 0.5 * 0.47950012218695346, 1000 * 0.5 * 0.15729920705028513];      // erfc(0), erfc(1/2), erfc(1)
        for (int k = 0; k < 3; k++) Assert.Equal(exact[k], last[k], 0.02);                             // h2/(4 D t) = 1e-4 of the curvature
    }

    [Fact]
    public void A_source_brings_exactly_its_amount_wherever_the_cells_lie()
    {
        using TemporaryCase made = TemporaryCase.FromText("""
            kind: diffusion
            title: A source
            mesh: {x: {length: 100 um, cells: 13}, y: {length: 50 um, cells: 7}}
            diffusivity: {values: [1e-9 cm^2/s]}
            initial-concentration: {value: 0 mol/m^3}
            sources: [{rate: [2 mol/m^3/s, 0 mol/m^3/s], times: [0 s, 5 s], in-time: piecewise-constant, from: {x: 10 um, y: 21 um}, to: {x: 33 um}}]
            end-time: 10 s
            output: {paraview: false, snapshots: 1}
            """);
        double expected = 2 * 5 * 23e-6 * 29e-6;
        Assert.Equal(expected, made.Compute().Number("inventory_mol_m.final"), 1e-12 * expected);
    }

    // Cells of a file come x fastest; 4 x 3 of them, so that a transposed table would not even fill rows.
    [Theory]
    [InlineData("field: layered, positions: [10 um]", true)]
    [InlineData("field: columnar, positions: [3 um]", false)]
    public void Diffusivities_from_a_file_of_cells_are_those_of_the_layers_that_they_draw(string layers, bool alongX)
    {
        const string Plane = """
            kind: diffusion
            title: A plane
            mesh: {x: {length: 20 um, cells: 4}, y: {length: 9 um, cells: 3}}
            diffusivity: {FIELD}
            initial-concentration: {value: 0 mol/m^3}
            conditions:
              - {side: xMin, kind: fixed-value, concentration: 100 mol/m^3}
              - {side: yMax, kind: fixed-value, concentration: 50 mol/m^3}
            end-time: 100 s
            output: {paraview: false, snapshots: 2}
            """;
        using TemporaryCase drawn = TemporaryCase.FromText(Plane.Replace("FIELD", "field: cellwise, file: cells.csv", StringComparison.Ordinal));
        using TemporaryCase stated = TemporaryCase.FromText(Plane.Replace("FIELD", $"{layers}, values: [1e-9 cm^2/s, 4e-9 cm^2/s]", StringComparison.Ordinal));
        IEnumerable<string> cells = Enumerable.Range(0, 12).Select(cell => (alongX ? cell % 4 < 2 : cell / 4 < 1) ? "1e-9 cm^2/s" : "4e-9 cm^2/s");
        string file = Path.Combine(drawn.Path, "cells.csv");
        File.WriteAllLines(file, cells.Prepend("diffusivity"));

        ResultData one = drawn.Compute(), two = stated.Compute();
        Assert.Equal(two.Values("field/concentration"), one.Values("field/concentration"));
        Assert.True(one.Values("field/concentration").Max() > 0);
        Assert.Equal(InputHashes.OfFile(file), Assert.Single(drawn.Prepare().DataSetHashes, h => h.Key == "cells.csv").Value);

        File.WriteAllLines(file, cells.Skip(1).Prepend("diffusivity"));
        InputException refusal = Assert.Throws<InputException>(() => drawn.Prepare());
        Assert.Contains("11 diffusivities given for a mesh of 12 cells", refusal.Message);
        Assert.Equal(4, refusal.Location!.Line);
    }

    [Fact]
    public void A_line_across_a_plane_is_drawn_over_the_distance_along_it()
    {
        string plane = Foil.Replace("expansion: 10}", "expansion: 10}\n  y: {length: 12 um, cells: 4}", StringComparison.Ordinal).Replace("cells: 200", "cells: 100", StringComparison.Ordinal)
            .Replace("{kind: side, name: interface, side: xMin}", "{kind: line, name: cut, points: [{x: 25 um, y: 12 um}, {x: 9 um, y: 0 um}], samples: 21}\n  - {kind: probe, name: ends, points: [{x: 25 um, y: 12 um}, {x: 9 um, y: 0 um}]}", StringComparison.Ordinal);
        using TemporaryCase made = TemporaryCase.FromText(plane);
        ResultData results = made.Compute();
        Report report = made.Prepare().Describe(results);
        LineFigure[] figures = [.. Assert.Single(report.Sections, s => s.Heading == "Monitors").Blocks.OfType<LineFigure>()];

        LineFigure cut = Assert.Single(figures, f => f.Caption.Contains("*cut*", StringComparison.Ordinal)), ends = Assert.Single(figures, f => f.Caption.Contains("*ends*", StringComparison.Ordinal));
        Assert.Equal(("Distance along the line", "um"), (cut.X.Title, cut.X.Unit));
        LineSeries last = cut.Panels[0].Series[^1];
        Assert.Equal(Enumerable.Range(0, 21).Select(k => (double)k), last.X, (a, b) => Math.Abs(a - b) < 1e-12 * 20);     // 16 by 12 um: 20 um, in steps of one

        // both monitors look at the same two points at the same time, in mol/cm3 …
        Assert.Equal(["(25, 12) µm", "(9, 0) µm"], ends.Panels[0].Series.Select(s => s.Name));
        Assert.Equal(ends.Panels[0].Series.Select(s => s.Y[^1]), (IEnumerable<double>)[last.Y[0], last.Y[^1]]);
        // … and lithium is stripped at x = 0: there is less of it the nearer one comes
        Assert.All(last.Y.Zip(last.Y.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.Equal(cut.Panels[0].Series.Count, cut.Panels[0].Series.Select(s => s.ColorValue).Distinct().Count());
    }

    [Fact]
    public void A_run_that_is_interrupted_resumes_to_the_same_bits()
    {
        using TemporaryCase made = TemporaryCase.FromText(Foil.Replace("expansion: 10}", "expansion: 10}\n  y: {length: 3 um, cells: 3}\nnumerics: {time-step: 10 s}", StringComparison.Ordinal));
        CaseDirectory directory = CaseDirectory.Open(made.Path);
        string whole = made.OutputOf("whole"), parts = made.OutputOf("parts");
        CaseRunner.Run(directory, new RunOptions { Output = whole }, SilentLog.Instance, TestContext.Current.CancellationToken);

        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => CaseRunner.Run(directory, new RunOptions { Output = parts }, new StopAtFirstProgress(stop), stop.Token));
        CaseOutcome resumed = CaseRunner.Run(directory, new RunOptions { Output = parts, Resume = true }, SilentLog.Instance, TestContext.Current.CancellationToken);

        Assert.Equal(1, resumed.Record.Resumed);
        ResultData one = ResultDataFile.Read(Path.Combine(whole, ResultDataFile.FileName)), two = ResultDataFile.Read(Path.Combine(parts, ResultDataFile.FileName));
        Assert.Equal(one.Numbers, two.Numbers);
        foreach (ResultArray array in one.Arrays.Values) Assert.Equal(array.Values, two.Values(array.Name));
    }

    [Fact]
    public void The_layered_foil_is_depleted_when_the_exact_two_layer_solution_says_so()
    {
        string root = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(root, "cases", "layered-foil"))) root = Path.GetDirectoryName(root)!;
        using TemporaryCase place = TemporaryCase.FromText(Foil);
        CaseOutcome run = CaseRunner.Run(CaseDirectory.Open(Path.Combine(root, "cases", "layered-foil")), new RunOptions { Output = place.OutputOf("layered-foil") }, SilentLog.Instance, TestContext.Current.CancellationToken);
        Assert.NotEmpty(run.Verdicts);
        Assert.All(run.Verdicts, v => Assert.True(v.Holds, v.ToString()));
    }

    [Theory]
    [InlineData("side: xMin, kind: fixed-flux", "side: left, kind: fixed-flux", "'side' cannot be 'left'", 7)]
    [InlineData("side: xMin, kind: fixed-flux", "side: yMin, kind: fixed-flux", "a one-dimensional mesh has no side yMin", 7)]
    [InlineData("kind: fixed-flux, current-density: 1 mA/cm^2", "kind: fixed-flux", "needs a value", 7)]
    [InlineData("kind: fixed-flux, current-density: 1 mA/cm^2", "kind: robin, concentration: 1 mol/m^3", "needs a transfer coefficient", 7)]
    [InlineData("kind: fixed-flux, current-density: 1 mA/cm^2", "kind: fixed-value, current-density: 1 mA/cm^2", "takes no 'current-density'", 7)]
    [InlineData("current-density: 1 mA/cm^2}", "current-density: [1 mA/cm^2, 0 mA/cm^2]}", "2 values for 0 times", 7)]
    [InlineData("current-density: 1 mA/cm^2}", "current-density: 1 mA/cm^2}\n  - {side: xMin, kind: zero-flux}", "xMin has two conditions", 8)]
    [InlineData("{kind: side, name: interface, side: xMin}", "{kind: probe, points: [{x: 30 um}]}", "outside the mesh", 11)]
    [InlineData("{kind: side, name: interface, side: xMin}", "{kind: probe, points: [{x: 3 um, y: 1 um}]}", "a one-dimensional mesh has no y", 11)]
    [InlineData("{kind: side, name: interface, side: xMin}", "{kind: line, points: [{x: 3 um}]}", "needs two points", 11)]
    [InlineData("{kind: side, name: interface, side: xMin}", "{kind: side, name: empty}", "called 'empty' already", 11)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{field: layered, positions: [30 um], values: [1e-9 cm^2/s, 1e-9 cm^2/s]}", "outside the mesh", 5)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{field: layered, positions: [3 um], values: [1e-9 cm^2/s]}", "1 layer needs 0 boundaries", 5)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{field: uniform, values: [1e-9 cm^2/s, 2e-9 cm^2/s]}", "does not take 2 diffusivities", 5)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{field: columnar, positions: [3 um], values: [1e-9 cm^2/s, 2e-9 cm^2/s]}", "two-dimensional", 5)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{values: [1e-9 cm^2/s], segregation: [1, 2]}", "as many segregation factors as diffusivities", 5)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{values: [1e-9 cm^2/s], segregation: [0]}", "greater than 0", 5)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{file: layers.csv, segregation: [2]}", "belong into the file", 5)]
    [InlineData("{kind: side, name: interface, side: xMin}", "{kind: side, name: interface, points: [{x: 3 um}]}", "'kind: side' takes no 'points'", 11)]
    [InlineData("{kind: side, name: interface, side: xMin}", "{kind: probe, points: [{x: 3 um}], side: xMin}", "'kind: probe' takes no 'side'", 11)]
    [InlineData("{kind: side, name: interface, side: xMin}", "{kind: probe, points: [{x: 3 um}], samples: 5}", "'kind: probe' takes no 'samples'", 11)]
    [InlineData("name: empty}", "name: empty, every: 2}", "'kind: interface-depletion' takes no 'every'", 10)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{values: [1e-9 cm^2/s], positions: [3 um]}", "takes no positions", 5)]
    [InlineData("{values: [1e-9 cm^2/s]}", "{values: [1e-9 cm^2/s], model: hart}", "a stated diffusivity takes no 'model'", 5)]
    [InlineData("end-time: 10 h", "end-time: 10 h\ntemperature: 300 K", "a stated diffusivity takes no 'temperature'", 9)]
    [InlineData("current-density: 1 mA/cm^2}", "current-density: 1 mA/cm^2, in-time: constant, times: [0 s]}", "a constant takes no 'times'", 7)]
    [InlineData("kind: fixed-flux, current-density: 1 mA/cm^2", "kind: zero-flux, in-time: table", "'kind: zero-flux' takes no 'in-time'", 7)]
    [InlineData("snapshots: 5", "snapshots: 5, snapshot-times: [1 h]", "a list of snapshot times takes no 'snapshots'", 12)]
    [InlineData("end-time: 10 h", "end-tiem: 10 h", "Did you mean 'end-time'?", 8)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        InputException refusal = TemporaryCase.Refusal(Foil.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }

    [Fact]
    public void Monitors_of_a_depletion_case_see_the_same_foil()
    {
        using TemporaryCase made = TemporaryCase.FromText("""
            kind: depletion
            title: A foil
            material: {grain-size: 1 um}
            foil: {thickness: 25 um}
            current: {current-density: 1 mA/cm^2}
            monitors:
              - {kind: side, name: collector, side: xMax}
              - {kind: line, points: [{x: 0 um}, {x: 25 um}], samples: 11}
            output: {paraview: false, probes: [25 um]}
            """);
        ResultData results = made.Compute();
        Assert.Equal(results.Values("probe/0"), Enumerable.Range(0, results.Values("probe/0").Length).Select(r => results.Array("monitor/collector/values").Row(r)[0]));
        Assert.Contains("Monitors", made.Prepare().Describe(results).Sections.Select(s => s.Heading));
    }

    // Progress is told every tenth of a second: the first time comes amid the run.
    private sealed class StopAtFirstProgress(CancellationTokenSource stop) : IRunLog
    {
        public void Message(string text)
        {
        }

        public void Warning(string text)
        {
        }

        public void Detail(string text)
        {
        }

        public void Progress(double fraction, string text) => stop.Cancel();
    }
}
