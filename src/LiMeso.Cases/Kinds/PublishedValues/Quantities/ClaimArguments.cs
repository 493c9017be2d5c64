using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.PublishedValues.Quantities;

/// <summary>For which conditions a published value holds. Every quantity says which of these it needs.</summary>
internal sealed record ClaimArguments
{
    public const string TemperatureKey = "temperature", TemperaturesKey = "temperatures", BoundariesKey = "boundaries", OtherBoundariesKey = "other-boundaries", ModelKey = "model",
        OtherModelKey = "other-model", ModelsKey = "models", GrainSizeKey = "grain-size", OtherGrainSizeKey = "other-grain-size", ThicknessKey = "thickness",
        OtherThicknessKey = "other-thickness", CurrentDensityKey = "current-density", CapacityKey = "capacity", TimeKey = "time";

    private ClaimArguments()
    {
    }

    /// <summary>Keys that were written.</summary>
    public required IReadOnlyList<string> Given { get; init; }

    /// <summary>K; null for the case's.</summary>
    public double? Temperature { get; private init; }

    /// <summary>Several temperatures, K.</summary>
    public IReadOnlyList<double> Temperatures { get; private init; } = [];

    /// <summary>Selection of boundaries; null for the case's.</summary>
    public string? Boundaries { get; private init; }

    /// <summary>The selection to compare with.</summary>
    public string OtherBoundaries { get; private init; } = "";

    /// <summary>Polycrystal model; null for the case's.</summary>
    public string? Model { get; private init; }

    /// <summary>The model to compare with.</summary>
    public string OtherModel { get; private init; } = "";

    /// <summary>Several models.</summary>
    public IReadOnlyList<string> Models { get; private init; } = [];

    /// <summary>m.</summary>
    public double GrainSize { get; private init; }

    /// <summary>The grain size to compare with, m.</summary>
    public double OtherGrainSize { get; private init; }

    /// <summary>Foil thickness, m; null for a foil without end.</summary>
    public double? Thickness { get; private init; }

    /// <summary>The thickness to compare with, m.</summary>
    public double OtherThickness { get; private init; }

    /// <summary>A/m².</summary>
    public double CurrentDensity { get; private init; }

    /// <summary>C/m².</summary>
    public double Capacity { get; private init; }

    /// <summary>s.</summary>
    public double Time { get; private init; }

    /// <summary>Reads the section.</summary>
    /// <param name="s">The section.</param>
    public static ClaimArguments Read(SectionReader s)
    {
        string[] models = [.. PolycrystalModels.All.Names];
        return new ClaimArguments
        {
            Temperature = s.OptionalQuantity(TemperatureKey, QuantityKind.Temperature, "Temperature; the case's when absent."),
            Temperatures = s.OptionalQuantities(TemperaturesKey, QuantityKind.Temperature, "Several temperatures, for fits.", "[250 K, 300 K, 350 K]"),
            Boundaries = s.OptionalText(BoundariesKey, "Boundaries: mean, slowest, fastest, or one by its name; the case's when absent.", "mean"),
            OtherBoundaries = s.OptionalText(OtherBoundariesKey, "Boundaries to compare with.", "slowest") ?? "",
            Model = s.OptionalName(ModelKey, models, "Polycrystal model; the case's when absent."),
            OtherModel = s.OptionalName(OtherModelKey, models, "Polycrystal model to compare with.") ?? "",
            Models = s.Names(ModelsKey, models, "Several polycrystal models.", "[hart, maxwell-garnett-2d]"),
            GrainSize = s.OptionalQuantity(GrainSizeKey, QuantityKind.Length, "Grain size.", "150 um") ?? 0,
            OtherGrainSize = s.OptionalQuantity(OtherGrainSizeKey, QuantityKind.Length, "Grain size to compare with.", "1 um") ?? 0,
            Thickness = s.OptionalQuantity(ThicknessKey, QuantityKind.Length, "Foil thickness; a foil without end when absent, where the quantity allows that."),
            OtherThickness = s.OptionalQuantity(OtherThicknessKey, QuantityKind.Length, "Foil thickness to compare with.") ?? 0,
            CurrentDensity = s.OptionalQuantity(CurrentDensityKey, QuantityKind.CurrentDensity, "Current density.") ?? 0,
            Capacity = s.OptionalQuantity(CapacityKey, QuantityKind.ArealCapacity, "Capacity.") ?? 0,
            Time = s.OptionalQuantity(TimeKey, QuantityKind.Time, "Time.") ?? 0,
            Given = [.. All.Where(s.Has)],
        };
    }

    private static IReadOnlyList<string> All { get; } =
    [
        TemperatureKey, TemperaturesKey, BoundariesKey, OtherBoundariesKey, ModelKey, OtherModelKey, ModelsKey, GrainSizeKey, OtherGrainSizeKey, ThicknessKey,
        OtherThicknessKey, CurrentDensityKey, CapacityKey, TimeKey,
    ];
}
