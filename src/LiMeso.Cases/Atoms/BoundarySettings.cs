using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Atoms;

/// <summary>Which grain boundary, of bcc lithium unless another crystal is asked for, and how large the bicrystal with two of it is.</summary>
/// <param name="Id">Its id in the catalogue; null for one of the user's own.</param>
/// <param name="Geometry">Its geometry.</param>
/// <param name="LatticeConstant">Å; null for that of the potential at zero temperature.</param>
/// <param name="Separation">Least distance between the two boundaries, Å.</param>
/// <param name="MinimumWidth">Least lengths along x and z, Å.</param>
public sealed record BoundarySettings(string? Id, BoundaryGeometry Geometry, double? LatticeConstant, double Separation, double MinimumWidth)
{
    /// <summary>Key of the section.</summary>
    public const string Key = "boundary";

    /// <summary>What the section is for.</summary>
    public const string Description = "The grain boundary: one of the catalogue ('limeso gb list'), or any symmetric tilt or twist with coinciding lattice points.";

    /// <summary>Key of the crystal, where any is allowed.</summary>
    public const string CrystalKey = "crystal";

    /// <summary>Name of the crystal where none is given.</summary>
    public const string DefaultCrystal = "bcc";

    private static readonly string[] _kinds = ["tilt", "twist"], _own = ["kind", "axis", "plane", "angle"];

    /// <summary>A name for reports and files.</summary>
    public string Name => Id is not null ? $"{Id} {Geometry.Label}" : Crystal == DefaultCrystal ? Geometry.Label : $"{Crystal} {Geometry.Label}";

    /// <summary>Name of the crystal, one of <see cref="CubicLattice.All"/>.</summary>
    public string Crystal => CubicLattice.All.First(l => l.Member == Geometry.Lattice).Name;

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    /// <exception cref="InputException">There is no such boundary.</exception>
    public static BoundarySettings Read(SectionReader section) => Read(section, CubicLattice.BodyCentred);

    /// <summary>Reads the section, in which a boundary of the user's own may be one of any cubic crystal.</summary>
    /// <param name="section">The section.</param>
    /// <exception cref="InputException">There is no such boundary.</exception>
    public static BoundarySettings ReadOfAnyCrystal(SectionReader section)
    {
        CubicLattice lattice = section.Member(CrystalKey, CubicLattice.All, "Crystal of both grains, for a boundary that is none of the catalogue.", DefaultCrystal);
        BoundarySettings boundary = Read(section, lattice);
        if (section.Has("id")) section.RefuseUnused([CrystalKey], "a boundary of the catalogue");
        return boundary;
    }

    private static BoundarySettings Read(SectionReader section, CubicLattice lattice)
    {
        string? id = section.OptionalText("id", "Id or label in the catalogue, instead of the keys below.", "GB04");
        string? kind = section.OptionalName("kind", _kinds, "Tilt or twist, where the plane does not say it: it contains the axis of a tilt, and is normal to that of a twist.");
        string? axis = section.OptionalText("axis", "Axis of the misorientation.", "0 0 1");
        string? plane = section.OptionalText("plane", "Normal of the boundary plane in the first grain.", "3 1 0");
        double? angle = section.OptionalQuantity("angle", QuantityKind.Angle, "Angle of a twist; for a tilt it may stand for the plane.", "36.87 deg", Limits.Between(0, Math.PI));
        BoundarySettings boundary = ReadCell(section);
        if (id is not null)
        {
            section.RefuseUnused(_own, "a boundary of the catalogue");
            return FromCatalogue(boundary, id, section.LocationOf("id"));
        }

        return Own(boundary, lattice, kind, axis, plane, angle * 180 / Math.PI, section);
    }

    /// <summary>Reads how large the bicrystal is, with any boundary for the time being: what several boundaries may have in common.</summary>
    /// <param name="section">The section.</param>
    internal static BoundarySettings ReadCell(SectionReader section)
    {
        double? latticeConstant = section.OptionalQuantity("lattice-constant", QuantityKind.Length, "Lattice constant; that of the potential at zero temperature when left out.", "3.5 A", Limits.Between(1e-10, 2e-9));
        return new BoundarySettings(
            null, BoundaryCatalogue.All[0].Geometry, latticeConstant is { } a ? MetalQuantities.Length(a) : null,
            MetalQuantities.Length(section.Quantity("separation", QuantityKind.Length, "Least distance between the two boundaries of the periodic cell.", "60 A", limits: Limits.Between(1e-9, 1e-6))),
            MetalQuantities.Length(section.Quantity("min-width", QuantityKind.Length, "Least lengths of the cell along the boundary: its periods repeat until they are reached.", "0 A", limits: Limits.Between(0, 1e-6))));
    }

