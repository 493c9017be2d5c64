using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>
/// φ(r) between 0 and the cutoff as polynomials of fifth degree that take over value, slope and curvature at their ends. Within 1e-13 of the largest φ that matters;
/// the slope that belongs to it is the polynomial's own, so that forces are the gradient of the energy.
/// </summary>
internal sealed unsafe class PairTable
{
    private const int Intervals = 256, Row = 8;
    private readonly PinnedBuffer<double> _rows = new();

    public PairTable(ReferenceEquations reference, double cutoff)
    {
        double h = cutoff / Intervals;
        PerInterval = 1 / h;
        // One interval more than there are: a pair at the cutoff finds a polynomial too.
        _rows.Reserve((Intervals + 1) * Row);
        for (int i = 0; i <= Intervals; i++)
        {
            // Some equations of state have no value at r = 0, where no pair ever is.
            Jet a = reference.PairPotential(Math.Max(i * h, 1e-3 * h)), b = reference.PairPotential((i + 1) * h);
            Fit(a.Value, a.Slope * h, a.Curvature * h * h, b.Value, b.Slope * h, b.Curvature * h * h, new Span<double>(_rows.Start + i * Row, Row));
        }
    }

    /// <summary>The reciprocal of an interval's width, 1/Å.</summary>
    public double PerInterval { get; }

    /// <summary>Six coefficients and two zeros an interval, in t = r/h − i.</summary>
    public double* Rows => _rows.Start;

    // The polynomial in t from 0 to 1 with these values and derivatives in t at its ends.
    private static void Fit(double p0, double d0, double c0, double p1, double d1, double c1, Span<double> row)
    {
        double p = p1 - p0 - d0 - c0 / 2, d = d1 - d0 - c0, c = c1 - c0;
        (row[0], row[1], row[2]) = (p0, d0, c0 / 2);
        row[3] = 10 * p - 4 * d + c / 2;
        row[4] = -15 * p + 7 * d - c;
        row[5] = 6 * p - 3 * d + c / 2;
    }
}
