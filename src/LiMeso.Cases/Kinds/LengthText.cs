using System.Globalization;
using LiMeso.Cases.Reports.Text;

namespace LiMeso.Cases.Kinds;

/// <summary>Lengths as a person writes them: "10 nm", "1.8 µm", "1 mm".</summary>
internal static class LengthText
{
    /// <summary>A length with its unit.</summary>
    /// <param name="metres">m.</param>
    /// <param name="significantDigits">Digits shown at most.</param>
    public static string Of(double metres, int significantDigits = 4)
    {
        (double scale, string unit) = metres switch { >= 0.999e-3 => (1e3, "mm"), >= 0.999e-6 => (1e6, "um"), _ => (1e9, "nm") };
        double value = double.Parse((metres * scale).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return NumberText.WithUnit(value, unit, significantDigits);
    }
}
