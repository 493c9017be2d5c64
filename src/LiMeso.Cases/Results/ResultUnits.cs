using System.Globalization;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Results;

/// <summary>Arrays, which hold SI, in the units that figures and tables show.</summary>
public static class ResultUnits
{
    /// <summary>The values of an array in another unit.</summary>
    /// <param name="results">Results.</param>
    /// <param name="name">Name of the array; its values are in SI.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="unit">The unit wanted.</param>
    public static double[] In(this ResultData results, string name, QuantityKind kind, string unit)
    {
        double scale = kind.In(1, unit);
        return [.. results.Values(name).Select(value => Rounded(value * scale))];
    }

    // 0.1 A/m² must come back as 0.01 mA/cm², not as 0.010000000000000002.
    private static double Rounded(double value) => double.Parse(value.ToString("G14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>One matrix of an array of three dimensions, in another unit.</summary>
    /// <param name="results">Results.</param>
    /// <param name="name">Name of the array; its values are in SI.</param>
    /// <param name="index">Index along the slowest dimension.</param>
    /// <param name="scale">Factor from SI to the unit wanted.</param>
    public static double[,] Slice(this ResultData results, string name, int index, double scale = 1)
    {
        ResultArray array = results.Array(name);
        (int rows, int columns) = (array.Dimensions[1].Length, array.Dimensions[2].Length);
        double[,] matrix = new double[rows, columns];
        ReadOnlySpan<double> values = array.Values.AsSpan(index * rows * columns, rows * columns);
        for (int i = 0; i < values.Length; i++) matrix[i / columns, i % columns] = values[i] * scale;
        return matrix;
    }
}
