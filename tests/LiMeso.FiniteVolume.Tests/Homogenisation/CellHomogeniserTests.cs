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

    [Theory]
    [InlineData("square-array-of-circles", 0.79, "0.7854")]
    [InlineData("hexagonal-array-of-circles", 0.91, "0.9069")]
    public void Circles_that_touch_are_refused(string kind, double fraction, string largest)
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => UnitCellKinds.All[kind].Create(new UnitCellInput(1, 2) { Fraction = fraction }));
        Assert.Contains(largest, problem.Message, StringComparison.Ordinal);
    }
}
