using LiMeso.Cases.Results;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Depletion.Design;

namespace LiMeso.Cases.Kinds.DesignGuidelines;

/// <summary>A performance target, and what a publication says about it.</summary>
/// <param name="Name">A few words.</param>
/// <param name="Wanted">Current density and capacity.</param>
/// <param name="PublishedThickness">Thinnest foil as published, m; null when none is.</param>
/// <param name="PublishedGrainSize">Largest grain size as published, m; null when none is.</param>
/// <param name="GrainSizeLocation">Where that is written.</param>
/// <param name="Remark">What there is to say about the difference; null for nothing.</param>
internal sealed record DesignTarget(string Name, StrippingTarget Wanted, double? PublishedThickness, double? PublishedGrainSize, SourceLocation GrainSizeLocation, string? Remark)
{
    /// <summary>Its part of result names.</summary>
    public string Key => ResultKey.Of(Name);

    /// <summary>Reads one target.</summary>
    /// <param name="s">Its section.</param>
    public static DesignTarget Read(SectionReader s) => new(
        s.Text("name", "A few words.", example: "my target"),
        new StrippingTarget(
            s.Quantity("current-density", QuantityKind.CurrentDensity, "Current density of the discharge.", example: "3 mA/cm^2"),
            s.Quantity("capacity", QuantityKind.ArealCapacity, "Charge that one discharge must deliver.")),
        s.OptionalQuantity("published-thickness", QuantityKind.Length, "Thinnest foil as published, to compare with.", "15 um"),
        s.OptionalQuantity("published-grain-size", QuantityKind.Length, "Largest grain size as published, to compare with.", "1.8 um"),
        s.LocationOf("published-grain-size"),
        s.OptionalText("remark", "What there is to say about the difference.", "Why ours differs."));
}
