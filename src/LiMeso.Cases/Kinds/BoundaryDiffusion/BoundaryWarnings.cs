using LiMeso.Atomistics;
using LiMeso.Atomistics.Boundaries;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>What a reader should know before believing a run: boundaries that moved, vanished, melted or still change, grains that transformed, a control that is not still.</summary>
internal static class BoundaryWarnings
{
    // Share of the far atoms whose neighbours are those of bcc below which grains have transformed: vibrations at 400 K hide half of them.
    private const double StillBcc = 0.25;

    // Likeness to a melt from which a boundary counts as molten: the rims of its region are crystal.
    private const double Molten = 0.8;

    // Share of the time of the line that atoms should be in their boundary.
    private const double Staying = 0.7;

    // Å of a boundary's way that are worth a word; share of the diffusivity that the control may have.
    private const double NoteworthyMigration = 10, QuietControl = 0.1;

    // Change of the boundary energy while atoms were followed that is worth a word, J/m², and in standard errors.
    private const double NoteworthyDrift = 0.01, CertainDrift = 3;

    /// <summary>The warnings of a run.</summary>
    /// <param name="item">The run.</param>
    /// <param name="follow">How atoms were followed.</param>
    /// <param name="atoms">Number of atoms.</param>
    /// <param name="run">What it found.</param>
    public static IEnumerable<string> Of(FollowItem item, FollowSettings follow, int atoms, ResultData run)
    {
        string who = FormattableString.Invariant($"{item.Temperature:0.###} K, seed {item.Seed}");
        // where no boundary was found it has no place, and nothing left it
        IEnumerable<string> followed = !BoundarySummary.HasBoundary(run) ? [] : [.. Leaving(run), .. Places(run, follow)];
        return ((IEnumerable<string>)[.. Motion(run), .. Tracking(run), .. Control(run), .. followed, .. Order(run), .. Energy(run, atoms)]).Select(text => $"{who}: {text}");
    }

    /// <summary>The warnings of a structure at zero temperature.</summary>
    /// <param name="name">Which one, in words.</param>
    /// <param name="bccInside">Fraction of the atoms inside the grains that are bcc.</param>
    /// <param name="energy">Of a boundary, J/m².</param>
    public static IEnumerable<string> OfStructure(string name, double bccInside, double energy)
    {
        if (energy < ColdStructure.LeastBoundaryEnergy) yield return FormattableString.Invariant($"{name}: {energy:0.0000} J/m^2, less than any boundary has: the boundaries have annihilated.");
        if (bccInside < GrainOrder.StillBcc) yield return FormattableString.Invariant($"{name}: only {100 * bccInside:0} % of the atoms inside the grains are bcc: they have transformed, and the boundary energy is none.");
    }

    private static IEnumerable<string> Motion(ResultData run)
    {
        if (!BoundarySummary.IsDiffusive(run)) yield return $"{BoundarySummary.InWords(run)}.";
    }

    private static IEnumerable<string> Control(ResultData run)
    {
        double? control = run.Numbers.TryGetValue("diffusivity_cm2_s.control", out double found) ? found : null;
        double error = run.Numbers.TryGetValue("diffusivity_error_cm2_s.control", out double uncertain) ? uncertain : 0;
        // without a boundary, what moves far from where it was at rest may move there, too
        double? slow = BoundarySummary.IsDiffusive(run) ? run.Number("diffusivity_cm2_s.total") : BoundarySummary.HasBoundary(run) ? null : BoundarySummary.BoundOf(run);
        if (control is null && BoundarySummary.HasBoundary(run))
            yield return "no atom that moves freely is far from both boundaries: there is no control. Set the boundaries further apart by 'separation', or 'far-from' shorter.";
        else if (slow is { } value && control is { } moving && Math.Abs(moving) > Math.Max(QuietControl * value, 2 * error))
            yield return FormattableString.Invariant($"atoms far from the boundaries have a diffusivity of {moving:0.0e+00} cm^2/s: something moves in the grains.");
    }

