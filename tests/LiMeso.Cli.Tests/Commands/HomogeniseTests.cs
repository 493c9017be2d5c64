using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;

namespace LiMeso.Cli.Tests.Commands;

public sealed class HomogeniseTests : IDisposable
{
    private static readonly string[] _laminate = ["homogenise", "--cell", "laminate", "--matrix", "1 m^2/s", "--inclusion", "10 m^2/s", "--fraction", "0.35"];

    private readonly Workplace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Layers_aslant_have_the_tensor_of_layers_turned()
    {
        JsonObject root = TheProgram.Json(_work.Folder, [.. _laminate, "--angle", "30 deg"]);
        double across = 1 / (0.65 / 1 + 0.35 / 10), along = 0.65 + 3.5;
        Assert.Equal(0.75 * across + 0.25 * along, (double)root["diffusivity_xx_m2_s"]!, 1e-10);
        Assert.Equal(Math.Sqrt(3) / 4 * (across - along), (double)root["diffusivity_xy_m2_s"]!, 1e-10);
        Assert.Equal(0.25 * across + 0.75 * along, (double)root["diffusivity_yy_m2_s"]!, 1e-10);
        Assert.InRange((double)root["relative_width"]!, 0, 1e-11);
    }

    [Fact]
    public void Circles_may_be_perfect_conductors()
    {
        JsonObject root = TheProgram.Json(_work.Folder,
            "homogenise", "--cell", "square-array-of-circles", "--matrix", "1 m^2/s", "--inclusion", "inf", "--fraction", "0.3", "--tolerance", "0.01");
        const double Exact = 1.8601883065193946825;                              // Rayleigh's multipoles
        Assert.InRange(Exact, (double)root["lower_xx_m2_s"]!, (double)root["upper_xx_m2_s"]!);
        Assert.InRange((double)root["relative_width"]!, 0, 0.01);
    }

    [Fact]
    public void An_image_of_squares_is_a_checkerboard()
    {
        File.WriteAllText(Path.Combine(_work.Folder, "board.csv"), "3,5\n5,3\n");
        JsonObject root = TheProgram.Json(_work.Folder, "homogenise", "--image", "board.csv", "--diffusivities", "3 = 1 m^2/s; 5 = 4 m^2/s");
        Assert.Equal(2, (double)root["diffusivity_xx_m2_s"]!, 1e-9);
        Assert.InRange((double)root["relative_width"]!, 0, 1e-3);
    }

    [Theory]
    [InlineData("--cell is missing", "homogenise")]
    [InlineData("'diffusivities' needs an image", "homogenise", "--cell", "laminate", "--diffusivities", "1 = 1 m^2/s")]
    [InlineData("this cell has no 'fraction'", "homogenise", "--cell", "checkerboard", "--fraction", "0.5")]
    [InlineData("--relative-width is missing", "homogenise", "--cell", "square-grains", "--matrix", "1 m^2/s", "--inclusion", "2 m^2/s")]
    [InlineData("must be less than 1", "homogenise", "--cell", "laminate", "--matrix", "1 m^2/s", "--inclusion", "2 m^2/s", "--fraction", "1")]
    [InlineData("positive and finite", "homogenise", "--cell", "laminate", "--matrix", "1 m^2/s", "--inclusion", "inf", "--fraction", "0.1")]
    [InlineData("0.7854", "homogenise", "--cell", "square-array-of-circles", "--matrix", "1 m^2/s", "--inclusion", "0 m^2/s", "--fraction", "0.9")]
    [InlineData("1 label of the image has no diffusivity: 5", "homogenise", "--image", "board.csv", "--diffusivities", "3 = 1 m^2/s")]
    [InlineData("label 3: expected a diffusivity", "homogenise", "--image", "board.csv", "--diffusivities", "3 = 1 m")]
    [InlineData("does not go with an image", "homogenise", "--image", "board.csv", "--fraction", "0.2")]
    [InlineData("more than the 3 allowed", "homogenise", "--cell", "checkerboard", "--matrix", "1 m^2/s", "--inclusion", "2 m^2/s", "--max-elements", "3")]
    public void What_does_not_fit_is_refused(string problem, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(_work.Folder, "board.csv"), "3,5\n5,3\n");
        var refused = TheProgram.RunIn(_work.Folder, arguments);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(problem, refused.Errors, StringComparison.Ordinal);
    }
}
