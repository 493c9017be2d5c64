namespace LiMeso.Cases.Results;

/// <summary>
/// Everything a run found, as plain named numbers, texts and arrays. A case kind fills it, the HDF5 file <c>data.h5</c> and <c>run.json</c> keep it,
/// and the report is made from it alone: so a report can be made again at any time, and whatever a report shows can be read by other programs.
/// </summary>
public sealed class ResultData
{
    private readonly Dictionary<string, double> _numbers = [];
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, ResultArray> _arrays = [];
    private readonly List<string> _warnings = [];

    /// <summary>Scalars by dotted name with the unit as suffix ("depletion_time_s.analytic"); they become the nested keys of <c>run.json</c>.</summary>
    public IReadOnlyDictionary<string, double> Numbers => _numbers;

    /// <summary>Texts by dotted name.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Arrays by name.</summary>
    public IReadOnlyDictionary<string, ResultArray> Arrays => _arrays;

    /// <summary>What a reader must know before trusting the numbers.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Sets a scalar.</summary>
    /// <param name="name">Dotted name with unit suffix.</param>
    /// <param name="value">The value in that unit.</param>
    public void Set(string name, double value) => _numbers[name] = value;

    /// <summary>Sets a text.</summary>
    /// <param name="name">Dotted name.</param>
    /// <param name="value">The text.</param>
    public void Set(string name, string value) => _texts[name] = value;

    /// <summary>Sets a one-dimensional array.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="axis">Name of the axis that it lies on.</param>
    /// <param name="values">The values.</param>
    public void Set(string name, string unit, string axis, IReadOnlyList<double> values) =>
        _arrays[name] = new ResultArray(name, unit, [new ResultDimension(axis, values.Count)], [.. values]);

    /// <summary>Sets a two-dimensional array.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="rows">Name of the slow axis.</param>
    /// <param name="columns">Name of the fast axis.</param>
    /// <param name="values">The values, [row, column].</param>
    public void Set(string name, string unit, string rows, string columns, double[,] values)
    {
        double[] flat = new double[values.Length];
        Buffer.BlockCopy(values, 0, flat, 0, flat.Length * sizeof(double));
        Set(new ResultArray(name, unit, [new ResultDimension(rows, values.GetLength(0)), new ResultDimension(columns, values.GetLength(1))], flat));
    }

    /// <summary>Sets an array of any rank.</summary>
    /// <param name="array">The array.</param>
    /// <exception cref="ArgumentException">The number of values is not the product of the dimensions.</exception>
    public void Set(ResultArray array)
    {
        if (array.Values.Length != array.Dimensions.Aggregate(1, (n, d) => n * d.Length)) throw new ArgumentException($"'{array.Name}' has {array.Values.Length} values, not those of its dimensions.");
        _arrays[array.Name] = array;
    }

    /// <summary>Adds a warning, once.</summary>
    /// <param name="warning">One sentence.</param>
    public void Warn(string warning)
    {
        if (!_warnings.Contains(warning)) _warnings.Add(warning);
    }

    /// <summary>The scalar of that name.</summary>
    /// <param name="name">Dotted name.</param>
    /// <exception cref="KeyNotFoundException">The run has none of that name.</exception>
    public double Number(string name) => _numbers.TryGetValue(name, out double value) ? value : throw new KeyNotFoundException($"The results have no number '{name}'.");

    /// <summary>The values of an array.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">The run has none of that name.</exception>
    public double[] Values(string name) => Array(name).Values;

    /// <summary>An array.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">The run has none of that name.</exception>
    public ResultArray Array(string name) => _arrays.TryGetValue(name, out ResultArray? array) ? array : throw new KeyNotFoundException($"The results have no array '{name}'.");
}