    private static IEnumerable<string> Leaving(ResultData run)
    {
        if (BoundarySummary.StayedOf(run) is { } share && share < Staying)
            yield return FormattableString.Invariant($"atoms are in the boundary in which they began for {100 * share:0} % of the line's time, and count on where they have left it: {(BoundarySummary.IsDiffusive(run) ? FormattableString.Invariant($"the diffusivity inside it may be {1 / share:0.0} times as large") : "the bound allows for it")}.");
    }

    private static IEnumerable<string> Tracking(ResultData run)
    {
        double intervals = run.Number("tracking.intervals"), found = run.Number("tracking.found");
        if (found < intervals)
            yield return FormattableString.Invariant($"boundaries were not found in {intervals - found} of {CountText.Of((long)intervals, "interval")} ({string.Join("; ", run.List("tracking.failures").Select(InWords))}); what began there does not count.");
    }

    private static IEnumerable<string> Places(ResultData run, FollowSettings follow)
    {
        foreach (string boundary in (string[])["first", "second"])
        {
            if (run.Numbers.TryGetValue($"wandering_A.{boundary}", out double way) && way > NoteworthyMigration)
                yield return FormattableString.Invariant($"the {boundary} boundary wandered over {way:0.0} A; it ended {run.Number($"migration_A.{boundary}"):0.0} A from where it began.");
            if (follow.FrozenWidth > 0 && run.Numbers.TryGetValue($"width_A.{boundary}", out double width) && NearestHeld(run, boundary) is var near && near < 0.5 * (follow.FrozenWidth + width))
                yield return FormattableString.Invariant($"the {boundary} boundary came within {near:0.0} A of the middle of a slab whose atoms do not move along y: it was held, too.");
        }
    }

    private static IEnumerable<string> Order(ResultData run)
    {
        if (run.Numbers.TryGetValue("order.far_bcc", out double bcc) && bcc < StillBcc)
            yield return FormattableString.Invariant($"only {100 * bcc:0} % of the atoms far from the boundaries are bcc: the grains have transformed.");
        if (run.Numbers.TryGetValue("order.melted", out double melted) && melted > Molten)
            yield return FormattableString.Invariant($"the pair distribution in the boundaries is nearly that of a melt ({100 * melted:0} %): they have melted before the crystal.");
    }

    private static IEnumerable<string> Energy(ResultData run, int atoms)
    {
        if (!run.Numbers.TryGetValue("energy_drift_eV", out double drift)) yield break;
        double perArea = atoms * MetalUnits.EnergyPerArea / (2 * run.Number("box_A.x") * run.Number("box_A.z"));
        if (Math.Abs(drift) > CertainDrift * run.Number("energy_drift_error_eV") && Math.Abs(drift) * perArea > NoteworthyDrift)
            yield return FormattableString.Invariant($"while atoms were followed the energy of a boundary {(drift < 0 ? "fell" : "rose")} by {Math.Abs(drift) * perArea:0.000} J/m^2 on average: its structure still changes.");
    }

    // Å from the middle of a held slab to the boundary where it came nearest
    private static double NearestHeld(ResultData run, string boundary)
    {
        double length = run.Number("box_A.y");
        return run.Values($"tracking/{boundary}_position").Where(double.IsFinite).SelectMany(place => FollowSettings.FrozenAt, (place, held) =>
        {
            double way = place / length - held;
            return Math.Abs(way - Math.Round(way)) * length;
        }).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    private static string InWords(string failure)
    {
        string[] parts = failure.Split(": ");
        string why = Enum.Parse<TrackingFailure>(parts[0]) switch
        {
            TrackingFailure.NoPeak => "no peak stands out",
            TrackingFailure.OnePeak => "one peak alone: the other boundary is gone, or too weak",
            TrackingFailure.Merged => "peaks that run into each other: the boundaries annihilate, or have",
            TrackingFailure.TooWide => "a peak wider than a boundary can be",
            _ => "a fit that did not converge",
        };
        return $"{why}, {parts[1]} times";
    }
}
