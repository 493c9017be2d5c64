using LiMeso.FiniteVolume.Homogenisation;

namespace LiMeso.FiniteVolume.Tests.Homogenisation;

public class SymmetricTensorTests
{
    private static readonly SymmetricTensor _a = new(3, 1, 2), _b = new(5, -0.5, 4);

    [Fact]
    public void The_geometric_mean_of_diagonal_tensors_is_that_of_their_components()
    {
        SymmetricTensor mean = new SymmetricTensor(1, 0, 4).GeometricMeanWith(new SymmetricTensor(9, 0, 16));
        Assert.Equal(3, mean.Xx, 1e-14);
        Assert.Equal(0, mean.Xy, 1e-14);
        Assert.Equal(8, mean.Yy, 1e-14);
    }

    // G A⁻¹ G = B defines the geometric mean G of A and B.
    [Fact]
    public void The_geometric_mean_solves_its_equation()
    {
        SymmetricTensor g = _a.GeometricMeanWith(_b);
        double d = _a.Determinant, xx = _a.Yy / d, xy = -_a.Xy / d, yy = _a.Xx / d;
        (double p, double q, double r, double s) = (g.Xx * xx + g.Xy * xy, g.Xx * xy + g.Xy * yy, g.Xy * xx + g.Yy * xy, g.Xy * xy + g.Yy * yy);
        Assert.Equal(_b.Xx, p * g.Xx + q * g.Xy, 1e-13);
        Assert.Equal(_b.Xy, p * g.Xy + q * g.Yy, 1e-13);
        Assert.Equal(_b.Yy, r * g.Xy + s * g.Yy, 1e-13);
    }

    [Fact]
    public void A_quarter_turn_exchanges_the_axes()
    {
        SymmetricTensor turned = _a.Turned(Math.PI / 2);
        Assert.Equal((_a.Yy, -_a.Xy, _a.Xx), (Math.Round(turned.Xx, 14), Math.Round(turned.Xy, 14), Math.Round(turned.Yy, 14)));
    }

    [Fact]
    public void The_largest_ratio_is_that_of_the_worst_of_many_directions()
    {
        double worst = Enumerable.Range(0, 3600).Max(k =>
        {
            (double y, double x) = Math.SinCos(k * Math.PI / 3600);
            return Form(_a, x, y) / Form(_b, x, y);
        });
        Assert.Equal(worst, _a.LargestRatioTo(_b), 1e-6);

        static double Form(SymmetricTensor t, double x, double y) => t.Xx * x * x + 2 * t.Xy * x * y + t.Yy * y * y;
    }
}
