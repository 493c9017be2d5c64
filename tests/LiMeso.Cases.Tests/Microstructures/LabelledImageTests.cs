using LiMeso.Cases.Microstructures;
using LiMeso.Core.Input;
using LiMeso.FiniteVolume.Homogenisation;

namespace LiMeso.Cases.Tests.Microstructures;

public sealed class LabelledImageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("limeso-image-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("# two phases\n0, 0, 7\n\n1,0,0\n")]
    [InlineData("P2 # plain\n3 2\n255\n0 0 7\n1 0 0\n")]
    [InlineData("P5\n3 2 255\n\0\0\a\u0001\0\0")]
    [InlineData("P5 3 2 300\n\0\0\0\0\0\a\0\u0001\0\0\0\0")]
    public void A_table_and_all_kinds_of_PGM_hold_the_same_labels(string text)
    {
        LabelledImage image = LabelledImage.Read(File("image", text));
        Assert.Equal((3, 2), (image.Columns, image.Rows));
        Assert.Equal([0, 0, 7, 1, 0, 0], image.Labels);
        Assert.Equal([0, 1, 7], image.Phases);
    }

    [Theory]
    [InlineData("0,1\n0\n", "image:2: ", "expected 2 labels as in the first row, found 1")]
    [InlineData("0,x\n", "image:1: ", "found 'x'")]
    [InlineData("\n", "image: ", "no labels")]
    [InlineData("P2 2 2 1 0 1 0", "image: ", "pixel 4 of 4")]
    [InlineData("P2 2 2 1 0 1 0 2", "image: ", "up to 1, found '2'")]
    [InlineData("P5 2 2 1\n\0\0", "image: ", "4 pixels are announced, 2 are there")]
    [InlineData("P5 0 2 1\n", "image: ", "an image has pixels")]
    [InlineData("P5", "image: ", "the width")]
    public void What_is_no_image_is_refused_with_its_place(string text, string place, string problem)
    {
        InputException error = Assert.Throws<InputException>(() => LabelledImage.Read(File("image", text)));
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_are_seen_from_the_top()
    {
        LabelledImage image = new(2, 2, [1, 0, 0, 1]), stairs = new(3, 3, [1, 0, 0, 0, 1, 0, 0, 0, 0]);
        Dictionary<int, double> d = new() { [0] = 1, [1] = 20 };
        var options = new HomogenisationOptions(1e-2, 3000);
        Assert.Equal(Math.Sqrt(20), new CellHomogeniser(image.ToUnitCell(d), options).Run(TestContext.Current.CancellationToken).Value.Xx, 1e-9);
        Assert.True(new CellHomogeniser(stairs.ToUnitCell(d), options).Run(TestContext.Current.CancellationToken).Bounds.OffDiagonal.Upper < 0, "squares that fall to the right carry flux downwards");
    }

    private string File(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text, System.Text.Encoding.Latin1);
        return path;
    }
}
