using LiMeso.Core;
using LiMeso.Core.Threading;

namespace LiMeso.FiniteVolume.Fields;

/// <summary><see cref="FieldArithmetic"/> on whole fields, shared among threads: the same bits whatever their number. Allocates nothing.</summary>
internal sealed class TeamArithmetic
{
    // So many products are added up by themselves, whoever does it.
    private const int Block = 8192;

    private readonly ThreadTeam _team;
    private readonly double[] _ofBlocks;
    private readonly Action<int> _copy, _scale, _multiply, _addScaled, _addTwoScaled, _scaledDifference, _addToAll, _dot;
    private double[] _a = [], _b = [], _c = [], _result = [];
    private double _s, _t;

    /// <summary>Arithmetic on fields of so many cells.</summary>
    /// <param name="cells">Cells of a field.</param>
    /// <param name="team">Who does it.</param>
    public TeamArithmetic(int cells, ThreadTeam team)
    {
        (_team, _ofBlocks) = (team, new double[(cells + Block - 1) / Block]);
        _copy = member => Of(_a, member).CopyTo(Of(_result, member));
        _scale = member => FieldArithmetic.Scale(_s, Of(_a, member), Of(_result, member));
        _multiply = member => FieldArithmetic.Multiply(Of(_a, member), Of(_b, member), Of(_result, member));
        _addScaled = member => FieldArithmetic.AddScaled(Of(_a, member), _s, Of(_b, member), Of(_result, member));
        _addTwoScaled = member => FieldArithmetic.AddTwoScaled(Of(_a, member), _s, Of(_b, member), _t, Of(_c, member), Of(_result, member));
        _scaledDifference = member => FieldArithmetic.ScaledDifference(_s, Of(_a, member), Of(_b, member), Of(_result, member));
        _addToAll = member => FieldArithmetic.AddToAll(_s, Of(_result, member));
        _dot = DotOfBlocks;
    }

    /// <summary>result = a.</summary>
    public void Copy(double[] a, double[] result)
    {
        (_a, _result) = (a, result);
        _team.Run(_copy);
    }

    /// <inheritdoc cref="FieldArithmetic.Scale"/>
    public void Scale(double s, double[] a, double[] result)
    {
        (_s, _a, _result) = (s, a, result);
        _team.Run(_scale);
    }

    /// <inheritdoc cref="FieldArithmetic.Multiply"/>
    public void Multiply(double[] a, double[] b, double[] result)
    {
        (_a, _b, _result) = (a, b, result);
        _team.Run(_multiply);
    }

    /// <inheritdoc cref="FieldArithmetic.AddScaled"/>
    public void AddScaled(double[] a, double s, double[] b, double[] result)
    {
        (_a, _s, _b, _result) = (a, s, b, result);
        _team.Run(_addScaled);
    }

    /// <inheritdoc cref="FieldArithmetic.AddTwoScaled"/>
    public void AddTwoScaled(double[] a, double s, double[] b, double t, double[] c, double[] result)
    {
        (_a, _s, _b, _t, _c, _result) = (a, s, b, t, c, result);
        _team.Run(_addTwoScaled);
    }

    /// <inheritdoc cref="FieldArithmetic.ScaledDifference"/>
    public void ScaledDifference(double s, double[] a, double[] b, double[] result)
    {
        (_s, _a, _b, _result) = (s, a, b, result);
        _team.Run(_scaledDifference);
    }

    /// <inheritdoc cref="FieldArithmetic.AddToAll"/>
    public void AddToAll(double s, double[] a)
    {
        (_s, _result) = (s, a);
        _team.Run(_addToAll);
    }

    /// <summary>Σ a b, without rounding error to speak of.</summary>
    public double Dot(double[] a, double[] b)
    {
        (_a, _b) = (a, b);
        _team.Run(_dot);
        var sum = default(CompensatedSum);
        foreach (double ofBlock in _ofBlocks) sum.Add(ofBlock);
        return sum.Value;
    }

    private Span<double> Of(double[] field, int member)
    {
        (int first, int end) = _team.Share(member, field.Length);
        return field.AsSpan(first, end - first);
    }

    private void DotOfBlocks(int member)
    {
        (int first, int end) = _team.Share(member, _ofBlocks.Length);
        for (int block = first; block < end; block++)
        {
            Range cells = (block * Block)..Math.Min((block + 1) * Block, _a.Length);
            _ofBlocks[block] = CompensatedSum.Dot(_a.AsSpan(cells), _b.AsSpan(cells));
        }
    }
}
