using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;

namespace LiMeso.FiniteVolume.Tests.Homogenisation;

public class CellHomogeniserTests
{
    // Solvers stop at a relative residual of 1e-8; energies err by its square, times what contrast and mesh make of it.
    private const double EnergyError = 1e-10;

    private static readonly HomogenisationOptions _coarse = new(1e-3, 2000);

    // Two squares of a row of three, corner to corner: no symmetry makes D diagonal.
    private static BlockCell Staircase(bool mirrored) =>
        new([1, 1, 1], [1, 1, 1], mirrored ? [0, 0, 1, 0, 1, 0, 0, 0, 0] : [1, 0, 0, 0, 1, 0, 0, 0, 0], [1, 20]);

    [Fact]
    public void Squares_that_climb_carry_flux_across_the_gradient_and_their_mirror_image_the_other_way()
    {
        DiffusivityBounds climbing = new CellHomogeniser(Staircase(false), _coarse).Run().Bounds, falling = new CellHomogeniser(Staircase(true), _coarse).Run().Bounds;
        Assert.True(climbing.OffDiagonal.Lower > 0);
        Assert.True(falling.OffDiagonal.Upper < 0);
        Assert.Equal(climbing.Value.Xy, -falling.Value.Xy, EnergyError);
        Assert.Equal(climbing.Value.Xx, falling.Value.Xx, EnergyError);
    }

    [Fact]
    public void A_finer_mesh_gives_bounds_within_those_of_a_coarse_one()
    {
        var homogeniser = new CellHomogeniser(Staircase(false), _coarse);
        DiffusivityBounds coarse = homogeniser.At(new Resolution(2, 1)).Bounds, fine = homogeniser.At(new Resolution(4, 1)).Bounds;
        Assert.True(coarse.Lower.Xx < fine.Lower.Xx && fine.Upper.Xx < coarse.Upper.Xx);
        Assert.True(coarse.Lower.Yy < fine.Lower.Yy && fine.Upper.Yy < coarse.Upper.Yy);
    }

    // Keller: D of the medium with the phases' values exchanged, turned by 90°, times D is their product.
    [Theory]
    [InlineData(CircleLattice.Square)]
    [InlineData(CircleLattice.Hexagonal)]
    public void Bounds_of_a_medium_are_those_of_its_dual_turned_and_inverted(CircleLattice lattice)
    {
        DiffusivityBounds given = new CellHomogeniser(new CircleCell(lattice, 1, 5, 0.4), _coarse).At(new Resolution(4, 1)).Bounds;
        DiffusivityBounds dual = new CellHomogeniser(new CircleCell(lattice, 1, 0.2, 0.4), _coarse).At(new Resolution(4, 1)).Bounds;
        Assert.Equal(1, given.Upper.Xx * dual.Lower.Yy, EnergyError);
        Assert.Equal(1, given.Lower.Xx * dual.Upper.Yy, EnergyError);
    }

    [Fact]
    public void Circles_of_no_contrast_are_not_there()
    {
        DiffusivityBounds bounds = new CellHomogeniser(new CircleCell(CircleLattice.Hexagonal, 3, 3, 0.8), _coarse).At(new Resolution(4, 1)).Bounds;
        Assert.Equal(new SymmetricTensor(3, 0, 3).Xx, bounds.Value.Xx, 1e-9);
        Assert.InRange(bounds.RelativeWidth, 0, 1e-9);
    }

    [Fact]
    public void Halving_the_elements_around_a_circle_makes_the_bounds_four_times_as_narrow()
    {
        var homogeniser = new CellHomogeniser(new CircleCell(CircleLattice.Square, 1, 10, 0.3), _coarse);
        double coarse = homogeniser.At(new Resolution(8, 1)).Bounds.RelativeWidth, fine = homogeniser.At(new Resolution(16, 1)).Bounds.RelativeWidth;
        Assert.InRange(Math.Log2(coarse / fine), 1.9, 2.1);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var cell = new BlockCell([1, 1], [1, 1], [0, 0, 0, 1], [1, 100]);
        var resolution = new Resolution(96, 100);
        Assert.Equal(new CellHomogeniser(cell, _coarse).At(resolution).Bounds.Upper, new CellHomogeniser(cell, _coarse with { Threads = 3 }).At(resolution).Bounds.Upper);
    }

