using LiMeso.Core;
using LiMeso.Transport.Data;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearRegression;

namespace LiMeso.Transport.Tests.Data;

public class ArrheniusFitTests
{
    private const double BoltzmannElectronVolt = PhysicalConstants.BoltzmannElectronVolt;
    private static readonly Attribution _assumed = new(ValueStatus.Assumed, "test");

    private static MeasuredPoint Point(double temperature, double value, double? error = null) => new(temperature, value, error, _assumed);

    private static double OnLine(double temperature, double electronVolt = 0.48, double prefactor = 2.4e-7) => prefactor * Math.Exp(-electronVolt / (BoltzmannElectronVolt * temperature));

    [Fact]
    public void Points_on_a_line_give_the_line_back()
    {
        ArrheniusFit fit = ArrheniusFit.Through([.. new[] { 250.0, 300, 350, 400 }.Select(t => Point(t, OnLine(t)))]);
        Assert.Equal(0.48, fit.Line.ActivationEnergyElectronVolt, 12);
        Assert.InRange(fit.Line.Prefactor / 2.4e-7, 1 - 1e-12, 1 + 1e-12);
        Assert.Equal((new TemperatureRange(250, 400), false, 4), (fit.Line.Range, fit.Weighted, fit.PointCount));
        Assert.InRange(fit.ActivationEnergyStandardErrorElectronVolt!.Value, 0, 1e-14);
    }

    // Independent road: MathNet's weighted regression and the inverse of its normal matrix.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Line_and_standard_errors_agree_with_the_general_linear_least_squares_solution(bool weighted)
    {
        double[] temperatures = [250, 280, 300, 350, 400], scatter = [1.1, 0.85, 1.02, 1.2, 0.9], relative = [0.1, 0.2, 0.05, 0.3, 0.1];
        MeasuredPoint[] points = [.. temperatures.Select((t, i) => Point(t, scatter[i] * OnLine(t), weighted ? relative[i] * scatter[i] * OnLine(t) : null))];
        ArrheniusFit fit = ArrheniusFit.Through(points);

        var x = Matrix<double>.Build.DenseOfRows(temperatures.Select(t => new[] { 1, -1 / (BoltzmannElectronVolt * t) }));
        var y = Vector<double>.Build.Dense([.. points.Select(p => Math.Log(p.Value))]);
        var w = Matrix<double>.Build.DenseOfDiagonalArray([.. relative.Select(r => weighted ? 1 / (r * r) : 1)]);
        Vector<double> solution = WeightedRegression.Weighted(x, y, w);
        Vector<double> residual = y - x * solution;
        double chiSquare = residual * w * residual / 3;
        Matrix<double> covariance = (x.Transpose() * w * x).Inverse() * (weighted ? 1 : chiSquare);

        // 1e-9: the normal matrix in uncentred abscissae has a condition number of about 1e4 squared.
        Assert.InRange(fit.Line.ActivationEnergyElectronVolt / solution[1], 1 - 1e-9, 1 + 1e-9);
        Assert.InRange(Math.Log(fit.Line.Prefactor) / solution[0], 1 - 1e-9, 1 + 1e-9);
        Assert.InRange(fit.ActivationEnergyStandardErrorElectronVolt!.Value / Math.Sqrt(covariance[1, 1]), 1 - 1e-8, 1 + 1e-8);
        Assert.InRange(fit.LogPrefactorStandardError!.Value / Math.Sqrt(covariance[0, 0]), 1 - 1e-8, 1 + 1e-8);
        Vector<double> at320 = Vector<double>.Build.Dense([1, -1 / (BoltzmannElectronVolt * 320)]);
        Assert.InRange(fit.LogStandardErrorAt(320)!.Value / Math.Sqrt(at320 * covariance * at320), 1 - 1e-8, 1 + 1e-8);
        if (weighted) Assert.InRange(fit.ReducedChiSquare!.Value / chiSquare, 1 - 1e-9, 1 + 1e-9);
        else Assert.Null(fit.ReducedChiSquare);
    }

    // 2000 synthetic experiments: the quoted standard error must be the scatter of the fitted energies (relative error of a standard deviation: 1/√4000 = 1.6 %).
    [Fact]
    public void The_standard_error_is_the_scatter_of_repeated_experiments()
    {
        var random = new Random(5);
        double[] temperatures = [250, 300, 350, 400], energies = new double[2000];
        double quoted = 0;
        for (int k = 0; k < energies.Length; k++)
        {
            ArrheniusFit fit = ArrheniusFit.Through([.. temperatures.Select(t => Point(t, OnLine(t) * Math.Exp(Normal.Sample(random, 0, 0.05)), 0.05 * OnLine(t)))]);
            energies[k] = fit.Line.ActivationEnergyElectronVolt;
            quoted += fit.ActivationEnergyStandardErrorElectronVolt!.Value / energies.Length;
        }

        double mean = energies.Average(), scatter = Math.Sqrt(energies.Sum(e => (e - mean) * (e - mean)) / (energies.Length - 1));
        Assert.InRange(mean, 0.479, 0.481);
        Assert.InRange(scatter / quoted, 0.95, 1.05);
    }

    [Fact]
    public void Two_points_have_no_scatter_to_tell_errors_from_unless_they_have_error_bars()
    {
        ArrheniusFit bare = ArrheniusFit.Through([Point(300, 1e-11), Point(400, 1e-10)]);
        Assert.Equal((null, null, null), (bare.ActivationEnergyStandardError, bare.LogPrefactorStandardError, bare.LogStandardErrorAt(350)));
        Assert.NotNull(ArrheniusFit.Through([Point(300, 1e-11, 1e-12), Point(400, 1e-10, 1e-11)]).ActivationEnergyStandardError);
        Assert.Throws<ArgumentException>(() => ArrheniusFit.Through([Point(300, 1e-11), Point(300, 2e-11)]));
    }
}
