using LiMeso.Core;
using LiMeso.Depletion.Series;

namespace LiMeso.Depletion.Pulses;

/// <summary>
/// A foil under a piecewise-constant current. Every change of current by ΔI at t_k adds the response to a constant current switched on then:
/// C = C0 − (L/(F D)) Σ_{t_k &lt; t} ΔI_k θ(x/L, D(t − t_k)/L²).
/// </summary>
/// <remarks>
/// The members that take a time sum over all earlier segments. To follow a profile of many segments through time, use <see cref="March"/>, whose cost a
/// segment does not grow. The model is linear: plating may raise the concentration above C0, which real lithium answers by growing instead, and past the
/// first depletion concentrations come out negative; <see cref="Solve"/> reports both.
/// </remarks>
public sealed class PulsedStripping
{
    private readonly double _currentScale;

    /// <summary>States the problem.</summary>
    /// <param name="profile">The current in time.</param>
    /// <param name="thickness">Foil thickness L, m.</param>
    /// <param name="diffusivity">Diffusivity D, m²/s.</param>
    /// <param name="initialConcentration">Uniform initial concentration C0, mol/m³.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive and finite, or D t/L² or I L/(F C0 D) is not.</exception>
    public PulsedStripping(CurrentProfile profile, double thickness, double diffusivity, double initialConcentration)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Require.Positive(thickness);
        Require.Positive(diffusivity);
        Require.Positive(initialConcentration);
        Profile = profile;
        Thickness = thickness;
        Diffusivity = diffusivity;
        InitialConcentration = initialConcentration;
        _currentScale = thickness / (PhysicalConstants.Faraday * initialConcentration * diffusivity);
        for (int k = 0; k < profile.Segments.Count; k++)
        {
            // The search halves segments until bounds decide; it relies on numbers that neither overflow nor vanish.
            if (!double.IsFinite(ReducedCurrent(k)) || !(ReducedTime(profile.Segments[k].Duration) > 0 && double.IsFinite(ReducedTime(profile.Duration))))
                throw new ArgumentOutOfRangeException(nameof(profile), profile.Segments[k], "The segment leaves the range of double precision for this foil.");
        }
    }

    /// <summary>The current in time.</summary>
    public CurrentProfile Profile { get; }

    /// <summary>Foil thickness L, m.</summary>
    public double Thickness { get; }

    /// <summary>Diffusivity D, m²/s.</summary>
    public double Diffusivity { get; }

    /// <summary>Initial concentration C0, mol/m³.</summary>
    public double InitialConcentration { get; }

    /// <summary>All of the foil's lithium as charge per area, F C0 L, C/m².</summary>
    public double Inventory => PhysicalConstants.Faraday * InitialConcentration * Thickness;

    /// <summary>The current of a segment as 1/Λ = I L/(F C0 D).</summary>
    internal double ReducedCurrent(int segment) => _currentScale * Profile.Segments[segment].CurrentDensity;

    /// <summary>A time or duration as Dt/L².</summary>
    internal double ReducedTime(double time) => time * (Diffusivity / (Thickness * Thickness));

    /// <summary>Mean concentration over the foil, C0 − Q/(F L), mol/m³.</summary>
    /// <param name="time">0 ≤ t ≤ Profile.Duration, s.</param>
    public double MeanConcentration(double time) => InitialConcentration * (1 - Profile.RemovedCharge(time) / Inventory);

    /// <summary>Concentration at one depth and time, mol/m³.</summary>
    /// <param name="x">Depth below the electrolyte, 0 ≤ x ≤ L, m.</param>
    /// <param name="time">0 ≤ t ≤ Profile.Duration, s.</param>
    /// <exception cref="ArgumentOutOfRangeException">x lies outside the foil or t outside the profile.</exception>
    public double Concentration(double x, double time)
    {
        double c = 0;
        Concentrations(new ReadOnlySpan<double>(in x), time, new Span<double>(ref c));
        return c;
    }

    /// <summary>Concentration profile at one time. Allocates nothing; costs depths times earlier segments.</summary>
    /// <param name="x">Depths below the electrolyte, each in [0, L], m.</param>
    /// <param name="time">0 ≤ t ≤ Profile.Duration, s.</param>
    /// <param name="concentration">Receives mol/m³, as long as <paramref name="x"/>; not the same memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">A depth lies outside the foil or t outside the profile.</exception>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Concentrations(ReadOnlySpan<double> x, double time, Span<double> concentration)
    {
        Require.SameLength(x.Length, concentration.Length);
        concentration.Clear();
        int last = Profile.SegmentAt(time);
        CompensatedSum age = default;                        // summed backwards: a difference of late times would blur the ages of short pulses
        age.Add(time - Profile.StartOf(last));
        for (int k = last; k >= 0; k--)
        {
            double jump = ReducedCurrent(k) - (k > 0 ? ReducedCurrent(k - 1) : 0), reducedAge = ReducedTime(age.Value);
            if (k > 0) age.Add(Profile.Segments[k - 1].Duration);
            if (jump == 0) continue;
            for (int i = 0; i < x.Length; i++) concentration[i] += jump * SlabDepletion.Theta(x[i] / Thickness, reducedAge);
        }

        for (int i = 0; i < x.Length; i++) concentration[i] = InitialConcentration * (1 - concentration[i]);
    }

    /// <summary>Starts to follow the profile from t = 0, at a cost a segment that does not grow with the segments before.</summary>
    public StrippingHistory March() => new(this);

    /// <summary>Finds the first depletion, and the lowest and highest interface concentration until then or the end of the profile.</summary>
    /// <exception cref="ConvergenceException">A root did not converge (no such case is known).</exception>
    public PulsedOutcome Solve()
    {
        DepletionEvent? depletion = InterfaceSearch.FirstDepletion(this);
        double end = depletion?.Time ?? Profile.Duration;
        InterfaceExtreme lowest = depletion is null ? InterfaceSearch.Extreme(this, InterfaceSearch.Lowest, end) : new InterfaceExtreme(end, 0);
        InterfaceExtreme highest = InterfaceSearch.Extreme(this, InterfaceSearch.Highest, end);
        return new PulsedOutcome(depletion, end, Profile.RemovedCharge(end), lowest, highest, InitialConcentration);
    }
}
