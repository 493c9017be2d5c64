namespace LiMeso.FiniteVolume;

// Chandrupatla's method (Adv. Eng. Softw. 28 (1997) 145; Scherer, Computational Physics, 2010, section 6.1.7.3): inverse quadratic
// interpolation where the last three points are shaped for it, bisection elsewhere.

/// <summary>Closes in on the place where a function falls to zero, asking for one value at a time.</summary>
internal struct RootBracket
{
    private readonly double _tolerance;
    private double _a, _fa, _b, _fb, _c, _fc;                                      // a newest, b the other end, c the one before
    private double _fraction;

    /// <summary>A bracket: positive at the early end, zero or negative at the late one.</summary>
    public RootBracket(double early, double fEarly, double late, double fLate, double tolerance)
    {
        (_b, _fb, _a, _fa, _c, _fc) = (early, fEarly, late, fLate, early, fEarly);
        (_tolerance, _fraction) = (tolerance, 0.5);
        if (fEarly > fLate) _fraction = fLate / (fLate - fEarly);                   // secant from the late end
    }

    /// <summary>The next place to look at; false when the bracket is as narrow as asked.</summary>
    public readonly bool TryNext(out double x)
    {
        double margin = _tolerance / Math.Abs(_b - _a);
        x = _a + Math.Clamp(_fraction, Math.Min(margin, 0.5), Math.Max(1 - margin, 0.5)) * (_b - _a);
        return margin < 1 && _fa != 0 && x != _a && x != _b;
    }

    /// <summary>Tells the value at the place last asked for.</summary>
    public void Insert(double x, double value)
    {
        if ((value > 0) == (_fa > 0))
        {
            (_c, _fc) = (_a, _fa);
        }
        else
        {
            (_c, _fc) = (_b, _fb);
            (_b, _fb) = (_a, _fa);
        }

        (_a, _fa) = (x, value);
        double xi = (_a - _b) / (_c - _b), phi = (_fa - _fb) / (_fc - _fb);
        bool interpolates = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
        _fraction = interpolates
            ? _fa / (_fb - _fa) * _fc / (_fb - _fc) + (_c - _a) / (_b - _a) * _fa / (_fc - _fa) * _fb / (_fc - _fb)
            : 0.5;
    }
}
