using LiMeso.Core.Registries;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.FiniteVolume.Tests.Meshes;

public class RectilinearMeshTests
{
    private static readonly RectilinearMesh _plane = new(Axis.Geometric(2, 3, 4), Axis.Uniform(1, 5));

    [Fact]
    public void X_runs_fastest_and_volumes_fill_the_domain()
    {
        Assert.Equal(7, _plane.Cell(1, 2));
        Assert.Equal((_plane.X.Centres[1], _plane.Y!.Centres[2]), _plane.Centre(7));
        Assert.Equal(2, _plane.Volumes.ToArray().Sum(), 1e-14);
    }

    [Theory]
    [InlineData(Side.XMin, new[] { 0, 3, 6, 9, 12 }, 1)]
    [InlineData(Side.XMax, new[] { 2, 5, 8, 11, 14 }, -1)]
    [InlineData(Side.YMin, new[] { 0, 1, 2 }, 3)]
    [InlineData(Side.YMax, new[] { 12, 13, 14 }, -3)]
    public void A_side_names_the_cells_behind_it_and_the_way_inwards(Side side, int[] cells, int inward)
    {
        SideFaces faces = _plane.FacesOf(side);
        Assert.Equal(cells, Enumerable.Range(0, faces.Count).Select(faces.Cell));
        Assert.Equal(inward, faces.Inward);
        Assert.Equal(side is Side.XMin or Side.XMax ? 1 : 2, Enumerable.Range(0, faces.Count).Sum(faces.Area), 1e-14);
    }

    [Fact]
    public void Sides_answer_to_the_names_users_give_them()
    {
        RectilinearMesh foil = new RectilinearMesh(Axis.Uniform(1, 4)).WithSideName("electrolyte", Side.XMin).WithSideName("collector", Side.XMax);
        Assert.Equal(Side.XMin, foil.SideNamed("electrolyte"));
        Assert.Equal(Side.XMin, foil.SideNamed("xMin"));
        Assert.Equal("collector", foil.NameOf(Side.XMax));
        var unknown = Assert.Throws<UnknownNameException>(() => foil.SideNamed("electrolite"));
        Assert.Contains("Did you mean 'electrolyte'?", unknown.Message);
    }

    [Fact]
    public void A_line_has_no_y_sides() => Assert.Throws<ArgumentException>(() => new RectilinearMesh(Axis.Uniform(1, 4)).FacesOf(Side.YMin));
}
