using System.Globalization;
using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>The colours of curves and maps.</summary>
internal static class ColorMaps
{
    public const string Ink = "#222222";
    public const string Muted = "#5f6368";

    // Okabe & Ito (2008), without the yellow that vanishes on white.
    private static readonly string[] _palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8a8f94"];

    // Ten evenly spaced colours each; between them sRGB is close enough to linear to stay perceptually even.
    private static readonly string[] _viridis =
        ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];

    private static readonly string[] _cividis =
        ["#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74", "#c3b369", "#e1cc55", "#fee838"];

    private static readonly string[] _blueRed =
        ["#053061", "#2166ac", "#4393c3", "#92c5de", "#d1e5f0", "#f7f7f7", "#fddbc7", "#f4a582", "#d6604d", "#b2182b", "#67001f"];

    /// <summary>The colour of a series: the one it asks for, or the palette's at its place.</summary>
    public static string Of(SeriesColor color, int place) =>
        color == SeriesColor.Automatic ? _palette[place % _palette.Length] : _palette[(int)color - 1];

    /// <summary>A map's colour at a fraction of its length, clamped to its ends.</summary>
    public static string At(ColorMap map, double fraction)
    {
        string[] stops = Stops(map);
        double place = Math.Clamp(double.IsNaN(fraction) ? 0 : fraction, 0, 1) * (stops.Length - 1);
        int below = Math.Min((int)place, stops.Length - 2);
        (double r, double g, double b) = Mix(Channels(stops[below]), Channels(stops[below + 1]), place - below);
        return string.Create(CultureInfo.InvariantCulture, $"#{(int)Math.Round(r):x2}{(int)Math.Round(g):x2}{(int)Math.Round(b):x2}");
    }

    /// <summary>The map from its start to a fraction of its length, as fractions and colours.</summary>
    public static IEnumerable<(double Fraction, string Color)> Scale(ColorMap map, double upTo = 1)
    {
        const int steps = 18;
        for (int i = 0; i <= steps; i++) yield return ((double)i / steps, At(map, upTo * i / steps));
    }

    /// <summary>Whether dark ink shows better than white on a colour (relative luminance as in WCAG 2).</summary>
    public static bool IsLight(string color)
    {
        (double r, double g, double b) = Channels(color);
        return 0.2126 * Linear(r) + 0.7152 * Linear(g) + 0.0722 * Linear(b) > 0.25;

        static double Linear(double channel) => Math.Pow((channel / 255 + 0.055) / 1.055, 2.4);
    }

    /// <summary>A colour with an opacity.</summary>
    public static string WithOpacity(string color, double opacity)
    {
        (double r, double g, double b) = Channels(color);
        return string.Create(CultureInfo.InvariantCulture, $"rgba({r},{g},{b},{opacity})");
    }

    private static string[] Stops(ColorMap map) => map switch { ColorMap.Cividis => _cividis, ColorMap.BlueRed => _blueRed, _ => _viridis };

    private static (double R, double G, double B) Mix((double R, double G, double B) a, (double R, double G, double B) b, double t) =>
        (a.R + t * (b.R - a.R), a.G + t * (b.G - a.G), a.B + t * (b.B - a.B));

    private static (double R, double G, double B) Channels(string hex) =>
        (Convert.ToInt32(hex[1..3], 16), Convert.ToInt32(hex[3..5], 16), Convert.ToInt32(hex[5..7], 16));
}
