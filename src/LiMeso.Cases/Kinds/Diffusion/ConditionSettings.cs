using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.BoundaryConditions;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>The condition on one side.</summary>
/// <param name="Side">Name of the side.</param>
/// <param name="SideLocation">Where it is written.</param>
/// <param name="From">Where the part of the side begins, m; null at its start.</param>
/// <param name="To">Where the part ends, m; null at its end.</param>
/// <param name="Kind">Name of the kind of condition.</param>
/// <param name="Value">The key under which its value is written; null when the kind needs none.</param>
/// <param name="Written">The values as written, in SI.</param>
/// <param name="InTime">How the value varies in time.</param>
/// <param name="TransferCoefficient">m/s; null when the kind needs none.</param>
internal sealed record ConditionSettings(
    string Side, SourceLocation SideLocation, double? From, double? To, string Kind, ConditionValue? Value, IReadOnlyList<double> Written, TimeFunctionSettings InTime, double? TransferCoefficient)
{
    private static readonly ConditionValue[] _values =
    [
        new("concentration", QuantityKind.Concentration, "mol/m^3", 1, Limits.NotNegative, "Concentration on the side, or of the reservoir behind it; a list when it varies in time. With segregation: that of a medium of factor 1 in equilibrium with it."),
        new("flux", QuantityKind.MolarFlux, "mol/(m^2 s)", 1, Limits.None, "Flux out of the side, negative inwards; a list when it varies in time."),
        new("current-density", QuantityKind.CurrentDensity, "mol/(m^2 s)", 1 / PhysicalConstants.Faraday, Limits.None, "The flux as a current of lithium ions: positive strips, negative plates."),
    ];

    /// <summary>The values in the unit of the condition.</summary>
    public IReadOnlyList<double> Values => [.. Written.Select(v => v * Value!.Factor)];

    /// <summary>Whether it holds on a part of the side only.</summary>
    public bool IsPart => From is not null || To is not null;

    /// <summary>Reads the section.</summary>
    /// <param name="s">The section.</param>
    public static ConditionSettings Read(SectionReader s)
    {
        string side = s.Name("side", MonitorSettings.Sides, "The side of the mesh.");
        double? from = s.OptionalQuantity("from", QuantityKind.Length, "Where the condition begins along the side, in two dimensions; at its start if left out.", "0 um", Limits.NotNegative);
        double? to = s.OptionalQuantity("to", QuantityKind.Length, "Where it ends along the side; at its end if left out.", "5 um");
        string kindName = s.Name("kind", BoundaryKinds.All.Names, "What happens there.");
        IReadOnlyList<double>[] written = [.. _values.Select(v => s.OptionalQuantities(v.Name, v.Quantity, v.Description, limits: v.Limits))];
        double? transfer = s.OptionalQuantity("transfer-coefficient", QuantityKind.Velocity, "Coefficient of mass transfer between the side and the reservoir.", limits: Limits.NotNegative);
        TimeFunctionSettings inTime = TimeFunctionSettings.Read(s);

        IBoundaryKind kind = BoundaryKinds.All[kindName];
        ConditionValue[] fitting = [.. _values.Where(v => v.Unit == kind.ValueUnit)], given = [.. _values.Where((_, k) => written[k].Count > 0)];
        ConditionValue? unfit = given.FirstOrDefault(v => !fitting.Contains(v));
        s.Check(unfit is null, unfit?.Name ?? "kind", $"'kind: {kindName}' takes no '{unfit?.Name}'", fitting.Length == 0 ? "It takes no value." : $"It takes '{string.Join("' or '", fitting.Select(v => v.Name))}'.");
        s.Check(fitting.Length == 0 || given.Length > 0, "kind", $"'kind: {kindName}' needs a value", fitting.Length == 0 ? null : $"Write for example '{fitting[0].Name}: {fitting[0].Quantity.Example}'.");
        s.Check(given.Length <= 1, given.Length == 0 ? "kind" : given[^1].Name, "the value of the condition is given twice", "Give one of flux and current-density.");
        s.Check(!kind.NeedsTransferCoefficient || transfer is not null, "kind", $"'kind: {kindName}' needs a transfer coefficient", "Write for example 'transfer-coefficient: 1 um/s'.");
        s.Check(kind.NeedsTransferCoefficient || transfer is null, "transfer-coefficient", $"'kind: {kindName}' takes no 'transfer-coefficient'", "Remove it.");
        if (fitting.Length == 0) s.RefuseUnused(TimeFunctionSettings.Keys, $"'kind: {kindName}'");
        ConditionValue? value = given.FirstOrDefault();
        return new ConditionSettings(side, s.LocationOf("side"), from, to, kindName, value, value is null ? [] : written[Array.IndexOf(_values, value)], inTime, transfer);
    }

    /// <summary>The condition.</summary>
    /// <exception cref="InputException">Values and times do not fit together.</exception>
    public BoundaryCondition ToCondition() =>
        new(BoundaryKinds.All[Kind], Value is null ? null : InTime.Of(Values), TransferCoefficient ?? 0);
}
