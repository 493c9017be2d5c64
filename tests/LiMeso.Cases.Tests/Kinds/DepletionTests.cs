using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class DepletionTests
{
    private const string Constant = "current: {current-density: 3 mA/cm^2}";

    private const string Case = $$"""
        kind: depletion
        title: A foil
        material: {diffusivity: 1e-9 cm^2/s}
        initial-concentration: {value: 0.08 mol/cm^3}
        foil: {thickness: 25 um}
        {{Constant}}
        output: {snapshots: 3, paraview: false}
        """;

    // D = 1e-13 m2/s, C0 = 8e4 mol/m3
    private const double Diffusivity = 1e-13, Concentration = 8e4;

    private static double SemiInfinite(double current) => Math.PI * Diffusivity * Math.Pow(PhysicalConstants.Faraday * Concentration / (2 * current), 2);

    [Theory]
    [InlineData("1 mm", "3 mA/cm^2")]      // unlimited by lithium
    [InlineData("25 um", "3 mA/cm^2")]     // between
    [InlineData("5 um", "0.3 mA/cm^2")]    // limited by lithium alone
    public void Both_roads_agree_to_1e_6_with_default_settings(string thickness, string current)
    {
        ResultData results = Compute(Case, ("foil.thickness", thickness), ("current.current-density", current));
        Assert.InRange(results.Number("depletion_time_s.relative_difference"), -1e-6, 1e-6);
        Assert.InRange(results.Number("utilisation.numeric") / results.Number("utilisation.analytic") - 1, -1e-6, 1e-6);
        Assert.InRange(results.Number("profile_difference.largest"), 0, 1e-5);
        Assert.InRange(results.Number("numerics.mass_balance_error"), 0, 1e-12);
    }

    [Fact]
    public void A_thick_foil_depletes_at_the_time_of_an_unlimited_one()
    {
        ResultData results = Compute(Case, ("foil.thickness", "1 mm"));
        Assert.Equal(SemiInfinite(30), results.Number("depletion_time_s.analytic"), 1e-12 * SemiInfinite(30));
        Assert.Equal(30 * SemiInfinite(30) / 36000, results.Number("capacity_mAh_cm2.analytic"), 1e-10);
    }

    [Fact]
    public void A_table_of_one_current_is_that_current()
    {
        ResultData table = Tabulated("time,current-density\n0 s,3 mA/cm^2\n20 h,3 mA/cm^2\n"), constant = Compute(Case);
        Assert.InRange(table.Number("depletion_time_s.numeric") / constant.Number("depletion_time_s.analytic") - 1, -1e-6, 1e-6);
        Assert.False(table.Numbers.ContainsKey("depletion_time_s.analytic"));
    }

    // C0 − C(0, t) = (a/√(πD)) ∫ τ dτ/√(t − τ) = 4 a t^(3/2)/(3 √(πD)) for a flux a t out of a thick foil.
    [Fact]
    public void A_current_that_rises_steadily_depletes_a_thick_foil_at_the_exact_time()
    {
        ResultData results = Tabulated("# a ramp\ntime,current-density\n0 s,0 mA/cm^2\n10 h,20 mA/cm^2\n", ("foil.thickness", "300 um"));
        double rise = 200 / 36000.0, slope = rise / PhysicalConstants.Faraday;
        double exact = Math.Pow(3 * Concentration * Math.Sqrt(Math.PI * Diffusivity) / (4 * slope), 2.0 / 3);
        double found = results.Number("depletion_time_s.numeric");
        Assert.InRange(found / exact - 1, -1e-6, 1e-6);
        Assert.Equal(rise * found * found / 2 / 36000, results.Number("capacity_mAh_cm2.numeric"), 1e-9);
    }

    [Fact]
    public void Rests_are_followed_by_both_roads_and_yield_more_charge()
    {
        ResultData pulses = Segments("{current-density: 3 mA/cm^2, duration: 15 min}, {current-density: 0 mA/cm^2, duration: 10 min}", 40);
        Assert.InRange(pulses.Number("depletion_time_s.relative_difference"), -1e-6, 1e-6);
        Assert.True(pulses.Number("utilisation.analytic") > 1.01 * Compute(Case).Number("utilisation.analytic"));
    }

    [Fact]
    public void A_programme_that_ends_before_depletion_has_no_depletion_time()
    {
        ResultData results = Segments("{current-density: 3 mA/cm^2, duration: 10 min}", 1);
        Assert.Equal(double.PositiveInfinity, results.Number("depletion_time_s.analytic"));
        Assert.Equal(double.PositiveInfinity, results.Number("depletion_time_s.numeric"));
        Assert.Equal(600, results.Number("end_time_s.numeric"));
        Assert.Equal(30 * 600 / (PhysicalConstants.Faraday * Concentration * 25e-6), results.Number("utilisation.numeric"), 1e-12);
    }

    [Fact]
    public void Plating_beyond_the_initial_concentration_is_warned_of()
    {
        ResultData results = Segments("{current-density: -3 mA/cm^2, duration: 10 min}, {current-density: 3 mA/cm^2, duration: 10 h}", 1);
        Assert.StartsWith("Plating raised the concentration", Assert.Single(results.Warnings), StringComparison.Ordinal);
        Assert.InRange(results.Number("depletion_time_s.relative_difference"), -1e-6, 1e-6);
    }

    [Fact]
    public void A_stated_diffusivity_needs_no_data_set_and_has_no_regime()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        Assert.Empty(made.Prepare().DataSetHashes);
        ResultData results = made.Compute();
        Assert.Equal(Diffusivity, results.Number("effective_diffusivity_m2_s"));
        Assert.DoesNotContain(results.Numbers.Keys, name => name.StartsWith("harrison", StringComparison.Ordinal) || name.StartsWith("models", StringComparison.Ordinal));
        Assert.Empty(results.Warnings);
    }

    [Theory]
    [InlineData("{value: 0.0769 mol/cm^3}", 76900)]
    [InlineData("{density: 0.534 g/cm^3}", 76945.24495677233)]                               // over 6.94 g/mol
    [InlineData("{density: 0.534 g/cm^3, molar-mass: 7 g/mol}", 76285.71428571429)]
    [InlineData("{lattice-constant: 3.51 A}", 76799.385285165)]                               // 2/(N_A a^3)
    [InlineData("{}", 78288.70085251423)]                                                    // the same with 3.4876 A
    public void The_concentration_follows_from_value_density_or_lattice(string concentration, double expected)
    {
        ResultData results = Compute(Case.Replace("{value: 0.08 mol/cm^3}", concentration, StringComparison.Ordinal), ("foil.thickness", "1 mm"));
        Assert.Equal(expected, results.Number("initial_concentration_mol_m3"), 1e-6 * expected);
        double ratio = results.Number("initial_concentration_mol_m3") / Concentration;
        Assert.Equal(SemiInfinite(30) * ratio * ratio, results.Number("depletion_time_s.analytic"), 1e-10 * SemiInfinite(30));
    }

    [Fact]
    public void Snapshots_and_probes_are_taken_where_and_when_asked()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case.Replace("snapshots: 3", "snapshot-times: [1 min, 20 min, 5 min], probes: [25 um, 0 um, 10 um]", StringComparison.Ordinal));
        ResultData results = made.Compute();
        Assert.Equal([25e-6, 0, 1e-5], results.Values("probe/depth"));
        Assert.Equal(results.Values("interface/numeric"), results.Values("probe/1"));
        double[] deep = results.Values("probe/0"), middle = results.Values("probe/2"), shallow = results.Values("probe/1");
        Assert.True(deep[^1] > middle[^1] && middle[^1] > shallow[^1]);

        SnapshotReader reader = SnapshotReader.Open(Path.GetDirectoryName(made.OutputOf("fields.h5"))!);
        Assert.Equal([60, 300, 1200, results.Number("depletion_time_s.numeric")], reader.Snapshots.Select(s => s.Time));
        Assert.False(Directory.Exists(made.OutputOf("paraview")));
    }

    [Fact]
    public void ParaView_gets_a_file_for_every_snapshot()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        made.Compute(1, ("output.paraview", "true"));
        Assert.Equal(5, Directory.EnumerateFiles(made.OutputOf("paraview"), "*.vtr", SearchOption.AllDirectories).Count());
        Assert.Equal(5, File.ReadAllText(made.OutputOf("paraview/fields.pvd")).Split("<DataSet ").Length - 1);
    }

    [Fact]
    public void An_item_of_a_sweep_finds_the_same_numbers_and_writes_no_field()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        string output = Directory.CreateDirectory(made.OutputOf("")).FullName;
        ResultData summary = made.Prepare().Compute(new RunContext(output, SilentLog.Instance, 1, Resume: false, SummaryOnly: true, "", TestContext.Current.CancellationToken));
        Assert.Empty(Directory.EnumerateFileSystemEntries(output));
        Assert.Equal(made.Compute().Number("depletion_time_s.numeric"), summary.Number("depletion_time_s.numeric"));
    }

    private static ResultData Compute(string text, params (string Key, string Value)[] overrides)
    {
        using TemporaryCase made = TemporaryCase.FromText(text);
        return made.Compute(1, overrides);
    }

    private static ResultData Segments(string segments, int repeat) =>
        Compute(Case.Replace(Constant, $"current: {{segments: [{segments}], repeat: {repeat}}}", StringComparison.Ordinal));

    private static ResultData Tabulated(string table, params (string Key, string Value)[] overrides)
    {
        using TemporaryCase made = TemporaryCase.FromText(Case.Replace(Constant, "current: {table: current.csv}", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(made.Path, "current.csv"), table);
        return made.Compute(1, overrides);
    }
}
