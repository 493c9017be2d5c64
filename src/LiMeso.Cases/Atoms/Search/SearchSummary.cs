using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Properties;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Atoms.Search;

/// <summary>What a search found, as named numbers.</summary>
internal static class SearchSummary
{
    /// <summary>The numbers.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="procedure">How it was searched.</param>
    /// <param name="space">What was searched.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <param name="found">What was found.</param>
    public static ResultData Of(BoundarySettings boundary, SearchProcedure procedure, SearchSpace space, EquilibriumCrystal crystal, StructureSearch.Outcome found)
    {
        var results = new ResultData();
        Finalist lowest = found.BestAcross;
        results.Set("boundary.label", boundary.Geometry.Label);
        if (boundary.Id is { } id) results.Set("boundary.id", id);
        results.Set("boundary.sigma", boundary.Geometry.Sigma);
        results.Set("boundary.angle_deg", boundary.Geometry.Angle);
        results.Set("crystal.lattice_constant_A", crystal.LatticeConstant);
        results.Set("crystal.energy_per_atom_eV", crystal.EnergyPerAtom);
        results.Set("boundary_energy_J_m2.y", lowest.Normal.BoundaryEnergy);
        if (found.Best.Full.IsBcc) results.Set("boundary_energy_J_m2.full", found.Best.Full.BoundaryEnergy);
        results.Set("best.candidate.y", lowest.Candidate);
        results.Set("best.candidate.full", found.Best.Candidate);
        results.Set("best.atoms", found.Best.Atoms);
        results.Set("best.excess_volume_A.y", lowest.Normal.ExcessVolume);
        results.Set("best.excess_volume_A.full", found.Best.Full.ExcessVolume);
        results.Set("best.bcc_inside_grains", found.Best.Full.BccInside);
        results.Set("best.bcc_in_all", found.Best.Full.BccInAll);
        Savings(results, procedure, space, found);
        Candidates(results, space, found);
        GammaSurface(results, space, found);
        Finalists(results, found);
        Warn(results, found);
        return results;
    }

    private static void Savings(ResultData results, SearchProcedure procedure, SearchSpace space, StructureSearch.Outcome found)
    {
        results.Set("search.models", space.AllModels);
        results.Set("search.translations", space.Grid.Count);
        results.Set("search.translations_distinct_by_period", space.Grid.DistinctByPeriod);
        results.Set("search.translations_distinct", space.Grid.Distinct.Count);
        results.Set("search.periods_of_gamma_surface", space.Grid.PeriodsInCell);
        results.Set("search.candidates", found.Candidates.Count);
        results.Set("search.finalists", found.Finalists.Count);
        results.Set("search.evaluations", found.Evaluations);
        // what relaxing every model to the end would take: known where all were, thresholds that leave out the same atoms one by one; else about as many for each as for a finalist
        double all = procedure.Exhaustive
            ? found.Stages[0].Sum(r => (double)r.Relaxed.Evaluations * found.Candidates[r.Candidate].Models)
            : space.AllModels * found.Finalists.Average(f => f.Normal.Relaxed.Evaluations);
        results.Set("search.evaluations_of_all_models", all);
        results.Set("search.saving", all / found.Evaluations);
        results.Set("search/stage-candidates", "", "stage", [.. found.Stages.Select(s => (double)s.Count)]);
        results.Set("search/stage-evaluations", "", "stage", [.. found.Stages.Select(s => (double)s.Sum(r => r.Relaxed.Evaluations))]);
    }

    private static void Candidates(ResultData results, SearchSpace space, StructureSearch.Outcome found)
    {
        IReadOnlyDictionary<int, (double BoundaryEnergy, int Relaxation)> energies = found.Energies;
        void Set(string name, string unit, Func<BoundaryCandidate, double> value) => results.Set($"candidates/{name}", unit, "candidate", [.. found.Candidates.Select(value)]);
        Set("shift-x", "", c => space.Grid.Shift(c.Point).X);
        Set("shift-z", "", c => space.Grid.Shift(c.Point).Z);
        Set("removed", "", c => c.Removed);
        Set("threshold", "angstrom", c => c.Threshold);
        Set("boundary-energy", "J/m^2", c => energies[c.Number].BoundaryEnergy);
        Set("relaxation", "", c => energies[c.Number].Relaxation);
    }

