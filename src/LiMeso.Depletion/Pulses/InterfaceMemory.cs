namespace LiMeso.Depletion.Pulses;

/// <summary>
/// The interface depletion inside one segment, taken apart into pieces of known shape: Θ = q + i/3 − M with q linear and M = R − F. R and F are what past
/// rises and falls of the current still hold back; both are positive, decaying and convex (sums of decaying exponentials with positive weights).
/// </summary>
/// <param name="Offset">Reduced time since the start of the segment.</param>
/// <param name="Charge">q: charge removed over F C0 L.</param>
/// <param name="Current">i = I L/(F C0 D): the slope of q.</param>
/// <param name="Memory">M, summed as such: R and F may be hundreds of times larger.</param>
/// <param name="Rises">R; serves the bounds alone.</param>
/// <param name="RisesRate">dR/dτ ≤ 0; −∞ at the moment of a rise.</param>
/// <param name="Falls">F; serves the bounds alone.</param>
/// <param name="FallsRate">dF/dτ ≤ 0; −∞ at the moment of a fall.</param>
internal readonly record struct InterfaceMemory(
    double Offset, double Charge, double Current, double Memory, double Rises, double RisesRate, double Falls, double FallsRate)
{
    /// <summary>Θ = 1 − C(0,t)/C0.</summary>
    public double Depletion => Charge + Current / 3 - Memory;

    /// <summary>dΘ/dτ.</summary>
    public double Rate => Current - RisesRate + FallsRate;

    /// <summary>Rounding error to expect in <see cref="Depletion"/>.</summary>
    public double Rounding => 4e-16 * (1 + Math.Abs(Charge) + Math.Abs(Current) / 3 + Math.Abs(Memory));

    /// <summary>Rounding error to expect in <see cref="Excess"/>.</summary>
    public double BoundRounding => Rounding + 4e-16 * (Rises + Falls);

    /// <summary>The same interface with Θ of opposite sign: rises and falls change places.</summary>
    public InterfaceMemory Negated => new(Offset, -Charge, -Current, -Memory, Falls, FallsRate, Rises, RisesRate);

    /// <summary>Whether Θ surely rises all the way from one moment to a later one of the same segment.</summary>
    public static bool Rising(in InterfaceMemory from, in InterfaceMemory to) => from.Current - to.RisesRate + from.FallsRate >= 0;

    /// <summary>Whether Θ surely falls all the way.</summary>
    public static bool Falling(in InterfaceMemory from, in InterfaceMemory to) => from.Current - from.RisesRate + to.FallsRate <= 0;

    /// <summary>By how much Θ can at most exceed the larger of its two end values between two moments of one segment; shrinks as the square of their
    /// distance.</summary>
    /// <remarks>
    /// −R is concave and lies below its tangents at both ends; F is convex and lies below its chord. So Θ lies below its own chord plus what the tangents
    /// rise above the chord of −R, which is largest where they meet.
    /// </remarks>
    public static double Excess(in InterfaceMemory from, in InterfaceMemory to)
    {
        if (Rising(from, to) || Falling(from, to)) return 0;
        double width = to.Offset - from.Offset, bend = to.RisesRate - from.RisesRate, fall = from.Rises - to.Rises, meet = 0;
        if (bend > 0 && double.IsFinite(bend)) meet = Math.Clamp((fall + to.RisesRate * width) / bend, 0, width);
        double left = 1 - meet / width, aboveChord = Math.Max(0, left * (fall + to.RisesRate * width));
        double chord = left * from.Depletion + (1 - left) * to.Depletion;
        return Math.Max(0, chord + aboveChord - Math.Max(from.Depletion, to.Depletion));
    }
}