    private static BoundarySettings FromCatalogue(BoundarySettings boundary, string id, SourceLocation location)
    {
        if (BoundaryCatalogue.Find(id) is { } found) return boundary with { Id = found.Id, Geometry = found.Geometry };
        string near = NearestName.Of(id, BoundaryCatalogue.All.Select(b => b.Id)) is { } name ? $"Did you mean '{name}'?  " : "";
        throw new InputException(location, $"the catalogue has no boundary '{id}'", $"{near}'limeso gb list' tells them.");
    }

    private static BoundarySettings Own(BoundarySettings boundary, CubicLattice lattice, string? kind, string? axisText, string? planeText, double? degrees, SectionReader section)
    {
        if (axisText is null) throw new InputException(section.LocationOf("axis"), "which boundary is not said", "Give the 'id' of one in the catalogue, or 'axis' with 'plane' or 'angle'.");
        LatticeDirection axis = Direction(axisText, "axis", section);
        LatticeDirection? plane = planeText is null ? null : Direction(planeText, "plane", section);
        bool? normal = plane is { } p ? LatticeDirection.Cross(axis, p).IsZero : null;
        if (kind is null && normal is null) section.Check(false, "kind", "without a plane it is not clear whether a tilt or a twist is meant", "Say 'kind', tilt or twist, or 'plane'.");
        bool twist = kind is null ? normal!.Value : kind == "twist";
        if (normal is { } along) section.Check(!twist || along, "plane", "the plane of a twist is normal to its axis", "Leave 'plane' out.");
        if (twist) section.Check(degrees is not null, "angle", "a twist needs its angle", "Give 'angle', such as 36.87 deg about the axis 0 0 1.");
        else section.Check(plane is not null || degrees is not null, "plane", "a tilt needs its plane or its angle", "Give 'plane', such as 3 1 0, or 'angle', such as 36.87 deg, for the axis 0 0 1.");
        section.Check(twist || SymmetricTilt.HasAxis(axis), "axis", $"there is no symmetric tilt about {axis}: no twofold axis of a cubic crystal is at right angles to it", "Give an axis with an index 0, or with two indices of the same size, such as 1 1 2.");
        (string culprit, string advice) = !twist && plane is not null
            ? ("plane", "Give a 'plane' that contains the axis, and is none of {1 0 0} and {1 1 0}: such as 3 1 0 for the axis 0 0 1.")
            : ("angle", "Give an 'angle' at which lattice points coincide, to 0.01 deg: 'limeso gb list' tells the usual ones.");
        try
        {
            BoundaryGeometry geometry = twist ? Twist.OfAngle(lattice, axis, degrees!.Value)
                : plane is { } tilted ? SymmetricTilt.InPlane(lattice, axis, tilted)
                : SymmetricTilt.OfAngle(lattice, axis, degrees!.Value);
            section.Check(
                plane is not { } given || twist || degrees is not { } wanted || SymmetricTilt.AnglesOf(axis, given).Any(a => Math.Abs(a - wanted) <= CoincidenceAngles.Tolerance), "angle",
                FormattableString.Invariant($"plane and angle contradict each other: {geometry.Label} is turned by {geometry.Angle:0.0000} degrees"), "Leave one of them out.");
            return boundary with { Id = lattice == CubicLattice.BodyCentred ? BoundaryCatalogue.Find(geometry.Label)?.Id : null, Geometry = geometry };
        }
        catch (ArgumentException e)
        {
            throw new InputException(section.LocationOf(culprit), e.Message, advice, e);
        }
        catch (OverflowException e)
        {
            throw new InputException(section.LocationOf(culprit), "its cell would be too large: the indices of its directions have too many digits", "Give a boundary with smaller indices.", e);
        }
    }

    private static LatticeDirection Direction(string text, string key, SectionReader section)
    {
        try
        {
            return BoundaryCatalogue.ParseDirection(text);
        }
        catch (FormatException e)
        {
            throw new InputException(section.LocationOf(key), e.Message, inner: e);
        }
    }

    /// <summary>The bicrystal.</summary>
    /// <param name="latticeConstant">Å, where the settings have none.</param>
    /// <param name="mass">Mass of an atom, g/mol.</param>
    public BicrystalOptions Options(double latticeConstant, double mass) =>
        new(LatticeConstant ?? latticeConstant, mass) { Separation = Separation, MinimumWidth = MinimumWidth };
}