    [Fact]
    public void The_tolerance_ends_the_refinement_and_so_does_the_number_of_elements()
    {
        var cell = new BlockCell([1, 1], [1, 1], [0, 0, 0, 1], [1, 10]);
        HomogenisedDiffusivity loose = new CellHomogeniser(cell, new HomogenisationOptions(0.01)).Run(), few = new CellHomogeniser(cell, new HomogenisationOptions(1e-9, 1000)).Run();
        Assert.InRange(loose.Bounds.RelativeWidth, 1e-3, 0.01);
        Assert.InRange(few.Narrowest.Elements, 251, 1000);
        ArgumentException problem = Assert.Throws<ArgumentException>(() => new CellHomogeniser(cell, new HomogenisationOptions(1e-9, 3)).Run());
        Assert.Contains("4 elements", problem.Message, StringComparison.Ordinal);
    }

    // One block high: a mesh that closes on itself has two rows all the same.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Few_elements_are_enough_for_a_row_of_blocks(int level)
    {
        double[] widths = [1, 2, 1];
        var row = new BlockCell(widths, [1], [0, 1, 2], [1, 10, 4]);
        var column = new BlockCell([1], widths, [0, 1, 2], [1, 10, 4]);
        double series = 4 / (1 + 0.2 + 0.25), parallel = 25.0 / 4;
        Assert.Equal(6, row.ElementsAt(1));
        foreach ((BlockCell cell, double xx, double yy) in new[] { (row, series, parallel), (column, parallel, series) })
        {
            RefinementStep step = new CellHomogeniser(cell, _coarse).At(new Resolution(level, 1));
            Assert.Equal(cell.ElementsAt(level), step.Elements);
            Assert.Equal(xx, step.Bounds.Value.Xx, 1e-9);
            Assert.Equal(yy, step.Bounds.Value.Yy, 1e-9);
            Assert.InRange(step.Bounds.RelativeWidth, 0, 1e-9);
        }
    }

    // The coarsest meshes do not fit between circles that all but touch; finer ones do.
    [Theory]
    [InlineData(CircleLattice.Square, 0.785)]
    [InlineData(CircleLattice.Hexagonal, 0.9)]
    public void Circles_that_all_but_touch_are_met_with_finer_meshes(CircleLattice lattice, double fraction)
    {
        DiffusivityBounds bounds = new CellHomogeniser(new CircleCell(lattice, 1, 3, fraction), new HomogenisationOptions(0.01)).Run().Bounds;
        Assert.InRange(bounds.RelativeWidth, 0, 0.01);
        Assert.InRange(bounds.Value.Xx, 1 / (1 - fraction + fraction / 3), 1 - fraction + 3 * fraction);
    }

    [Fact]
    public void A_limit_outside_the_bounds_is_not_believed()
    {
        static RefinementStep Step(double lower, double upper) =>
            new(new Resolution(1, 1), 1, new DiffusivityBounds(new SymmetricTensor(lower, 0, lower), new SymmetricTensor(upper, 0, upper)));
        var steady = new HomogenisedDiffusivity([Step(1, 1.16), Step(1.06, 1.10), Step(1.075, 1.085)], HasOrder: true);
        Assert.True(steady.IsExtrapolated);
        Assert.Equal(1.08, steady.Value.Xx, 1e-3);

        // the width falls as it should, but the lower bound alone moves, and beyond the upper
        var onesided = new HomogenisedDiffusivity([Step(1.03529, 1.21), Step(1.166265, 1.21), Step(1.2, 1.21)], HasOrder: true);
        Assert.False(onesided.IsExtrapolated);
        Assert.InRange(onesided.Value.Xx, 1.2, 1.21);
        Assert.False(new HomogenisedDiffusivity(steady.Steps, HasOrder: false).IsExtrapolated);
    }

    [Theory]
    [InlineData("square-array-of-circles", 0.79, "0.7854")]
    [InlineData("hexagonal-array-of-circles", 0.91, "0.9069")]
    public void Circles_that_touch_are_refused(string kind, double fraction, string largest)
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => UnitCellKinds.All[kind].Create(new UnitCellInput(1, 2) { Fraction = fraction }));
        Assert.Contains(largest, problem.Message, StringComparison.Ordinal);
    }
}
