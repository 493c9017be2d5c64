using System.Text.Json.Nodes;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Comparison;

/// <summary>What one polycrystal model gives for one case.</summary>
/// <param name="Case">The case directory, as the user wrote it.</param>
/// <param name="Model">Name of the model.</param>
public sealed record ModelRow(string Case, string Model)
{
    /// <summary>Effective diffusivity, m²/s.</summary>
    public double? EffectiveDiffusivity { get; init; }

    /// <summary>Depletion time of the closed solution, s; infinite when the foil is not depleted by the end of the current's program.</summary>
    public double? AnalyticTime { get; init; }

    /// <summary>Depletion time of the finite-volume solution, s.</summary>
    public double? NumericTime { get; init; }

    /// <summary>Charge drawn until then, mAh/cm², by finite volumes.</summary>
    public double? Capacity { get; init; }

    /// <summary>Share of the foil's lithium that was drawn.</summary>
    public double? Utilisation { get; init; }

    /// <summary>Λ; null when the current is not constant.</summary>
    public double? Lambda { get; init; }

    /// <summary>Harrison's type of kinetics: an effective diffusivity is defined for type A only.</summary>
    public string? Kinetics { get; init; }

    /// <summary>Why the model gives nothing; null when it does.</summary>
    public string? Problem { get; init; }

    /// <summary>Numeric over analytic depletion time, minus 1; null where one of them is missing or infinite.</summary>
    public double? RelativeDifference => NumericTime / AnalyticTime - 1 is { } d && double.IsFinite(d) ? d : null;

    /// <summary>A row from the record of a finished run.</summary>
    /// <param name="directory">The case directory.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="record">The record.</param>
    internal static ModelRow Of(string directory, string model, RunRecord record) => new(directory, model)
    {
        EffectiveDiffusivity = Number(record, "effective_diffusivity_m2_s"),
        AnalyticTime = Time(record, "depletion_time_s.analytic"),
        NumericTime = Time(record, "depletion_time_s.numeric"),
        Capacity = Number(record, "capacity_mAh_cm2.numeric"),
        Utilisation = Number(record, "utilisation.numeric"),
        Lambda = Number(record, "Lambda"),
        Kinetics = (string?)record.Find("harrison.type"),
    };

    private static double? Number(RunRecord record, string path) => (double?)record.Find(path);

    // JSON has no infinity: a time that is written, but null, is one that never comes
    private static double? Time(RunRecord record, string path)
    {
        string[] keys = path.Split('.');
        return record.Root[keys[0]] is JsonObject times && times.ContainsKey(keys[1]) ? Number(record, path) ?? double.PositiveInfinity : null;
    }
}
