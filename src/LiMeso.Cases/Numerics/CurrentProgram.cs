using LiMeso.Core;
using LiMeso.Depletion.Pulses;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.Cases.Numerics;

/// <summary>A current in time, in the forms that the analytic and the numerical solution need.</summary>
/// <param name="Flux">Lithium leaving the foil, mol/(m² s): I/F.</param>
/// <param name="Profile">The current piece by piece where it is piecewise constant; null for a table, which has no closed solution.</param>
/// <param name="Constant">The current density where it is constant, A/m²; otherwise null.</param>
/// <param name="Peak">Largest stripping current density, A/m².</param>
/// <param name="End">When the program ends, s; +∞ for a constant current.</param>
public sealed record CurrentProgram(ITimeFunction Flux, CurrentProfile? Profile, double? Constant, double Peak, double End)
{
    /// <summary>The same current until the foil is depleted.</summary>
    /// <param name="currentDensity">A/m².</param>
    public static CurrentProgram OfConstant(double currentDensity) =>
        new(new ConstantInTime(currentDensity / PhysicalConstants.Faraday), null, currentDensity, currentDensity, double.PositiveInfinity);

    /// <summary>Stretches of constant current.</summary>
    /// <param name="segments">The stretches.</param>
    public static CurrentProgram OfSegments(IReadOnlyList<CurrentSegment> segments)
    {
        var profile = new CurrentProfile(segments);
        double[] starts = [.. Enumerable.Range(0, segments.Count).Select(profile.StartOf)];
        double[] fluxes = [.. segments.Select(s => s.CurrentDensity / PhysicalConstants.Faraday)];
        return new CurrentProgram(new PiecewiseConstant(starts, fluxes), profile, null, segments.Max(s => s.CurrentDensity), profile.Duration);
    }

    /// <summary>Points joined by straight lines.</summary>
    /// <param name="times">s.</param>
    /// <param name="currentDensities">A/m².</param>
    public static CurrentProgram OfTable(double[] times, double[] currentDensities) =>
        new(new LinearTable(times, [.. currentDensities.Select(i => i / PhysicalConstants.Faraday)]), null, null, currentDensities.Max(), times[^1]);

    /// <summary>Current density at a time, A/m².</summary>
    /// <param name="time">s.</param>
    public double At(double time) => Flux.Value(time, Limit.Before) * PhysicalConstants.Faraday;

    /// <summary>Largest current density from the start to a time, A/m².</summary>
    /// <param name="time">s.</param>
    public double PeakUntil(double time)
    {
        double peak = Flux.Value(0, Limit.After);
        for (double at = 0; at < time;)
        {
            // straight lines between breaks: the ends of each are its extremes
            double end = Math.Min(time, Flux.NextBreak(at));
            peak = Math.Max(peak, Math.Max(Flux.Value(at, Limit.After), Flux.Value(end, Limit.Before)));
            at = end;
        }

        return peak * PhysicalConstants.Faraday;
    }
}
