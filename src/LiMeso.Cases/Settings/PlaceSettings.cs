using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.Cases.Settings;

/// <summary>A place in the mesh, as a case file states it.</summary>
/// <param name="X">m, or null.</param>
/// <param name="XLocation">Where it is written.</param>
/// <param name="Y">m, or null.</param>
/// <param name="YLocation">Where it is written.</param>
public sealed record PlaceSettings(double? X, SourceLocation XLocation, double? Y, SourceLocation YLocation)
{
    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static PlaceSettings Read(SectionReader section) => new(
        section.OptionalQuantity("x", QuantityKind.Length, "Coordinate along x.", "10 um", Limits.NotNegative), section.LocationOf("x"),
        section.OptionalQuantity("y", QuantityKind.Length, "Coordinate along y, in two dimensions.", "10 um", Limits.NotNegative), section.LocationOf("y"));

    /// <summary>The point, with every coordinate that the mesh has.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <exception cref="InputException">A coordinate is missing, or outside the mesh.</exception>
    public Point ToPoint(RectilinearMesh mesh)
    {
        double x = Inside(X, XLocation, mesh.X, "x") ?? throw Missing(XLocation, "x");
        double? y = Inside(Y, YLocation, mesh.Y, "y");
        return new Point(x, mesh.Y is null ? 0 : y ?? throw Missing(YLocation, "y"));
    }

    /// <summary>A corner of a region: coordinates left out are those of the mesh's own corner.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="upper">Whether it is the corner at the larger coordinates.</param>
    /// <exception cref="InputException">A coordinate is outside the mesh.</exception>
    public Point ToCorner(RectilinearMesh mesh, bool upper) => new(
        Inside(X, XLocation, mesh.X, "x") ?? (upper ? mesh.X.End : mesh.X.Start),
        Inside(Y, YLocation, mesh.Y, "y") ?? (mesh.Y is not { } y ? 0 : upper ? y.End : y.Start));

    private static double? Inside(double? coordinate, SourceLocation location, Axis? axis, string name)
    {
        if (coordinate is not { } c) return null;
        if (axis is null) throw new InputException(location, $"a one-dimensional mesh has no {name}", $"Remove '{name}', or give the mesh a '{name}' axis.");
        if (c >= axis.Start && c <= axis.End) return c;
        throw new InputException(location, FormattableString.Invariant($"{name} = {c:g6} m lies outside the mesh"), FormattableString.Invariant($"It runs from {axis.Start:g6} m to {axis.End:g6} m."));
    }

    private static InputException Missing(SourceLocation location, string name) => new(location, $"key '{name}' is missing", $"Write for example '{name}: 10 um'.");
}
