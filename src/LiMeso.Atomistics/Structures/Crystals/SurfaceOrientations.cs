using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Structures.Crystals;

/// <summary>Surfaces of low index of a cubic crystal: the orientations whose z direction is the surface's normal.</summary>
public static class SurfaceOrientations
{
    /// <summary>(100).</summary>
    public static readonly Orientation Cube = new(new(0, 1, 0), new(0, 0, 1), new(1, 0, 0));

    /// <summary>(110).</summary>
    public static readonly Orientation Dodecahedron = new(new(0, 0, 1), new(1, -1, 0), new(1, 1, 0));

    /// <summary>(111).</summary>
    public static readonly Orientation Octahedron = new(new(1, -1, 0), new(1, 1, -2), new(1, 1, 1));

    /// <summary>All of them, by their Miller indices.</summary>
    public static readonly Registry<Orientation> All = new("surface")
    {
        { "100", "cube face", Cube },
        { "110", "the densest plane of bcc", Dodecahedron },
        { "111", "the densest plane of fcc, an open one of bcc", Octahedron },
    };
}
