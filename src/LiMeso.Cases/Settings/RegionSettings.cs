using LiMeso.Core.Input;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.Cases.Settings;

/// <summary>A rectangle (an interval in one dimension), as a case file states it.</summary>
/// <param name="From">The corner at the smaller coordinates; null for the mesh's own.</param>
/// <param name="To">The corner at the larger coordinates; null for the mesh's own.</param>
/// <param name="Location">Where it is written.</param>
public sealed record RegionSettings(PlaceSettings? From, PlaceSettings? To, SourceLocation Location)
{
    /// <summary>Reads the two keys.</summary>
    /// <param name="section">The section that holds them.</param>
    public static RegionSettings Read(SectionReader section) => new(
        section.OptionalSection("from", "Corner at the smaller coordinates; what is left out is the mesh's own.", PlaceSettings.Read),
        section.OptionalSection("to", "Corner at the larger coordinates; what is left out is the mesh's own.", PlaceSettings.Read),
        section.LocationOf("to"));

    /// <summary>The region.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <exception cref="InputException">It leaves the mesh, or is empty.</exception>
    public Region ToRegion(RectilinearMesh mesh)
    {
        var region = new Region(From?.ToCorner(mesh, upper: false) ?? new Point(mesh.X.Start, mesh.Y?.Start ?? 0), To?.ToCorner(mesh, upper: true) ?? new Point(mesh.X.End, mesh.Y?.End ?? 0));
        bool empty = !(region.To.X > region.From.X) || (mesh.Y is not null && !(region.To.Y > region.From.Y));
        return empty ? throw new InputException(Location, "the region is empty", "'to' must lie beyond 'from' in every direction.") : region;
    }
}
