using LiMeso.Core;

namespace LiMeso.Transport.Data;

/// <summary>Least-squares Arrhenius line through diffusivities: ln D = ln D₀ − E/(k T).</summary>
/// <remarks>
/// With an error bar σ on every point the weights are (D/σ)² (σ/D is the error of ln D) and the standard errors follow from the error bars; otherwise all
/// points weigh the same and the standard errors follow from the scatter, which needs three points. In centred abscissae u = 1/(kT) − ū the two
/// parameters are uncorrelated, so nothing cancels: var E = v/S_uu, var ln D(T) = v (1/W + u²/S_uu), with v = 1 for weighted points and the residual variance otherwise.
/// </remarks>
public sealed class ArrheniusFit
{
    private readonly double _meanAbscissa, _totalWeight, _spread;
    private readonly double? _variance;

    private ArrheniusFit(ArrheniusLine line, bool weighted, int points, double meanAbscissa, double totalWeight, double spread, double sumOfSquares)
    {
        (Line, Weighted, PointCount) = (line, weighted, points);
        (_meanAbscissa, _totalWeight, _spread) = (meanAbscissa, totalWeight, spread);
        double? perDegreeOfFreedom = points > 2 ? sumOfSquares / (points - 2) : null;
        ReducedChiSquare = weighted ? perDegreeOfFreedom : null;
        _variance = weighted ? 1 : perDegreeOfFreedom;
    }

    /// <summary>The line, with the status of the least firm point.</summary>
    public ArrheniusLine Line { get; }

    /// <summary>Whether error bars set the weights.</summary>
    public bool Weighted { get; }

    /// <summary>How many points went in.</summary>
    public int PointCount { get; }

    /// <summary>Weighted sum of squared deviations of ln D per degree of freedom; near 1 when the error bars explain the scatter. Null without error bars or with two points.</summary>
    public double? ReducedChiSquare { get; }

    /// <summary>Standard error of the activation energy, J; null for two points without error bars.</summary>
    public double? ActivationEnergyStandardError => _variance is { } v ? Math.Sqrt(v / _spread) : null;

    /// <summary>Standard error of the activation energy, eV.</summary>
    public double? ActivationEnergyStandardErrorElectronVolt => ActivationEnergyStandardError / PhysicalConstants.ElementaryCharge;

    /// <summary>Standard error of ln D₀.</summary>
    public double? LogPrefactorStandardError => LogStandardError(0);

    /// <summary>Standard error of ln D on the line: the relative standard error of D.</summary>
    /// <param name="temperature">K, positive.</param>
    public double? LogStandardErrorAt(double temperature) => LogStandardError(1 / (PhysicalConstants.Boltzmann * temperature));

    /// <summary>Fits a line.</summary>
    /// <param name="points">Diffusivities, at two or more temperatures.</param>
    /// <param name="range">Where the line is meant; from the lowest to the highest temperature when null.</param>
    /// <exception cref="ArgumentException">All points are at one temperature.</exception>
    public static ArrheniusFit Through(IReadOnlyCollection<MeasuredPoint> points, TemperatureRange? range = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Select(p => p.Temperature).Distinct().Count() < 2) throw new ArgumentException("an Arrhenius fit needs diffusivities at two temperatures or more.", nameof(points));

        bool weighted = points.All(p => p.Error is not null);
        (double Abscissa, double Log, double Weight)[] data =
            [.. points.Select(p => (1 / (PhysicalConstants.Boltzmann * p.Temperature), Math.Log(p.Value), weighted ? Square(p.Value / p.Error!.Value) : 1))];
        double total = data.Sum(p => p.Weight);
        double meanAbscissa = data.Sum(p => p.Weight * p.Abscissa) / total, meanLog = data.Sum(p => p.Weight * p.Log) / total;
        double spread = data.Sum(p => p.Weight * Square(p.Abscissa - meanAbscissa));
        double slope = data.Sum(p => p.Weight * (p.Abscissa - meanAbscissa) * (p.Log - meanLog)) / spread;
        double sumOfSquares = data.Sum(p => p.Weight * Square(p.Log - meanLog - slope * (p.Abscissa - meanAbscissa)));

        TemperatureRange meant = range ?? new TemperatureRange(points.Min(p => p.Temperature), points.Max(p => p.Temperature));
        var attribution = new Attribution(points.Max(p => p.Attribution.Status), points.First().Attribution.Source);
        var line = new ArrheniusLine(meant, Math.Exp(meanLog - slope * meanAbscissa), -slope, attribution);
        return new ArrheniusFit(line, weighted, points.Count, meanAbscissa, total, spread, sumOfSquares);
    }

    private double? LogStandardError(double abscissa) => _variance is { } v ? Math.Sqrt(v * (1 / _totalWeight + Square(abscissa - _meanAbscissa) / _spread)) : null;

    private static double Square(double x) => x * x;
}
