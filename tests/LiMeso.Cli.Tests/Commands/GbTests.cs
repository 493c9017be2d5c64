using System.Diagnostics;
using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Commands;

public sealed class GbTests : IDisposable
{
    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void The_catalogue_says_which_boundaries_the_source_names()
    {
        JsonArray all = (JsonArray)TheProgram.Json(_work.Folder, "gb", "list")["boundaries"]!;
        Assert.Equal((55, 13), (all.Count, all.Count(b => b!["named_as"] is not null)));
        JsonNode s5 = all.Single(b => (string?)b!["id"] == "GB04")!;
        Assert.Equal(("S5(310)/[001] tilt", 5, "twofold"), ((string?)s5["label"], (int)s5["sigma"]!, (string?)s5["equivalence"]));
        Outcome text = TheProgram.RunIn(_work.Folder, "gb", "list");
        Assert.Contains("our completion", text.Output);
    }

    [Fact]
    public void A_bicrystal_is_written_once_and_read_back()
    {
        string file = _work["gb.lmp"];
        string[] command = ["gb", "build", "GB17", "--lattice-constant", "3.5 A", "--out", file];
        JsonObject built = TheProgram.Json(_work.Folder, command);
        Assert.Equal((84, true), (((JsonArray)built["positions"]!).Count, (bool)built["equivalent"]!));
        Assert.Equal(84, (int)TheProgram.Json(_work.Folder, "md", "energy", file)["atoms"]!);
        Assert.Equal(2, TheProgram.RunIn(_work.Folder, command).ExitCode);
        Outcome again = TheProgram.RunIn(_work.Folder, [.. command, "--overwrite"]);
        Assert.Contains("equivalent (twofold)", again.Output);
    }

    [Fact]
    public void A_boundary_of_ones_own_is_the_one_of_the_catalogue()
    {
        string[] own = ["gb", "build", "--axis", "0 1 -1", "--plane", "2 1 1", "--lattice-constant", "3.5 A"], named = ["gb", "build", "gb17", "--lattice-constant", "3.5 A"];
        Assert.Equal(TheProgram.Json(_work.Folder, named).ToJsonString(), TheProgram.Json(_work.Folder, own).ToJsonString());
        JsonObject twist = TheProgram.Json(_work.Folder, "gb", "build", "--axis", "1 1 1", "--angle", "38.21 deg", "--kind", "twist", "--shift-x", "0.2", "--lattice-constant", "3.5 A", "--separation", "20 A");
        Assert.True((bool)twist["equivalent"]!);
        Assert.NotEqual(0, (double)twist["tilts"]![0]!);
    }

    [Theory]
    [InlineData("bcc", 2, "0 0 1", "126.87 deg", "tilt")]
    [InlineData("bcc", 2, "1 1 1", "81.79 deg", "tilt")]
    [InlineData("fcc", 4, "0 1 -1", "109.47 deg", "tilt")]
    [InlineData("fcc", 4, "1 1 1", "38.21 deg", "twist")]
    [InlineData("sc", 1, "0 0 1", "36.87 deg", "twist")]
    public void A_boundary_of_ones_own_may_be_one_of_any_cubic_crystal(string crystal, int atomsPerCell, string axis, string angle, string kind)
    {
        JsonObject built = TheProgram.Json(
            _work.Folder, "gb", "build", "--axis", axis, "--angle", angle, "--kind", kind, "--crystal", crystal, "--lattice-constant", "4 A", "--separation", "20 A", "--shift-x", "0.3", "--shift-z", "0.1");
        double[] box = [.. built["box"]!.AsArray().Select(l => (double)l!)];
        Assert.Equal((crystal, true), ((string)built["crystal"]!, (bool)built["equivalent"]!));
        Assert.Equal(box[0] * box[1] * box[2] / 64 * atomsPerCell, built["positions"]!.AsArray().Count, 1e-6);
    }

