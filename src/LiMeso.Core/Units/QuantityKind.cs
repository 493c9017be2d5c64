using System.Globalization;
using static LiMeso.Core.PhysicalConstants;

namespace LiMeso.Core.Units;

/// <summary>A kind of physical quantity: what input must be, and how output shows it.</summary>
/// <param name="Name">With its article, for messages: "a length".</param>
/// <param name="Dimension">Physical dimension; its SI unit is what kernels use.</param>
/// <param name="SiUnit">The SI unit as text.</param>
/// <param name="Example">A value as one would write it.</param>
public sealed record QuantityKind(string Name, Dimension Dimension, string SiUnit, string Example)
{
    /// <summary>Length, m.</summary>
    public static readonly QuantityKind Length = new("a length", new(Length: 1), "m", "120 um");

    /// <summary>Time, s.</summary>
    public static readonly QuantityKind Time = new("a time", new(Time: 1), "s", "36 h");

    /// <summary>Absolute temperature, K. "25 degC" is understood.</summary>
    public static readonly QuantityKind Temperature = new("a temperature", new(Temperature: 1), "K", "300 K");

    /// <summary>Electric current per area, A/m².</summary>
    public static readonly QuantityKind CurrentDensity = new("a current density", new(Length: -2, Current: 1), "A/m^2", "0.1 mA/cm^2");

    /// <summary>Charge per area, C/m².</summary>
    public static readonly QuantityKind ArealCapacity = new("a capacity per area", new(Length: -2, Time: 1, Current: 1), "C/m^2", "3 mAh/cm^2");

    /// <summary>Diffusivity, m²/s.</summary>
    public static readonly QuantityKind Diffusivity = new("a diffusivity", new(Length: 2, Time: -1), "m^2/s", "2.9e-11 cm^2/s");

    /// <summary>Amount of substance per volume, mol/m³.</summary>
    public static readonly QuantityKind Concentration = new("a concentration", new(Length: -3, Amount: 1), "mol/m^3", "0.0783 mol/cm^3");

    /// <summary>Amount of substance per area and time, mol/(m² s).</summary>
    public static readonly QuantityKind MolarFlux = new("a flux of substance", new(Length: -2, Time: -1, Amount: 1), "mol/m^2/s", "1e-5 mol/m^2/s");

    /// <summary>Amount of substance per volume and time, mol/(m³ s).</summary>
    public static readonly QuantityKind VolumetricRate = new("a rate per volume", new(Length: -3, Time: -1, Amount: 1), "mol/m^3/s", "1 mol/m^3/s");

    /// <summary>Velocity, m/s: also a coefficient of mass transfer.</summary>
    public static readonly QuantityKind Velocity = new("a velocity", new(Length: 1, Time: -1), "m/s", "1 um/s");

    /// <summary>Mass per volume, kg/m³.</summary>
    public static readonly QuantityKind Density = new("a density", new(Length: -3, Mass: 1), "kg/m^3", "0.534 g/cm^3");

    /// <summary>Mass per amount of substance, kg/mol.</summary>
    public static readonly QuantityKind MolarMass = new("a molar mass", new(Mass: 1, Amount: -1), "kg/mol", "6.94 g/mol");

    /// <summary>Energy of one atom or event, J. Molar values ("46 kJ/mol") are divided by the Avogadro constant.</summary>
    public static readonly QuantityKind Energy = new("an energy", new(Length: 2, Mass: 1, Time: -2), "J", "0.48 eV");

    /// <summary>Force, N.</summary>
    public static readonly QuantityKind Force = new("a force", new(Length: 1, Mass: 1, Time: -2), "N", "1e-5 eV/Angstrom");

    /// <summary>Pressure, or a component of a stress, Pa.</summary>
    public static readonly QuantityKind Pressure = new("a pressure", new(Length: -1, Mass: 1, Time: -2), "Pa", "1 bar");

    /// <summary>Energy per area, J/m².</summary>
    public static readonly QuantityKind SurfaceEnergy = new("an energy per area", new(Mass: 1, Time: -2), "J/m^2", "0.39 J/m^2");

    /// <summary>Plane angle, rad.</summary>
    public static readonly QuantityKind Angle = new("an angle", new(Angle: 1), "rad", "36.87 deg");

