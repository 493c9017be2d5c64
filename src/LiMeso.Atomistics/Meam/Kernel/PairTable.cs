using System.Runtime.CompilerServices;
using LiMeso.Atomistics.Simd;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>
/// φ(r) between 0 and the cutoff in pieces, on each a polynomial that meets it at Chebyshev's points. Sixteen pieces are enough for smooth potentials: each coefficient of them fits into two registers.
/// Potentials with kinks get more. The slope is the polynomial's own, so that forces are the gradient of the energy.
/// </summary>
internal sealed unsafe class PairTable
{
    private const int Degree = 9, FewestPieces = 16, MostPieces = 4096;

    // Of φ and its depth; and the part of the cutoff in which no pair ever is.
    private const double Tolerance = 1e-13, Nowhere = 0.2;

    private readonly PinnedBuffer<double> _coefficients = new();
    private readonly double _perPiece;

    public PairTable(ReferenceEquations reference, double cutoff)
    {
        double depth = Enumerable.Range(1, 64).Max(i => -reference.PairPotential(cutoff * i / 64).Value);
        for (Pieces = FewestPieces; ; Pieces *= 2)
        {
            double width = cutoff / Pieces, worst = 0;
            _perPiece = 1 / width;
            // A width more than there are: a pair at the cutoff finds a number too.
            _coefficients.Reserve((Degree + 1) * Pieces + Lanes.MostWidth);
            for (int i = 0; i < Pieces; i++)
            {
                // Some equations of state have no value at r = 0.
                double Exact(double t) => reference.PairPotential(Math.Max((i + 0.5 + t) * width, 1e-3 * width)).Value;
                double[] fit = Fit(Exact);
                for (int c = 0; c <= Degree; c++) _coefficients.Start[c * Pieces + i] = fit[c];
                if (i < Nowhere * Pieces) continue;
                foreach (double t in (ReadOnlySpan<double>)[-0.49, -0.25, -0.05, 0.2, 0.4])
                {
                    double exact = Exact(t), value = 0;
                    for (int c = Degree; c >= 0; c--) value = value * t + fit[c];
                    worst = Math.Max(worst, Math.Abs(value - exact) / Math.Max(depth, Math.Abs(exact)));
                }
            }

            if (worst <= Tolerance || Pieces == MostPieces) return;
        }
    }

    /// <summary>How many pieces there are.</summary>
    public int Pieces { get; }

    /// <summary>φ in eV and its slope in eV/Å at distances up to the cutoff.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate<TLanes>(TLanes r, out TLanes value, out TLanes slope)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes scaled = r * TLanes.All(_perPiece), index = TLanes.Floor(scaled), t = scaled - index - TLanes.All(0.5);
        int pieces = Pieces, groups = pieces / Lanes.MostWidth;
        double* coefficient = _coefficients.Start + Degree * pieces;
        // Horner's rule, and the same for its derivative a step behind.
        value = TLanes.Pick(coefficient, groups, index);
        slope = TLanes.All(0);
        Next(coefficient -= pieces, groups, index, t, ref value, ref slope);
        Next(coefficient -= pieces, groups, index, t, ref value, ref slope);
        Next(coefficient -= pieces, groups, index, t, ref value, ref slope);
        Next(coefficient -= pieces, groups, index, t, ref value, ref slope);
        Next(coefficient -= pieces, groups, index, t, ref value, ref slope);
        Next(coefficient -= pieces, groups, index, t, ref value, ref slope);
        Next(coefficient -= pieces, groups, index, t, ref value, ref slope);
        Next(coefficient -= pieces, groups, index, t, ref value, ref slope);
        Next(coefficient - pieces, groups, index, t, ref value, ref slope);
        slope *= TLanes.All(_perPiece);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Next<TLanes>(double* coefficient, int groups, TLanes index, TLanes t, ref TLanes value, ref TLanes slope)
        where TLanes : struct, ILanes<TLanes>
    {
        slope = TLanes.MultiplyAdd(slope, t, value);
        value = TLanes.MultiplyAdd(value, t, TLanes.Pick(coefficient, groups, index));
    }

    // Coefficients in t from −½ to ½ of the polynomial that equals f at Chebyshev's points.
    private static double[] Fit(Func<double, double> f)
    {
        const int Terms = Degree + 1;
        double[] series = new double[Terms], fit = new double[Terms], previous = new double[Terms], current = new double[Terms];
        for (int i = 0; i < Terms; i++)
        {
            double angle = (i + 0.5) / Terms, value = f(0.5 * double.CosPi(angle));
            for (int k = 0; k < Terms; k++) series[k] += (k == 0 ? 1.0 : 2.0) / Terms * value * double.CosPi(k * angle);
        }

        // T_k+1(x) = 2 x T_k − T_k−1 with x = 2 t, in powers of t
        (previous[0], current[1]) = (1, 2);
        fit[0] = series[0];
        for (int k = 1; k < Terms; k++)
        {
            for (int c = 0; c <= k; c++) fit[c] += series[k] * current[c];
            double[] next = new double[Terms];
            for (int c = 0; c < Terms; c++) next[c] = (c > 0 ? 4 * current[c - 1] : 0) - previous[c];
            (previous, current) = (current, next);
        }

        return fit;
    }
}
