using static LiMeso.Core.PhysicalConstants;

namespace LiMeso.Core.Units;

/// <summary>What a unit symbol is worth: <paramref name="Factor"/> converts to the SI unit of <paramref name="Dimension"/>.</summary>
/// <param name="Factor">SI units per unit.</param>
/// <param name="Dimension">Physical dimension.</param>
internal readonly record struct UnitValue(double Factor, Dimension Dimension);

/// <summary>The unit symbols that input may use, with SI prefixes where those are customary.</summary>
internal static class UnitSymbols
{
    private static readonly Dimension _length = new(Length: 1), _mass = new(Mass: 1), _time = new(Time: 1), _current = new(Current: 1),
        _temperature = new(Temperature: 1), _amount = new(Amount: 1), _charge = new(Time: 1, Current: 1),
        _energy = new(Length: 2, Mass: 1, Time: -2), _pressure = new(Length: -1, Mass: 1, Time: -2), _angle = new(Angle: 1);

    private static readonly Dictionary<string, UnitValue> _prefixed = new()
    {
        ["m"] = new(1, _length),
        ["g"] = new(1e-3, _mass),
        ["s"] = new(1, _time),
        ["A"] = new(1, _current),
        ["K"] = new(1, _temperature),
        ["mol"] = new(1, _amount),
        ["C"] = new(1, _charge),
        ["Ah"] = new(3600, _charge),
        ["J"] = new(1, _energy),
        ["eV"] = new(ElementaryCharge, _energy),
        ["Pa"] = new(1, _pressure),
    };

    private static readonly Dictionary<string, UnitValue> _plain = new()
    {
        ["min"] = new(60, _time),
        ["h"] = new(3600, _time),
        ["d"] = new(86400, _time),
        ["day"] = new(86400, _time),
        ["bar"] = new(1e5, _pressure),
        ["%"] = new(1e-2, default),
        ["Å"] = new(1e-10, _length),
        ["Angstrom"] = new(1e-10, _length),
        ["angstrom"] = new(1e-10, _length),
        ["rad"] = new(1, _angle),
        ["deg"] = new(Math.PI / 180, _angle),
        ["degrees"] = new(Math.PI / 180, _angle),
    };

    // Powers of ten, so that "um" is exactly 1e-6 and not a product of rounded factors.
    private static readonly (string Symbol, int Exponent)[] _prefixes =
        [("f", -15), ("p", -12), ("n", -9), ("u", -6), ("µ", -6), ("μ", -6), ("m", -3), ("c", -2), ("d", -1), ("k", 3), ("M", 6), ("G", 9)];

    /// <summary>All meanings of a symbol: "A" is both the ampere and, as in the atomistic literature, the ångström.</summary>
    /// <param name="symbol">A symbol such as "um", "mAh", "A".</param>
    /// <returns>Zero, one or two meanings.</returns>
    public static IEnumerable<UnitValue> Meanings(string symbol)
    {
        if (_plain.TryGetValue(symbol, out UnitValue plain)) yield return plain;
        if (_prefixed.TryGetValue(symbol, out UnitValue bare)) yield return bare;
        if (symbol == "A") yield return _plain["Å"];
        foreach ((string prefix, int exponent) in _prefixes)
        {
            if (symbol.Length > prefix.Length && symbol.StartsWith(prefix, StringComparison.Ordinal) && _prefixed.TryGetValue(symbol[prefix.Length..], out UnitValue unit))
                yield return unit with { Factor = Scaled(unit.Factor, exponent) };
        }
    }

    // "kg" must be exactly 1: scale by division where the power of ten itself is not representable.
    private static double Scaled(double factor, int exponent) =>
        exponent >= 0 ? factor * Math.Pow(10, exponent) : factor / Math.Pow(10, -exponent);
}
