using LiMeso.Cases.Files;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Files;

/// <summary>A symbolic link in a case counts as what it leads to.</summary>
public sealed class CasePathsTests : IDisposable
{
    private static readonly SourceLocation _place = new("case.yaml", 3);

    private readonly string _root = Directory.CreateTempSubdirectory("limeso-paths-").FullName;

    public CasePathsTests()
    {
        Directory.CreateDirectory(At("case/data"));
        Directory.CreateDirectory(At("elsewhere/deep"));
        File.WriteAllText(At("case/data/inside.csv"), "");
        File.WriteAllText(At("elsewhere/secret.csv"), "");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("link.csv", "../elsewhere/secret.csv", "link.csv")]           // a link to a file
    [InlineData("link", "../elsewhere", "link/secret.csv")]                   // a link on the way
    [InlineData("data/link", "../../elsewhere", "data")]                      // a link inside a directory that is named
    [InlineData("link", "data/../../elsewhere/secret.csv", "link")]
    public void A_link_that_leads_out_of_the_case_is_refused(string link, string target, string path)
    {
        File.CreateSymbolicLink(At($"case/{link}"), target);
        InputException refusal = Assert.Throws<InputException>(() => new CasePaths(At("case"), outsidePaths: false).Resolve(path, _place));
        Assert.Contains($"'{path}' leads out of the case directory, through a symbolic link to '", refusal.Message);
        Assert.Contains("outside-paths: true", refusal.Message);
        Assert.Equal(3, refusal.Location!.Line);
    }

    // by text "hop/../secret.csv" stays inside; behind the link "hop" it is elsewhere/secret.csv
    [Fact]
    public void Two_dots_behind_a_link_go_up_from_where_it_leads()
    {
        File.CreateSymbolicLink(At("case/hop"), "../elsewhere/deep");
        File.CreateSymbolicLink(At("case/link.csv"), "hop/../secret.csv");
        Assert.Throws<InputException>(() => new CasePaths(At("case"), outsidePaths: false).Resolve("link.csv", _place));
        Assert.Equal(FinalPath.Of(At("elsewhere/secret.csv")), FinalPath.Of(At("case/link.csv")));
    }

    [Fact]
    public void A_link_that_stays_inside_is_as_good_as_the_file()
    {
        File.CreateSymbolicLink(At("case/link.csv"), "data/inside.csv");
        Assert.Equal(At("case/link.csv"), new CasePaths(At("case"), outsidePaths: false).Resolve("link.csv", _place));
    }

    [Fact]
    public void The_case_directory_may_itself_be_reached_through_links()
    {
        Directory.CreateSymbolicLink(At("tmp"), "case");
        File.CreateSymbolicLink(At("case/link.csv"), At("case/data/inside.csv"));     // by its other name
        var paths = new CasePaths(At("tmp"), outsidePaths: false);
        Assert.Equal(At("tmp/data/inside.csv"), paths.Resolve("data/inside.csv", _place));
        Assert.Equal(At("tmp/link.csv"), paths.Resolve("link.csv", _place));
    }

    [Fact]
    public void A_link_may_lead_to_the_data_sets_of_all_cases()
    {
        Directory.CreateDirectory(At("cases/datasets/mine"));
        Directory.CreateDirectory(At("cases/foil"));
        File.WriteAllText(At("cases/datasets/mine/dataset.yaml"), "");
        File.CreateSymbolicLink(At("cases/foil/mine"), "../datasets/mine");
        Assert.Equal(At("cases/foil/mine"), new CasePaths(At("cases/foil"), outsidePaths: false).Resolve("mine", _place));
    }

    [Fact]
    public void A_data_set_whose_files_lie_elsewhere_needs_permission()
    {
        Directory.CreateDirectory(At("cases/datasets/mine"));
        Directory.CreateDirectory(At("cases/foil"));
        File.CreateSymbolicLink(At("cases/datasets/mine/dataset.yaml"), At("elsewhere/secret.csv"));
        Assert.Throws<InputException>(() => new CasePaths(At("cases/foil"), outsidePaths: false).DataSet("mine", _place));
        Assert.Equal(At("cases/datasets/mine"), new CasePaths(At("cases/foil"), outsidePaths: true).DataSet("mine", _place));
    }

    [Fact]
    public void Links_in_a_circle_and_to_what_is_not_there_lead_nowhere()
    {
        File.CreateSymbolicLink(At("case/a"), "b");
        File.CreateSymbolicLink(At("case/b"), "a");
        Assert.Throws<IOException>(() => FinalPath.Of(At("case/a")));
        File.CreateSymbolicLink(At("case/gone"), "data/gone.csv");
        var paths = new CasePaths(At("case"), outsidePaths: false);
        foreach (string link in (string[])["a", "gone"]) Assert.Contains($"'{link}' leads nowhere", Assert.Throws<InputException>(() => paths.Resolve(link, _place)).Message);
    }

    private string At(string path) => Path.Combine(_root, path);
}
