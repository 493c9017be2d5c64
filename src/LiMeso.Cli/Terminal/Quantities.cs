using System.Globalization;
using LiMeso.Core.Units;

namespace LiMeso.Cli.Terminal;

/// <summary>Quantities as a person reads them.</summary>
internal static class Quantities
{
    private static readonly (double AtLeast, string Unit)[] _times = [(2 * 86400, "d"), (7200, "h"), (120, "min"), (0, "s")];

    /// <summary>A number to five significant digits.</summary>
    public static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>"36.12 h".</summary>
    public static string Time(double seconds) =>
        double.IsFinite(seconds) ? QuantityKind.Time.Format(seconds, Array.Find(_times, t => Math.Abs(seconds) >= t.AtLeast).Unit) : "never";
}
