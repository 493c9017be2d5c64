using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class RunTests : IDisposable
{
    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_run_says_what_was_found_and_where_it_lies()
    {
        _work.Case("foil", Workplace.Tiny);
        Outcome outcome = TheProgram.RunIn(_work.Folder, "run", "foil", "--set", "output.paraview=true");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("A thin foil: finished in", outcome.Output);
        Assert.Contains("Depletion time", outcome.Output);
        foreach (string file in new[] { "report.html", "paraview/fields.pvd", "fields.h5", "data.h5", "run.json", "run.log" })
        {
            Assert.Contains($"foil/results/{file}", outcome.Output);
            Assert.True(File.Exists(_work[$"foil/results/{file}"]), file);
        }

        Assert.Contains("1D finite volumes, 40 cells", outcome.Errors);
        Assert.Contains("depleted after", outcome.Errors);
    }

    [Fact]
    public void Nothing_in_a_pipe_is_a_control_code()
    {
        _work.Case("foil", Workplace.Tiny);
        Outcome outcome = TheProgram.RunIn(_work.Folder, "run", "foil");
        Assert.DoesNotContain('\u001b', outcome.Output + outcome.Errors);
        Assert.DoesNotContain('\r', outcome.Output + outcome.Errors);
    }

    [Fact]
    public void With_json_standard_output_is_the_record_and_where_it_lies()
    {
        _work.Case("foil", Workplace.Tiny);
        JsonObject root = TheProgram.Json(_work.Folder, "run", "foil");
        double analytic = (double)root["depletion_time_s"]!["analytic"]!, numeric = (double)root["depletion_time_s"]!["numeric"]!;
        Assert.Equal("finished", (string)root["status"]!);
        Assert.Equal(Path.Combine("foil", "results"), (string)root["results"]!);
        Assert.InRange(numeric / analytic - 1, -1e-3, 1e-3); // coarse on purpose: 40 cells
        JsonObject again = TheProgram.Json(_work.Folder, "run", "foil", "--resume");
        Assert.True((bool)again["already_finished"]!);
        Assert.Equal(numeric, (double)again["depletion_time_s"]!["numeric"]!);
    }

    [Fact]
    public void Overrides_and_their_short_forms_ask_for_the_same_run()
    {
        _work.Case("foil", Workplace.Polycrystal);
        JsonObject longForm = TheProgram.Json(_work.Folder, "run", "foil", "-o", "a", "--set", "material.model=maxwell-garnett-3d", "--set", "material.fraction=slab");
        JsonObject shortForm = TheProgram.Json(_work.Folder, "run", "foil", "-o", "b", "--model", "maxwell-garnett-3d", "--fraction", "slab");
        JsonObject plain = TheProgram.Json(_work.Folder, "run", "foil", "-o", "c");
        Assert.Equal((string)longForm["provenance"]!["input_hash"]!, (string)shortForm["provenance"]!["input_hash"]!);
        Assert.NotEqual((double)plain["effective_diffusivity_m2_s"]!, (double)shortForm["effective_diffusivity_m2_s"]!);
    }

    [Fact]
    public void A_case_says_whether_it_met_what_was_expected_of_it()
    {
        _work.Case("foil", Workplace.Tiny);
        string Expecting(double hours) => $$"""{"checks": [{"path": "depletion_time_h.analytic", "value": {{hours}}, "relative": 0.05, "why": "a guess"}]}""";
        double found = (double)TheProgram.Json(_work.Folder, "run", "foil")["depletion_time_h"]!["analytic"]!;
        _work.Write("foil/expected.json", Expecting(found));
        Assert.Contains("expected.json: its check holds", TheProgram.RunIn(_work.Folder, "run", "foil", "--overwrite").Output);
        _work.Write("foil/expected.json", Expecting(2 * found));
        Outcome outcome = TheProgram.RunIn(_work.Folder, "run", "foil", "--overwrite");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("expected.json: 1 of 1 check does NOT hold", outcome.Output);
        Assert.Contains("a guess", outcome.Output);
        JsonObject root = TheProgram.Json(_work.Folder, "run", "foil", "--overwrite");
        Assert.False((bool)root["expected"]!["met"]!);
        Assert.Null(TheProgram.Json(_work.Folder, "run", "foil", "-o", "thick", "--set", "foil.thickness=11 um")["expected"]);
    }

    [Fact]
    public void The_file_itself_may_be_named_instead_of_its_directory()
    {
        string directory = _work.Case("foil", Workplace.Tiny);
        Assert.Equal(0, TheProgram.RunIn(directory, "run", "case.yaml").ExitCode);
        Assert.True(File.Exists(_work["foil/results/run.json"]));
    }
}
