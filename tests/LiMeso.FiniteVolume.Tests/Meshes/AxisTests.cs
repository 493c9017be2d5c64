using FsCheck.Fluent;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Meshes;

public class AxisTests
{
    [Fact]
    public void A_geometric_axis_has_the_stated_expansion_and_ends_exactly_where_asked()
    {
        Axis axis = Axis.Geometric(120e-6, 50, 20);
        Assert.Equal(120e-6, axis.End);
        Assert.Equal(20, axis.Widths[^1] / axis.Widths[0], 1e-10);
        for (int i = 2; i < axis.Cells; i++) Assert.Equal(axis.Widths[1] / axis.Widths[0], axis.Widths[i] / axis.Widths[i - 1], 1e-9);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void Refinement_at_both_ends_is_symmetric(int cells)
    {
        Axis axis = Axis.Geometric(1, cells, 8, Refinement.BothEnds);
        for (int i = 0; i < cells; i++) Assert.Equal(axis.Widths[i], axis.Widths[cells - 1 - i], 1e-13);
        Assert.Equal(8, axis.Widths[cells / 2] / axis.Widths[0], 1e-10);
    }

    [Fact]
    public void Refinement_at_the_end_mirrors_refinement_at_the_start()
    {
        Axis start = Axis.Geometric(2, 30, 5), end = Axis.Geometric(2, 30, 5, Refinement.End);
        for (int i = 0; i < 30; i++) Assert.Equal(start.Widths[i], end.Widths[29 - i], 1e-13);
    }

    [Fact]
    public void A_boundary_layer_keeps_its_cells_however_long_the_axis()
    {
        int CellsWithin(double length) => Axis.BoundaryLayer(length, 1e-6, 300).Nodes.ToArray().Count(x => x <= 1e-6);
        Assert.InRange(CellsWithin(1e-3), 145, 155);                               // half the cells: atan(1) is half of atan(∞)
        Assert.InRange(CellsWithin(1), 145, 155);
    }

    [Fact]
    public void Joined_axes_share_the_face_between_them()
    {
        Axis axis = Axis.Joined(Axis.Uniform(1, 4), Axis.Geometric(2, 6, 3, start: 1));
        Assert.Equal(10, axis.Cells);
        Assert.Equal(1, axis.Nodes[4]);
        Assert.Equal(3, axis.End);
        Assert.Throws<ArgumentException>(() => Axis.Joined(Axis.Uniform(1, 4), Axis.Uniform(1, 4, 1.1)));
    }

    [Fact]
    public void Nodes_that_do_not_increase_are_refused() =>
        Assert.Contains("node 2 at 1 m follows 1 m", Assert.Throws<ArgumentException>(() => Axis.FromNodes([0, 1, 1, 2])).Message);

    [Fact]
    public void The_cell_at_a_point_holds_it() =>
        Prop.ForAll(
            Gen.Choose(0, 1_000_000).Select(k => k / 1e6).ToArbitrary(),
            Gen.Choose(2, 60).ToArbitrary(),
            (s, cells) =>
            {
                Axis axis = Axis.BoundaryLayer(3, 0.4, cells, -1);
                double x = axis.Start + s * axis.Length;
                int cell = axis.CellAt(x);
                return axis.Nodes[cell] <= x && x <= axis.Nodes[cell + 1];
            }).HoldsForRandomCases();

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void Cells_are_narrowest_at_the_places_and_faces_lie_there(double expansion)
    {
        var axis = Axis.TowardsPlaces(2, 60, expansion, [0, 0.7, 1.5]);
        Assert.Equal(60, axis.Cells);
        foreach (double place in new[] { 0, 0.7, 1.5, 2 }) Assert.Contains(place, axis.Nodes.ToArray());
        Assert.InRange(axis.Widths[0], 0, axis.Widths[axis.CellAt(0.35)] * (expansion == 1 ? 1.5 : 0.1));
        Assert.InRange(axis.Widths[axis.CellAt(0.7)], 0, axis.Widths[axis.CellAt(1.1)] * (expansion == 1 ? 1.5 : 0.1));
        double widest = axis.Widths.ToArray().Max(), narrowest = axis.Widths.ToArray().Min();
        Assert.InRange(widest / narrowest, expansion / 2, 2 * expansion);           // faces moved to the places change widths by up to a half
    }

    [Fact]
    public void Places_off_the_axis_or_out_of_order_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Axis.TowardsPlaces(1, 10, 2, []));
        Assert.Throws<ArgumentException>(() => Axis.TowardsPlaces(1, 10, 2, [1.5]));
        Assert.Throws<ArgumentException>(() => Axis.TowardsPlaces(1, 10, 2, [0.6, 0.4]));
    }
}
