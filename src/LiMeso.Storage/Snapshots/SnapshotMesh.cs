namespace LiMeso.Storage.Snapshots;

/// <summary>
/// A mesh of boxes in one to three dimensions, given by the positions of the faces along each axis. Cell data have one value a cell, x fastest,
/// and the shape [nx], [ny, nx] or [nz, ny, nx].
/// </summary>
public sealed class SnapshotMesh
{
    /// <summary>The axes' names, in order.</summary>
    public static readonly IReadOnlyList<string> AxisNames = ["x", "y", "z"];

    /// <summary>Describes a mesh.</summary>
    /// <param name="faces">Positions of the faces along x, then y, then z, in metres: strictly increasing, one more than cells.</param>
    /// <exception cref="ArgumentException">Not one to three axes, or an axis with less than one cell, or not strictly increasing.</exception>
    public SnapshotMesh(params IReadOnlyList<double[]> faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        if (faces.Count is < 1 or > 3)
            throw new ArgumentException($"a mesh has one to three axes, not {faces.Count}.", nameof(faces));
        for (int axis = 0; axis < faces.Count; axis++)
            CheckAxis(AxisNames[axis], faces[axis]);
        Faces = faces;
        Shape = [.. faces.Reverse().Select(f => f.Length - 1)];
        CellCount = Shape.Aggregate(1, (count, length) => checked(count * length));
    }

    /// <summary>Positions of the faces in metres: x, then y, then z.</summary>
    public IReadOnlyList<double[]> Faces { get; }

    /// <summary>Number of axes.</summary>
    public int Dimension => Faces.Count;

    /// <summary>Shape of cell data: [nx], [ny, nx] or [nz, ny, nx].</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Number of cells.</summary>
    public int CellCount { get; }

    /// <summary>Whether two meshes are the same to the last bit.</summary>
    public bool IsSameAs(SnapshotMesh other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Faces.Count == other.Faces.Count && Faces.Zip(other.Faces).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    }

    private static void CheckAxis(string name, double[] faces)
    {
        if (faces.Length < 2)
            throw new ArgumentException($"the {name} axis of a mesh needs two faces at least, it has {faces.Length}.", nameof(faces));
        for (int i = 1; i < faces.Length; i++)
        {
            if (!(faces[i] > faces[i - 1]) || !double.IsFinite(faces[i]) || !double.IsFinite(faces[i - 1]))
                throw new ArgumentException(FormattableString.Invariant($"face {i} of the {name} axis, at {faces[i]} m, does not lie beyond the one before, at {faces[i - 1]} m."), nameof(faces));
        }
    }
}
