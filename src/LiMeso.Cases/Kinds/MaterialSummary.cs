using System.Globalization;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Settings;
using LiMeso.Core.Units;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds;

/// <summary>What went into a case from its data set: every value with its status and source, for the record and for a table.</summary>
internal static class MaterialSummary
{
    private static readonly (string Key, string Title, QuantityKind Kind, string Unit)[] _entries =
    [
        ("bulk_diffusivity", "Grain diffusivity", QuantityKind.Diffusivity, "cm^2/s"),
        ("boundary_diffusivity", "Boundary diffusivity", QuantityKind.Diffusivity, "cm^2/s"),
        ("triple_junction_diffusivity", "Triple-junction diffusivity", QuantityKind.Diffusivity, "cm^2/s"),
        ("boundary_width", "Boundary width", QuantityKind.Length, "A"),
    ];

    /// <summary>Records the values at the case's temperature.</summary>
    public static void Add(ResultData results, Material material, TransportProperties properties, ConcentrationSettings? concentration = null)
    {
        results.Set("material.data_set", material.Data.Name);
        results.Set("material.boundaries", properties.Selection);
        results.Set("material.model", material.ModelName);
        results.Set("material.temperature_K", properties.Temperature);
        PropertyValue[] values = [properties.Bulk, properties.Boundary, properties.TripleJunction, properties.Width];
        foreach (((string key, _, QuantityKind kind, _), PropertyValue value) in _entries.Zip(values))
        {
            results.Set($"material.{key}.{(kind == QuantityKind.Length ? "m" : "m2_s")}", value.Value);
            results.Set($"material.{key}.status", Words(value.Status));
            results.Set($"material.{key}.basis", value.Basis);
            results.SetList($"material.{key}.sources", value.Sources);
        }

        if (concentration is null) return;
        results.Set("initial_concentration_mol_m3", concentration.Value);
        results.Set("initial_concentration_statement", concentration.Statement);
    }

    /// <summary>The values as a table.</summary>
    public static Table Table(ResultData results)
    {
        List<IReadOnlyList<Cell>> rows = [];
        foreach ((string key, string title, QuantityKind kind, string unit) in _entries)
        {
            double value = results.Number($"material.{key}.{(kind == QuantityKind.Length ? "m" : "m2_s")}");
            rows.Add(
                [title, kind.In(value, unit), Unit(unit), results.Texts[$"material.{key}.status"], results.Texts[$"material.{key}.basis"], results.Texts[$"material.{key}.sources"]]);
        }

        if (results.Numbers.TryGetValue("initial_concentration_mol_m3", out double concentration))
        {
            double perVolume = QuantityKind.Concentration.In(concentration, "mol/cm^3");
            rows.Add(["Initial lithium concentration", perVolume, Unit("mol/cm^3"), "input", results.Texts["initial_concentration_statement"], Cell.Empty]);
        }

        return new Table(
            string.Create(CultureInfo.InvariantCulture, $"What the case took from data set {results.Texts["material.data_set"]} at {results.Number("material.temperature_K"):g6} K "
                + $"(boundaries: {results.Texts["material.boundaries"]}; model: {results.Texts["material.model"]}). *Inferred* values follow from what the source "
                + $"prints, *assumed* ones were chosen within it."),
            [new Column("Quantity"), new Column("Value"), new Column("Unit"), new Column("Status"), new Column("How"), new Column("Source")],
            rows);
    }

    /// <summary>A status in a word.</summary>
    public static string Words(ValueStatus status) => status.ToString().ToLowerInvariant();

    private static Cell Unit(string unit) => Reports.Text.UnitText.Display(unit == "A" ? "angstrom" : unit);
}