    /// <summary>A pure number; "%" is understood.</summary>
    public static readonly QuantityKind Number = new("a number", default, "", "0.9");

    private static readonly Dimension _molarEnergy = new(Length: 2, Mass: 1, Time: -2, Amount: -1);

    /// <summary>Reads "number unit" and converts it to SI.</summary>
    /// <param name="text">Number and unit as written: "120 um".</param>
    /// <returns>The value in <see cref="SiUnit"/>.</returns>
    /// <exception cref="FormatException">The text is not this kind of quantity; the message says what was expected.</exception>
    public double Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        int end = NumberLength(text);
        if (end == 0 || !double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
            throw new FormatException($"expected {Name} such as '{Example}', found '{text}'");

        string unit = text[end..].Trim();
        if (Dimension == Temperature.Dimension && unit is "degC" or "°C") return number + 273.15;
        string? problem = UnitExpression.TryRead(unit, Dimension, out double factor);
        if (problem is not null && Dimension == Energy.Dimension && UnitExpression.TryRead(unit, _molarEnergy, out factor) is null)
            return number * factor / Avogadro;

        return problem is null ? Scale(number, factor) : throw new FormatException($"expected {Name} such as '{Example}', found '{text}' ({problem})");
    }

    /// <summary>SI units per unit of the expression.</summary>
    /// <param name="unit">A unit of this kind: "mA/cm^2".</param>
    /// <exception cref="FormatException">The unit is not one of this kind.</exception>
    public double UnitFactor(string unit) =>
        UnitExpression.TryRead(unit, Dimension, out double factor) is { } problem ? throw new FormatException($"{problem}: expected a unit of {Name}, such as that of '{Example}'") : factor;

    /// <summary>The value in another unit of this kind.</summary>
    /// <param name="si">Value in SI.</param>
    /// <param name="unit">The unit wanted: "h".</param>
    public double In(double si, string unit)
    {
        double factor = UnitFactor(unit);
        return factor < 1 ? si * Reciprocal(factor) : si / factor;
    }

    /// <summary>"36.1 h": the value in a unit, to some significant digits.</summary>
    /// <param name="si">Value in SI.</param>
    /// <param name="unit">The unit wanted.</param>
    /// <param name="digits">Significant digits.</param>
    public string Format(double si, string unit, int digits = 4) =>
        string.Create(CultureInfo.InvariantCulture, $"{In(si, unit).ToString("G" + digits, CultureInfo.InvariantCulture)} {unit}").TrimEnd();

    /// <summary>A value in the unit of a text: "10 A" beside "5 A". In SI where the unit is none of this kind, or is converted by more than a factor (degC, kJ/mol).</summary>
    /// <param name="si">Value in SI.</param>
    /// <param name="written">A quantity of this kind, as it was written.</param>
    public string FormatLike(double si, string written)
    {
        const int Digits = 6;
        string text = written.Trim(), unit = text[NumberLength(text)..].Trim();
        return Format(si, UnitExpression.TryRead(unit, Dimension, out _) is null ? unit : SiUnit, Digits);
    }

    // 120 um must be the double nearest to 1.2e-4, as if "120e-6" had been written: dividing by an exact power of ten rounds once.
    private static double Scale(double number, double factor) => factor < 1 ? number / Reciprocal(factor) : number * factor;

    // Only what rounding alone keeps from being whole is made whole: 1/(1.602e-9) is a large number near a whole one, too.
    private static double Reciprocal(double factor)
    {
        double inverse = 1 / factor, rounded = Math.Round(inverse);
        return Math.Abs(inverse - rounded) < 1e-15 * inverse && inverse < 1e15 ? rounded : inverse;
    }

    private static int NumberLength(string text)
    {
        int i = 0;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '+' or '-' or '.')) i++;
        if (i == 0 || i >= text.Length || text[i] is not ('e' or 'E')) return i;

        // an exponent, unless the letter begins a unit ("2 eV" has a space before it, "2eV" no digit after it)
        int j = i + 1;
        if (j < text.Length && text[j] is '+' or '-') j++;
        if (j >= text.Length || !char.IsAsciiDigit(text[j])) return i;
        while (j < text.Length && char.IsAsciiDigit(text[j])) j++;
        return j;
    }
}
