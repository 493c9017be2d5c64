using LiMeso.Transport.Fractions;

namespace LiMeso.Transport.Tests.Fractions;

public class BoundaryFractionTests
{
    public static TheoryData<string> All => [.. BoundaryFractions.All.Names];

    [Fact]
    public void Voronoi_coefficients_are_those_of_the_Poisson_tessellation()
    {
        Assert.InRange(Voronoi.FacetCoefficient, 2.910436297525, 2.910436297535);       // 12 digits known from 30-digit arithmetic
        Assert.InRange(Voronoi.JunctionCoefficient, 2.525269479385, 2.525269479395);
    }

    [Theory, MemberData(nameof(All))]
    public void The_area_density_is_the_slope_at_zero(string name)
    {
        IBoundaryFraction fraction = BoundaryFractions.All[name];
        Assert.InRange(fraction.At(1e-9).Interface / 1e-9 / fraction.AreaDensity, 1 - 1e-8, 1 + 1e-8);
    }

    [Theory, MemberData(nameof(All))]
    public void Fractions_are_never_negative_and_grow_with_the_width(string name)
    {
        IBoundaryFraction fraction = BoundaryFractions.All[name];
        double previous = -1;
        for (int i = 0; i <= 100; i++)
        {
            PhaseFractions f = fraction.At(fraction.LargestRelativeWidth * i / 100);
            Assert.True(f is { Boundary: >= 0, TripleJunction: >= 0, Grain: >= 0 } && f.Interface > previous);
            previous = f.Interface;
        }
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-6)]
    [InlineData(0.2)]
    public void Polygon_and_polyhedron_keep_their_digits_where_the_textbook_form_loses_them(double x)
    {
        Assert.InRange(BoundaryFractions.All["regular-polygon"].At(x).Interface / (2 * x - x * x) - 1, -1e-15, 1e-15);
        Assert.InRange(BoundaryFractions.All["polyhedron"].At(x).Interface / (3 * x - 3 * x * x + x * x * x) - 1, -1e-15, 1e-15);
    }

    [Fact]
    public void Facets_and_junctions_of_a_cube_are_what_a_cube_has()
    {
        // Blocks of side 1 in slabs of width x: three facets (1−x)² x, three edges (1−x) x², one corner x³.
        const double X = 0.37;
        PhaseFractions f = BoundaryFractions.All["polyhedron"].At(X);
        Assert.Equal(3 * (1 - X) * (1 - X) * X, f.Boundary, 15);
        Assert.Equal(3 * (1 - X) * X * X + X * X * X, f.TripleJunction, 15);
        Assert.Equal((1 - X) * (1 - X) * (1 - X), f.Grain, 15);
    }
}
