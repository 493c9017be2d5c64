using LiMeso.Atomistics.Meam;
using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>The two files of LAMMPS are read as LAMMPS reads them; what is not supported is refused by line.</summary>
public sealed class MeamFileTests : IDisposable
{
    private const string Library = """
        # two elements
        'Li' 'bcc' 8 1 6.940
        3.0982595559 1.65 1.00 4.00 1.00 3.4871956259 1.65 0.95
        1 2.30 5.00 0.50 1.00 3
        'Al' 'fcc' 12 13 26.98
        4.64 2.04 1.50 6.0 1.50 4.05 3.353 1.07
        1 -2.40 -0.7 1.8 1.0 0
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("limeso meam ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Defaults_are_those_of_LAMMPS()
    {
        MeamParameters p = Read("zbl(1,1) = 0", "Al");
        Assert.Equal((4.0, 0.1, 2.0, 2.8), (p.Cutoff, p.CutoffWidth, p.ScreeningMinimum, p.ScreeningMaximum));
        Assert.Equal((0, 0.0, 0.0, false, 0), (p.RoseForm, p.Attraction, p.Repulsion, p.SecondNeighbours, p.Ibar));
        // augt1 is on by default: t1 + 3/5 t3
        Assert.Equal(-2.40 + 0.6 * 1.8, p.Weights.T1, 14);
        Assert.Equal(4.05 / Math.Sqrt(2), p.NeighbourDistance, 14);
    }

    [Fact]
    public void Keywords_with_and_without_spaces_set_the_same()
    {
        Assert.Equal(Read("zbl(1,1)=0\nrc=4.8\nCmin(1,1,1)=0.16\naugt1=0"), Read("zbl( 1 , 1 ) = 0 # off\n\n rc = 4.8\nCmin(1,1,1) = 0.16\naugt1 = 0"));
    }

    [Theory]
    [InlineData("rc = 4.8\nzbl(1,1) = 0\ncmin(1,1,1) = 0.16", 3, "unknown keyword 'cmin'", "Did you mean 'Cmin'?")]
    [InlineData("zbl(1,1) = 0\nEc(1,2) = 2.4", 2, "alloys are not supported", "Ec(1,1)")]
    [InlineData("zbl(1,1) = 0\nlattce(1,2) = 'b1'", 2, "'lattce' is for alloys", "pure element")]
    [InlineData("zbl(1,1) = 0\nCmin(1,1) = 0.16", 2, "'Cmin' is not written as expected", "Cmin(1,1,1) = VALUE")]
    [InlineData("zbl(1,1) = 0\nrc = far", 2, "'far' is no number", "cutoff")]
    [InlineData("zbl(1,1) = 0\nrc = -1", 2, "is -1", "above 0")]
    [InlineData("zbl(1,1) = 0\nrc = 4\nrc = 5", 3, "stands twice", "line 2")]
    [InlineData("zbl(1,1) = 0\nerose_form = 3", 2, "3 is not supported", "0, 1, 2")]
    [InlineData("zbl(1,1) = 0\nemb_lin_neg = 1", 2, "1 is not supported", "Supported: 0")]
    [InlineData("zbl(1,1) = 1", 1, "1 is not supported", "Supported: 0")]
    [InlineData("rc = 4.8", 0, "Ziegler", "zbl(1,1) = 0")]
    [InlineData("zbl(1,1) = 0\nCmax(1,1,1) = 1.5", 2, "limits of the screening", "Cmin < Cmax")]
    [InlineData("zbl(1,1) = 0\ndelr = 6", 2, "wider than the cutoff", "delr < rc")]
    public void What_cannot_be_used_is_refused_by_line(string parameters, int line, string problem, string advice)
    {
        InputException refused = Assert.Throws<InputException>(() => Read(parameters));
        Assert.Equal(line, refused.Location!.Line);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'bcc'", "'dia'", 2, "lattice 'dia' is not supported")]
    [InlineData("8 1 6.940", "12 1 6.940", 2, "z is 12")]
    [InlineData("1 2.30 5.00 0.50 1.00 3", "1 2.30 5.00 0.50 1.00 2", 4, "ibar = 2 is not supported")]
    [InlineData("1 2.30", "2 2.30", 4, "t0 is 2")]
    [InlineData("6.940", "", 7, "37 values")]
    [InlineData("6.940", "heavy", 2, "'heavy' is no number")]
    public void A_library_that_cannot_be_used_is_refused_by_line(string from, string to, int line, string problem)
    {
        InputException refused = Assert.Throws<InputException>(() => Read("zbl(1,1) = 0", library: Library.Replace(from, to, StringComparison.Ordinal)));
        Assert.Equal(line, refused.Location!.Line);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_that_the_library_lacks_is_named_with_those_it_has() =>
        Assert.Contains("It has: Li, Al", Assert.Throws<InputException>(() => Read("zbl(1,1) = 0", "Mg")).Message, StringComparison.Ordinal);

    private MeamParameters Read(string parameters, string element = "Li", string library = Library)
    {
        string libraryPath = Path.Combine(_folder, "library.meam"), parameterPath = Path.Combine(_folder, "x.meam");
        File.WriteAllText(libraryPath, library);
        File.WriteAllText(parameterPath, parameters);
        return MeamPotential.Read(libraryPath, parameterPath, element).Parameters;
    }
}
