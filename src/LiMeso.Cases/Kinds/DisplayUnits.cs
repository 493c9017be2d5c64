using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds;

/// <summary>Units in which a figure's values read well.</summary>
internal static class DisplayUnits
{
    /// <summary>Unit of a time axis that ends at a time.</summary>
    /// <param name="end">s.</param>
    public static string OfTime(double end) => end switch { < 300 => "s", < 10_800 => "min", < 1e6 => "h", _ => "d" };

    /// <summary>Unit of an axis of a length.</summary>
    /// <param name="length">m.</param>
    public static string OfLength(double length) => length switch { < 2e-6 => "nm", < 1e-2 => "um", _ => "mm" };

    /// <summary>The unit in which values of an SI unit are shown, and the factor to it: concentrations per cubic centimetre, all else as it is.</summary>
    /// <param name="siUnit">SI unit.</param>
    public static (string Unit, double Factor) Of(string siUnit) =>
        siUnit == QuantityKind.Concentration.SiUnit ? ("mol/cm^3", QuantityKind.Concentration.In(1, "mol/cm^3")) : (siUnit, 1);
}
