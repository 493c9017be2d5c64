namespace LiMeso.Transport.Data;

/// <summary>What holds for a whole set: declared origin, known sources, distinct names. A set that is read is checked value by value, with its place.</summary>
internal static class DiffusivitySetChecks
{
    internal static void Require(DiffusivitySet set)
    {
        foreach (Attribution attribution in Attributions(set))
        {
            if (!set.Origin.Admits(attribution.Status))
                throw new ArgumentException($"{ValueSections.MixingProblem(set.Origin, attribution.Status)}. {ValueSections.MixingAdvice}", nameof(set));
            if (set.Sources.All(s => s.Id != attribution.Source)) throw new ArgumentException($"the set has no source '{attribution.Source}', which a value refers to.", nameof(set));
        }

        if (set.Mean is null && set.Boundaries.Count == 0) throw new ArgumentException("the set has neither a mean grain-boundary diffusivity nor single boundaries.", nameof(set));
        if (set.Boundaries.DistinctBy(b => b.Id).Count() < set.Boundaries.Count) throw new ArgumentException("two boundaries of the set have the same id.", nameof(set));
        foreach (BoundaryData boundary in set.Boundaries)
        {
            if (boundary.Diffusivities.Values.Any(c => c.Method != CurveMethod.Points))
                throw new ArgumentException($"the diffusivity of boundary '{boundary.Id}' must be given by points: the table of boundaries has no place for lines.", nameof(set));
            if (boundary.Width is { } width && width.Points.Any(p => Unplaced(boundary, p)))
                throw new ArgumentException($"boundary '{boundary.Id}' has a width where it has no diffusivity of the same status and source: the table of boundaries has no place for it.", nameof(set));
        }
    }

    // Widths share the rows of diffusivities, with their temperature, status and source.
    private static bool Unplaced(BoundaryData boundary, MeasuredPoint width) =>
        boundary.Diffusivities.Values.SelectMany(c => c.Points).Concat(boundary.Bounds.Values.SelectMany(b => b)).FirstOrDefault(p => p.Temperature == width.Temperature)?.Attribution != width.Attribution;

    private static IEnumerable<Attribution> Attributions(DiffusivitySet set)
    {
        DiffusivityCurve?[] curves = [set.Bulk, set.Mean, set.Slowest, set.Fastest, .. set.OtherMeans.Values.SelectMany(m => BoundarySelection.Reserved.Select(m.Of)), .. set.Boundaries.SelectMany(b => b.Diffusivities.Values)];
        WidthCurve?[] widths = [set.Width, .. set.Boundaries.Select(b => b.Width)];
        return
        [
            .. curves.OfType<DiffusivityCurve>().SelectMany(c => c.Points.Select(p => p.Attribution).Concat(c.Lines.Select(l => l.Attribution))),
            .. set.Boundaries.SelectMany(b => b.Bounds.Values).SelectMany(b => b.Select(p => p.Attribution)),
            .. widths.OfType<WidthCurve>().SelectMany(w => w.Points.Select(p => p.Attribution)),
            set.TripleJunctionFactor.Attribution, set.Segregation.Attribution,
        ];
    }
}