    // Each translation has the energy of its lowest candidate, as far as that was relaxed.
    private static void GammaSurface(ResultData results, SearchSpace space, StructureSearch.Outcome found)
    {
        IReadOnlyDictionary<int, (double BoundaryEnergy, int Relaxation)> energies = found.Energies;
        TranslationGrid grid = space.Grid;
        ILookup<int, double> byPoint = found.Candidates.ToLookup(c => c.Point, c => energies[c.Number].BoundaryEnergy);
        double[,] map = new double[grid.PointsZ, grid.PointsX];
        for (int point = 0; point < grid.Count; point++)
        {
            int known = byPoint.Contains(point) ? point : grid.Representative(point);
            map[point / grid.PointsX, point % grid.PointsX] = byPoint[known].Min();
        }

        results.Set("gamma/energy", "J/m^2", "z", "x", map);
        double a = space.Options.LatticeConstant;
        results.Set("gamma/x", "angstrom", "x", [.. Enumerable.Range(0, grid.PointsX).Select(i => i * space.Geometry.LengthX * a / grid.PointsX)]);
        results.Set("gamma/z", "angstrom", "z", [.. Enumerable.Range(0, grid.PointsZ).Select(i => i * space.Geometry.LengthZ * a / grid.PointsZ)]);
        results.Set("gamma.period_x_A", space.Geometry.LengthX * a);
        results.Set("gamma.period_z_A", space.Geometry.LengthZ * a);
    }

    private static void Finalists(ResultData results, StructureSearch.Outcome found)
    {
        void Set(string name, string unit, Func<Finalist, double> value) => results.Set($"finalists/{name}", unit, "finalist", [.. found.Finalists.Select(value)]);
        Set("candidate", "", f => f.Candidate);
        Set("atoms", "", f => f.Atoms);
        Set("boundary-energy-y", "J/m^2", f => f.Normal.BoundaryEnergy);
        Set("boundary-energy-full", "J/m^2", f => f.Full.BoundaryEnergy);
        Set("excess-volume-y", "angstrom", f => f.Normal.ExcessVolume);
        Set("strain-x", "", f => f.Full.Lengths.X / f.Normal.Lengths.X - 1);
        Set("strain-y", "", f => f.Full.Lengths.Y / f.Normal.Lengths.Y - 1);
        Set("strain-z", "", f => f.Full.Lengths.Z / f.Normal.Lengths.Z - 1);
        Set("bcc-inside-y", "", f => f.Normal.BccInside);
        Set("bcc-inside-full", "", f => f.Full.BccInside);
        Set("residual-full", "eV/angstrom", f => f.Full.Relaxed.Residual);
    }

    private static void Warn(ResultData results, StructureSearch.Outcome found)
    {
        int transformed = found.Finalists.Count(f => !f.Full.IsBcc), unfinished = found.Finalists.Count(f => !(f.Normal.Relaxed.Converged && f.Full.Relaxed.Converged));
        if (transformed > 0)
            results.Warn(FormattableString.Invariant($"with all lengths free the grains of {transformed} of {found.Finalists.Count} finalists do not stay bcc; their energies are no boundary energies and do not count"));
        if (!found.Best.Full.IsBcc) results.Warn("no finalist stays bcc with all lengths free: only the energy with the length across the boundary free is told");
        if (unfinished > 0) results.Warn(FormattableString.Invariant($"{unfinished} of {found.Finalists.Count} finalists did not reach the tolerance within the evaluations allowed"));
    }
}
