using System.Globalization;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.MdRun;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>A <c>bulk-diffusion</c> case, read and checked.</summary>
internal sealed class BulkDiffusionCase(BulkDiffusionSettings settings, ResolvedPotential potential, DiffusivitySet source, string sourcePlace) : ICase
{
    private const double AtomStepsPerSecond = 5e5;

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations =>
    [
        .. potential.Citations, .. DynamicsCitations.Of([("nose-hoover", "mtk")]),
        AtomisticCitations.Source("procedure, scaling by the concentration of vacancies (eqns 4, 5)"),
        .. source.Sources.Select(s => new Citation(CitationRole.Data, s.Citation)),
    ];

    public IReadOnlyDictionary<string, string> DataSetHashes =>
        potential.Hashes.Append(KeyValuePair.Create(settings.Source.DataSet, InputHashes.OfDirectory(sourcePlace))).ToDictionary(h => h.Key, h => h.Value);

    public WorkEstimate Estimate()
    {
        IReadOnlyList<VacancyItem> items = settings.Items;
        double work = items.Sum(i => i.Work(settings)), frames = items.Sum(i => i.Production / settings.Sampling.Interval);
        double correlation = items.Sum(i => i.Size.Sites * i.Production / settings.Sampling.Interval * (settings.Sampling.FitTo / settings.Sampling.Interval));
        double statics = settings.Formation.Given is null ? 2e-6 * Math.Pow(settings.Formation.Cells, 3) * 2 * 2000 : 0;
        return new WorkEstimate(
            FormattableString.Invariant($"molecular dynamics of {CountText.Of(items.Count, "cell")} with a vacancy ({string.Join(", ", settings.Sizes.Select(s => $"{s.Sites - 1} atoms over {string.Join(", ", s.Production.Distinct().Select(p => $"{p:0.###}"))} ps"))}), {work:0.0e+0} atom-steps"),
            0.5 + work / AtomStepsPerSecond + 1e-8 * correlation + 1e-4 * frames + statics, 2_000_000 + 100_000L * items.Count);
    }

    public ResultData Compute(RunContext run)
    {
        IReadOnlyList<VacancyItem> items = settings.Items;
        ResultData[] found = IndependentRuns.Do(items, i => (i.Name, i.Work(settings)), run, (item, progress) => item.Run(settings, potential.Potential, run, progress), (_, one) => string.Create(CultureInfo.InvariantCulture,
            $"D = {one.Number("diffusivity_cm2_s.displacement"):0.00e+00} cm2/s from displacements, {one.Number("diffusivity_cm2_s.sites"):0.00e+00} from sites, {one.Number("hops_per_ps"):0.000} hops/ps"));

        var results = new ResultData();
        StaticEnergies(results, run);
        BulkSummary.Add(results, settings, items, found);
        if (!run.SummaryOnly && BulkDataSet.Create(results, settings, source, potential.Name) is { } set)
        {
            DiffusivitySetWriter.Write(set, run.PathOf(BulkDataSet.Folder));
            results.Set("dataset", $"{BulkDataSet.Folder}/{DiffusivitySetReader.DescriptionFile}");
        }

        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        run.Log.Message(results.Numbers.TryGetValue($"activation_energy_eV.own.{BulkSummary.Ways[0]}", out double energy)
            ? string.Create(CultureInfo.InvariantCulture, $"activation energy {energy:0.000} eV, of which {results.Number("formation_energy_eV.own"):0.000} eV to form a vacancy")
            : "too few hops for an activation energy");
        return results;
    }

    public Report Describe(ResultData results) => new BulkDiffusionReport(settings, source, results).Write();

    private void StaticEnergies(ResultData results, RunContext run)
    {
        results.Set("formation_energy_eV.published", settings.Formation.Published);
        if (settings.Formation.Given is { } given)
        {
            results.Set("formation_energy_eV.own", given);
            return;
        }

        run.Log.Progress(1, "relaxing a vacancy");
        var options = new EvaluatorOptions();
        var crystal = EquilibriumCrystal.Find(potential.Potential, CrystalStructures.BodyCentredCubic, options);
        var vacancy = new Vacancy(potential.Potential, crystal, options, settings.Formation.Cells);
        results.Set("formation_energy_eV.own", vacancy.FormationEnergy);
        results.Set("migration_energy_eV.static", vacancy.MigrationEnergy);
    }
}
