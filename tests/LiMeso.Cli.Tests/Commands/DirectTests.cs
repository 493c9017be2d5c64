using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class DirectTests : IDisposable
{
    private static readonly string[] _published = ["depletion", "--current", "0.1 mA/cm^2", "--thickness", "120 um", "--diffusivity", "2.9e-11 cm^2/s"];
    private static readonly string[] _hart = ["diffusivity", "--model", "hart", "--bulk", "2e-11 cm^2/s", "--boundary", "5e-7 cm^2/s", "--width", "12 A", "--grain-size", "150 um"];

    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void The_published_cell_is_depleted_after_36_hours()
    {
        JsonObject root = TheProgram.Json(_work.Folder, _published);
        Assert.InRange((double)root["depletion_time_s"]! / 3600, 35.95, 36.15); // printed: 36 h
        Assert.InRange((double)root["capacity_mAh_cm2"]!, 3.595, 3.615);        // printed: 3.6 mAh/cm2
        Assert.Equal((double)root["capacity_mAh_cm2"]! * 3600 / 0.1, (double)root["depletion_time_s"]!, 1e-9 * 129960);
        Assert.InRange((double)root["utilisation"]!, 0.1433, 0.1434);           // 3.61 of the 25.18 mAh/cm2 in 120 um
        Assert.InRange((double)root["Lambda"]!, 0.18254, 0.18256);
    }

    [Theory]
    [InlineData("--lattice-constant", "3.4876 A", 78288.7)]  // 2/(N_A a^3)
    [InlineData("--concentration", "0.0769 mol/cm^3", 76900)]
    [InlineData("--density", "0.534 g/cm^3", 76945.2)]       // over 6.94 g/mol
    public void The_concentration_may_be_stated_in_three_ways(string option, string value, double expected)
    {
        JsonObject root = TheProgram.Json(_work.Folder, [.. _published, option, value]);
        Assert.InRange((double)root["initial_concentration_mol_m3"]!, expected - 0.05, expected + 0.05);
    }

    [Fact]
    public void Hart_is_the_weighted_mean_of_grain_and_boundary()
    {
        JsonObject root = TheProgram.Json(_work.Folder, _hart);
        double x = 12e-10 / 150e-6, f = 1 - (1 - x) * (1 - x), expected = f * 5e-11 + (1 - f) * 2e-15;
        Assert.Equal(1, (double)root["effective_diffusivity_m2_s"]! / expected, 1e-12);
        Assert.Equal("regular-polygon", (string)root["fraction_used"]!);
        JsonObject slab = TheProgram.Json(_work.Folder, [.. _hart, "--fraction", "slab"]);
        Assert.Equal(1, (double)slab["effective_diffusivity_m2_s"]! / (x * 5e-11 + (1 - x) * 2e-15), 1e-12);
    }

    [Fact]
    public void Triple_junctions_are_a_hundred_times_faster_than_boundaries_unless_given()
    {
        string[] chenSchuh = [.. _hart.Select(a => a == "hart" ? "chen-schuh" : a)];
        double implied = (double)TheProgram.Json(_work.Folder, chenSchuh)["effective_diffusivity_m2_s"]!;
        double stated = (double)TheProgram.Json(_work.Folder, [.. chenSchuh, "--triple-junction", "5e-5 cm^2/s"])["effective_diffusivity_m2_s"]!;
        Assert.Equal(1, implied / stated, 1e-14);
    }

    [Fact]
    public void A_data_set_stands_in_for_values_and_an_option_goes_before_it()
    {
        string[] set = ["diffusivity", "--data-set", "li-yoon-2023", "--temperature", "300 K", "--grain-size", "150 um"];
        Assert.Equal(2.06e-15, (double)TheProgram.Json(_work.Folder, set)["bulk_m2_s"]!, 1e-27);
        Assert.Equal(3e-15, (double)TheProgram.Json(_work.Folder, [.. set, "--bulk", "3e-11 cm^2/s"])["bulk_m2_s"]!, 1e-27);
    }

    [Fact]
    public void In_the_plane_boundaries_of_our_own_are_faster_than_by_all_displacements()
    {
        string[] set = ["diffusivity", "--data-set", "li-limeso", "--temperature", "400 K", "--grain-size", "1 um"];
        double Boundary(params string[] more) => (double)TheProgram.Json(_work.Folder, [.. set, .. more])["boundary_m2_s"]!;
        Assert.Equal(Boundary(), Boundary("--component", "total"));
        Assert.InRange(Boundary("--component", "in-plane") / Boundary(), 1.01, 1.5);
    }

    [Theory]
    [InlineData("--current: error: expected a current density such as '0.1 mA/cm^2', found '0.1' (a unit is missing)", "depletion", "--current", "0.1", "--thickness", "1 um", "--diffusivity", "1e-9 cm^2/s")]
    [InlineData("--thickness: error: must be greater than 0, found '-1 um'", "depletion", "--current", "0.1 mA/cm^2", "--thickness", "-1 um", "--diffusivity", "1e-9 cm^2/s")]
    [InlineData("--diffusivity is missing", "depletion", "--current", "0.1 mA/cm^2", "--thickness", "1 um")]
    [InlineData("--density: error: cannot go together with 'concentration'", "depletion", "--current", "0.1 mA/cm^2", "--thickness", "1 um", "--diffusivity", "1e-9 cm^2/s", "--density", "0.5 g/cm^3", "--concentration", "0.07 mol/cm^3")]
    [InlineData("Did you mean 'hart'?", "diffusivity", "--model", "haart", "--bulk", "2e-11 cm^2/s", "--boundary", "5e-7 cm^2/s", "--width", "12 A", "--grain-size", "150 um")]
    [InlineData("has no segregated form", "diffusivity", "--model", "bruggeman-2d", "--segregation", "2", "--bulk", "2e-11 cm^2/s", "--boundary", "5e-7 cm^2/s", "--width", "12 A", "--grain-size", "150 um")]
    [InlineData("Choose a larger --grain-size, a smaller --width or another --fraction.", "diffusivity", "--bulk", "2e-11 cm^2/s", "--boundary", "5e-7 cm^2/s", "--width", "15 A", "--grain-size", "1 nm")]
    [InlineData("--grain-size: error: boundary width / grain size = 1.5", "diffusivity", "--bulk", "2e-11 cm^2/s", "--boundary", "5e-7 cm^2/s", "--width", "15 A", "--grain-size", "1 nm")]
    [InlineData("--temperature: error:", "diffusivity", "--dataset", "li-yoon-2023", "--temperature", "600 K", "--grain-size", "1 um")]
    [InlineData("'temperature' needs a data set", "diffusivity", "--temperature", "300 K", "--bulk", "2e-11 cm^2/s", "--boundary", "5e-7 cm^2/s", "--width", "15 A", "--grain-size", "1 um")]
    [InlineData("'component' needs a data set", "diffusivity", "--component", "total", "--bulk", "2e-11 cm^2/s", "--boundary", "5e-7 cm^2/s", "--width", "15 A", "--grain-size", "1 um")]
    [InlineData("--component: error: unknown component 'inplane'", "diffusivity", "--dataset", "li-yoon-2023", "--component", "inplane", "--temperature", "300 K", "--grain-size", "1 um")]
    [InlineData("--component: error: data set 'li-yoon-2023' has no in-plane diffusivity of 'mean'", "diffusivity", "--dataset", "li-yoon-2023", "--component", "in-plane", "--temperature", "300 K", "--grain-size", "1 um")]
    [InlineData("--table needs --out", "depletion", "--table", "x.csv")]
    [InlineData("--overwrite needs --table and --out", "depletion", "--overwrite", "--current", "1 A/m^2", "--thickness", "1 um", "--diffusivity", "1e-9 cm^2/s")]
    public void A_question_that_cannot_be_answered_says_why(string problem, params string[] arguments)
    {
        Outcome outcome = TheProgram.RunIn(_work.Folder, arguments);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(problem, outcome.Errors);
    }

    [Fact]
    public void A_table_is_answered_row_by_row_with_the_same_numbers()
    {
        _work.Write("foils.csv", "label,current,diffusivity\n\"one, published\",0.1 mA/cm^2,2.9e-11 cm^2/s\ntwo,3 mA/cm^2,1e-9 cm^2/s\n");
        JsonObject done = TheProgram.Json(_work.Folder, "depletion", "--table", "foils.csv", "--thickness", "120 um", "--out", "answers.csv");
        Assert.Equal(2, (int)done["rows"]!);
        string[] lines = File.ReadAllLines(_work["answers.csv"]);
        Assert.StartsWith("label,current,diffusivity,depletion_time_s,capacity_mAh_cm2,utilisation,Lambda", lines[0]);
        Assert.StartsWith("\"one, published\",0.1 mA/cm^2,2.9e-11 cm^2/s,", lines[1]);
        double single = (double)TheProgram.Json(_work.Folder, _published)["depletion_time_s"]!;
        Assert.Equal(single, double.Parse(lines[1].Split(',')[4], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_file_that_exists_is_replaced_only_when_that_is_asked_for()
    {
        _work.Write("foils.csv", "current\n0.1 mA/cm^2\n");
        _work.Write("answers.csv", "dear to someone\n");
        string[] ask = ["depletion", "--table", "foils.csv", "--thickness", "120 um", "--diffusivity", "2.9e-11 cm^2/s", "--out", "answers.csv"];
        IReadOnlyList<string> before = _work.Everything();
        Outcome refused = TheProgram.RunIn(_work.Folder, ask);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("--out: error: 'answers.csv' exists already", refused.Errors);
        Assert.Contains("--overwrite", refused.Errors);
        Assert.Equal(before, _work.Everything());

        Outcome done = TheProgram.RunIn(_work.Folder, [.. ask, "--overwrite"]);
        Assert.Equal((0, "answers.csv: 1 row\n"), (done.ExitCode, done.Output));
        Assert.Equal(2, File.ReadAllLines(_work["answers.csv"]).Length);
    }

    [Theory]
    [InlineData("current,difusivity\n1 A/m^2,1e-9 cm^2/s\n", "t.csv:1: error: unknown column 'difusivity'", "Did you mean 'diffusivity'?")]
    [InlineData("current,diffusivity\n1 A/m^2,1e-9 cm^2/s\n1 A,1e-9 cm^2/s\n", "t.csv:3: error: 'current': expected a current density", "")]
    [InlineData("current,diffusivity\n1 A/m^2\n", "t.csv:2: error: expected 2 values as in the header, found 1", "")]
    [InlineData("current\n1 A/m^2\n", "t.csv:2: error: 'diffusivity' is missing", "--diffusivity")]
    [InlineData("current,thickness\n1 A/m^2,1 um\n", "--thickness: error: 'thickness' is also a column of t.csv", "Give it once")]
    [InlineData("current,diffusivity\n", "t.csv:1: error: the table has no rows", "")]
    public void A_wrong_table_is_told_with_its_line_and_nothing_is_written(string text, string problem, string advice)
    {
        _work.Write("t.csv", text);
        IReadOnlyList<string> before = _work.Everything();
        Outcome outcome = TheProgram.RunIn(_work.Folder, "depletion", "--table", "t.csv", "--thickness", "1 um", "--out", "answers.csv");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(problem, outcome.Errors);
        Assert.Contains(advice, outcome.Errors);
        Assert.Equal(before, _work.Everything());
    }
}
