namespace LiMeso.Depletion.Pulses;

/// <summary>Neumaier's compensated sum: a hundred thousand pulses must not move the last one by a hundred thousand rounding errors.</summary>
internal struct CompensatedSum
{
    private double _sum, _lost;

    public readonly double Value => _sum + _lost;

    public void Add(double term)
    {
        double sum = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        _sum = sum;
    }
}
