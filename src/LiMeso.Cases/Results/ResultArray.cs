namespace LiMeso.Cases.Results;

/// <summary>A named array with its unit and the names of its dimensions, slowest first.</summary>
/// <param name="Name">Name, unique in its run: "interface/time".</param>
/// <param name="Unit">Unit of the values as written in case files; empty for pure numbers.</param>
/// <param name="Dimensions">Name and length of each dimension, slowest first.</param>
/// <param name="Values">The values, row-major.</param>
public sealed record ResultArray(string Name, string Unit, IReadOnlyList<ResultDimension> Dimensions, double[] Values)
{
    /// <summary>The values as rows and columns.</summary>
    /// <exception cref="InvalidOperationException">The array has not two dimensions.</exception>
    public double[,] ToMatrix()
    {
        if (Dimensions.Count != 2) throw new InvalidOperationException($"'{Name}' has {Dimensions.Count} dimensions, not two.");
        double[,] matrix = new double[Dimensions[0].Length, Dimensions[1].Length];
        Buffer.BlockCopy(Values, 0, matrix, 0, Values.Length * sizeof(double));
        return matrix;
    }

    /// <summary>Row <paramref name="index"/> of an array with two dimensions.</summary>
    /// <param name="index">Row.</param>
    public double[] Row(int index)
    {
        int length = Dimensions[^1].Length;
        return Values[(index * length)..((index + 1) * length)];
    }
}
