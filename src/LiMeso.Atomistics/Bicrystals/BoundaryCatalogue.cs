using System.Globalization;
using System.Reflection;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Bicrystals;

/// <summary>A boundary of the catalogue.</summary>
/// <param name="Id">Its name: GB01 … GB55.</param>
/// <param name="Geometry">Its geometry.</param>
/// <param name="NamedAs">Where and how the source names it; null where it is our completion of the source's list.</param>
public sealed record CatalogueBoundary(string Id, BoundaryGeometry Geometry, string? NamedAs);

/// <summary>
/// The 55 tilt and twist boundaries of bcc lithium that ship with the program: the 13 that J. S. Yoon, H. Sulaimon and D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288 name in their text,
/// and a completion of their list by the rule that the file states.
/// </summary>
public static class BoundaryCatalogue
{
    /// <summary>Name of the file that ships with the program.</summary>
    public const string File = "li-bcc-55.csv";

    private static readonly Lazy<IReadOnlyList<CatalogueBoundary>> _all = new(Load);

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<CatalogueBoundary> All => _all.Value;

    /// <summary>A boundary by its id or its label, letters in whatever case; null where there is none.</summary>
    /// <param name="name">Such as GB04, or S5(310)/[001] tilt.</param>
    public static CatalogueBoundary? Find(string name) =>
        All.FirstOrDefault(b => b.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || b.Geometry.Label.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a direction: three whole numbers, apart by blanks or commas, with or without brackets; digits may stand together, as in 1-10.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static LatticeDirection ParseDirection(string text)
    {
        string inner = text.Trim().Trim('[', ']', '(', ')');
        string[] parts = inner.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        // [11-1]: one digit each
        if (parts.Length == 1) parts = [.. Digits(inner)];
        int[] indices = new int[3];
        bool good = parts.Length == 3;
        for (int k = 0; good && k < 3; k++) good = int.TryParse(parts[k], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out indices[k]) && Math.Abs(indices[k]) <= 1000;
        if (!good || indices is [0, 0, 0]) throw new FormatException($"expected a direction such as \"1 1 -1\", found '{text}'");
        return new LatticeDirection(indices[0], indices[1], indices[2]);
    }

    private static IEnumerable<string> Digits(string text)
    {
        for (int k = 0; k < text.Length; k++)
        {
            int length = text[k] == '-' && k + 1 < text.Length ? 2 : 1;
            yield return text.Substring(k, length);
            k += length - 1;
        }
    }

    private static IReadOnlyList<CatalogueBoundary> Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"LiMeso.Bicrystals.{File}")!;
        using var reader = new StreamReader(stream);
        CsvInput table = CsvInput.Read(reader, File);
        table.RequireColumns(["id", "kind", "axis", "plane", "angle", "sigma", "named-as"], []);
        return [.. table.Rows.Select(Read)];
    }

    private static CatalogueBoundary Read(CsvRow row)
    {
        LatticeDirection axis = ParseDirection(row["axis"]);
        BoundaryGeometry geometry = row["kind"] == "twist"
            ? Twist.OfAngle(CubicLattice.BodyCentred, axis, double.Parse(row["angle"], CultureInfo.InvariantCulture))
            : SymmetricTilt.InPlane(CubicLattice.BodyCentred, axis, ParseDirection(row["plane"]));
        if (row["sigma"] != geometry.Sigma.ToString(CultureInfo.InvariantCulture)) throw new InputException(row.Location, $"{geometry.Label} has another Sigma than {row["sigma"]}");
        return new CatalogueBoundary(row["id"], geometry, row["named-as"] is { Length: > 0 } named ? named : null);
    }
}
