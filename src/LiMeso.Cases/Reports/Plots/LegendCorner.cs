using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>Finds the corner of a panel that a legend leaves everything visible in.</summary>
internal static class LegendCorner
{
    private const double LineHeight = 19, Sample = 50, Inset = 14;

    private static readonly LegendPlacement[] _corners =
        [LegendPlacement.TopRight, LegendPlacement.TopLeft, LegendPlacement.BottomRight, LegendPlacement.BottomLeft];

    /// <summary>Width in pixels of a legend's box.</summary>
    public static double BoxWidth(IReadOnlyCollection<string> names) => Sample + PanelInk.LetterWidth * names.Select(name => name.Length).DefaultIfEmpty(0).Max();

    /// <summary>The first free corner; the right-hand side when there is none.</summary>
    public static LegendPlacement Find(PanelInk ink, IReadOnlyCollection<string> names, double panelWidth, double panelHeight)
    {
        foreach (LegendPlacement corner in _corners)
        {
            Box box = BoxAt(corner, names, panelWidth, panelHeight);
            if (box.Width < 0.6 * panelWidth && box.Height < 0.7 * panelHeight && ink.Covered(box) == 0) return corner;
        }

        return LegendPlacement.Right;
    }

    /// <summary>The box of a legend in a corner.</summary>
    public static Box BoxAt(LegendPlacement corner, IReadOnlyCollection<string> names, double panelWidth, double panelHeight)
    {
        double width = BoxWidth(names) + Inset, height = LineHeight * names.Count + Inset;
        bool right = corner is LegendPlacement.TopRight or LegendPlacement.BottomRight, top = corner is LegendPlacement.TopRight or LegendPlacement.TopLeft;
        return new Box(right ? panelWidth - width : 0, top ? panelHeight - height : 0, width, height);
    }
}
