using System.Text;
using LiMeso.Cases.Export;

namespace LiMeso.Cases.Comparison;

/// <summary>A comparison as CSV, one row for each case and model.</summary>
internal static class ComparisonTable
{
    private static readonly string[] _columns =
    [
        "case", "model", "effective_diffusivity_m2_s", "depletion_time_s.analytic", "depletion_time_s.numeric", "relative_difference",
        "capacity_mAh_cm2", "utilisation", "Lambda", "kinetics", "problem",
    ];

    public static string Write(IEnumerable<ModelRow> rows)
    {
        StringBuilder text = new StringBuilder().AppendRow(_columns);
        foreach (ModelRow row in rows)
        {
            text.AppendRow([
                row.Case, row.Model,
                CsvText.Number(row.EffectiveDiffusivity), CsvText.Number(row.AnalyticTime), CsvText.Number(row.NumericTime), CsvText.Number(row.RelativeDifference),
                CsvText.Number(row.Capacity), CsvText.Number(row.Utilisation), CsvText.Number(row.Lambda),
                row.Kinetics ?? "", row.Problem ?? "",
            ]);
        }

        return text.ToString();
    }
}
