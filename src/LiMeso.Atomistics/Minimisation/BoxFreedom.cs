using LiMeso.Atomistics.Structures;
using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Minimisation;

/// <summary>Which components of the box's deformation are free when a structure relaxes.</summary>
/// <param name="Xx">Length along x.</param>
/// <param name="Yy">Length along y.</param>
/// <param name="Zz">Length along z.</param>
/// <param name="Xy">Tilt xy.</param>
/// <param name="Xz">Tilt xz.</param>
/// <param name="Yz">Tilt yz.</param>
public sealed record BoxFreedom(bool Xx = false, bool Yy = false, bool Zz = false, bool Xy = false, bool Xz = false, bool Yz = false)
{
    /// <summary>The box stays as it is.</summary>
    public static readonly BoxFreedom None = new();

    /// <summary>The three lengths, each by itself.</summary>
    public static readonly BoxFreedom Lengths = new(Xx: true, Yy: true, Zz: true);

    /// <summary>Lengths and tilts.</summary>
    public static readonly BoxFreedom Full = new(true, true, true, true, true, true);

    /// <summary>All by name, as in case files.</summary>
    public static readonly Registry<BoxFreedom> All = new("freedom of the box")
    {
        { "fixed", "the box stays as it is", None },
        { "x", "the length along x", new(Xx: true) },
        { "y", "the length along y", new(Yy: true) },
        { "z", "the length along z", new(Zz: true) },
        { "lengths", "the three lengths, each by itself", Lengths },
        { "full", "lengths and tilts", Full },
    };

    /// <summary>The components in the order xx, yy, zz, xy, xz, yz.</summary>
    internal bool[] ToArray() => [Xx, Yy, Zz, Xy, Xz, Yz];

    /// <summary>Whether the box repeats in all directions in which it may change.</summary>
    /// <param name="box">The box.</param>
    public bool Suits(SimulationBox box) => (box.Periodic.A || !Xx) && (box.Periodic.B || !(Yy || Xy)) && (box.Periodic.C || !(Zz || Xz || Yz));
}