    [Fact]
    public void Help_and_schema_tell_between_which_temperatures_a_boundary_is_annealed()
    {
        foreach (string text in (string[])[TheProgram.RunIn(_work.Folder, "gb", "anneal", "--help").Output, TheProgram.RunIn(_work.Folder, "schema").Output])
        {
            Assert.Contains("from 30 K on", text, StringComparison.Ordinal);
            Assert.Contains("to 30 K", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("no boundary 'GB99'", "GB99")]
    [InlineData("which boundary is not said")]
    [InlineData("contradict each other", "--axis", "0 0 1", "--plane", "3 1 0", "--angle", "30 deg")]
    [InlineData("whether a tilt or a twist", "--axis", "0 0 1", "--angle", "36.87 deg")]
    [InlineData("28.0725", "--axis", "0 0 1", "--angle", "28 deg", "--kind", "twist")]
    [InlineData("expected a direction", "--axis", "up", "--plane", "3 1 0")]
    [InlineData("takes no 'axis'", "GB04", "--axis", "0 0 1")]
    [InlineData("takes no 'crystal'", "GB04", "--crystal", "fcc")]
    [InlineData("Valid here: bcc, fcc, sc", "--axis", "0 0 1", "--plane", "3 1 0", "--crystal", "hcp")]
    public void What_is_no_boundary_is_an_input_error(string message, params string[] boundary)
    {
        Outcome outcome = TheProgram.RunIn(_work.Folder, ["gb", "build", .. boundary, "--lattice-constant", "3.5 A", "--out", _work["gb.lmp"]]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors);
    }

    [Fact]
    public void A_search_leaves_its_structures_and_a_killed_one_goes_on()
    {
        string whole = _work["whole"], parts = _work["parts"];
        string[] Search(string place, params string[] more) =>
            ["gb", "search", "GB17", "--separation", "25 A", "--points-x", "4", "--points-z", "2", "--thresholds", "[1.5 A, 2 A, 2.5 A]", "--finalists", "2", "-o", place, .. more];
        JsonNode one = TheProgram.Json(_work.Folder, Search(whole));
        string structure = Path.Combine(whole, (string)one["best"]!["structure"]!);
        Assert.Equal((int)one["best"]!["atoms"]!, (int)TheProgram.Json(_work.Folder, "md", "energy", structure)["atoms"]!);

        string journal = Path.Combine(parts, "candidates.csv");
        using (Process running = TheProgram.Start(_work.Folder, Search(parts, "--threads", "1")))
        {
            while (!running.HasExited && !(File.Exists(journal) && File.ReadLines(journal).Count() > 2)) Thread.Sleep(5);
            running.Kill();
            running.WaitForExit();
        }

        JsonNode two = TheProgram.Json(_work.Folder, Search(parts, "--resume"));
        foreach (string key in (string[])["boundary_energy_J_m2", "best", "search", "gamma"]) Assert.Equal(one[key]!.ToJsonString(), two[key]!.ToJsonString());
        Assert.Equal(2, TheProgram.RunIn(_work.Folder, Search(parts)).ExitCode);
    }

    [Fact]
    public void A_boundary_is_annealed_and_the_atoms_of_what_came_out_are_followed()
    {
        string annealed = _work["annealed"], followed = _work["followed"];
        JsonNode one = TheProgram.Json(_work.Folder, "gb", "anneal", "GB17", "--separation", "25 A", "--cell", "free", "--temperature", "300 K", "--heating", "50 fs", "--holding", "50 fs", "--cooling", "50 fs", "-o", annealed);
        Assert.InRange((double)one["after_annealing"]!["boundary_energy_J_m2"]!, 0.01, 0.1);
        JsonNode two = TheProgram.Json(
            _work.Folder, "gb", "diffuse", "--structure", Path.Combine(annealed, "annealed.lmp"), "--min-width", "9 A", "--temperatures", "100 K", "--seeds", "1", "--equilibration", "0.1 ps", "--settling", "0.1 ps",
            "--production", "3 ps", "--tracking-interval", "1 ps", "--fit-from", "0.5 ps", "--fit-to", "2 ps", "-o", followed);
        Assert.Equal((1, 0), ((int)two["100_K"]!["runs"]!, (int)two["100_K"]!["diffusive_runs"]!));
        Assert.True(File.Exists(Path.Combine(followed, "diffusivities.csv")));
        Assert.Equal(2, TheProgram.RunIn(_work.Folder, "gb", "diffuse", "-o", followed).ExitCode);
        Outcome refused = TheProgram.RunIn(_work.Folder, "gb", "anneal", "--structure", Path.Combine(annealed, "annealed.lmp"), "--search", "-o", _work["refused"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("a structure from a file is not searched", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Sites_of_a_boundary_are_emptied_from_the_catalogue_and_from_a_file()
    {
        string built = _work["built"], read = _work["read"];
        string[] few = ["--within", "3 A", "--most", "2", "--bulk-from", "8 A", "--bulk", "1", "--image-distance", "7 A", "--force-tolerance", "1e-3 eV/angstrom"];
        JsonNode one = TheProgram.Json(_work.Folder, ["gb", "vacancies", "GB17", "--separation", "20 A", .. few, "-o", built]);
        JsonNode two = TheProgram.Json(_work.Folder, ["gb", "vacancies", "--structure", Path.Combine(built, "relaxed.lmp"), .. few, "-o", read]);
        foreach (JsonNode found in (JsonNode[])[one, two])
        {
            Assert.Equal(2, (int)found["formation_energy_eV"]!["boundary"]!["sites"]!);
            Assert.InRange((double)found["formation_energy_eV"]!["bulk"]!["mean"]!, 0.3, 0.45);
        }

        Assert.True(File.Exists(Path.Combine(read, "vacancies.csv")));
    }
}
