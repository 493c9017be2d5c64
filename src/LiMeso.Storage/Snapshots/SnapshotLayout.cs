namespace LiMeso.Storage.Snapshots;

/// <summary>What the snapshots of one run have in common.</summary>
public sealed record SnapshotLayout
{
    /// <summary>The mesh.</summary>
    public required SnapshotMesh Mesh { get; init; }

    /// <summary>Cell fields that every snapshot holds, in the order in which they are handed over.</summary>
    public required IReadOnlyList<FieldDescription> Fields { get; init; }

    /// <summary>Single numbers that every snapshot holds, in the order in which they are handed over: an interface concentration, a step size.</summary>
    public IReadOnlyList<FieldDescription> Scalars { get; init; } = [];

    /// <summary>Cell fields that do not change in time: diffusivity, grain number.</summary>
    public IReadOnlyList<ConstantField> CellFields { get; init; } = [];

    /// <summary>Where the data come from: program, version, hash of the input, citations. Each entry becomes an attribute of the index.</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>();

    /// <summary>Checks that names are unique and sizes fit the mesh.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal void Validate()
    {
        if (Fields.Count == 0)
            throw new ArgumentException("snapshots without fields are of no use.");
        string[] reserved = [SnapshotFile.Step, SnapshotFile.Time, SnapshotFile.TimeUnit, SnapshotFile.Number, SnapshotFile.Format];
        RequireUnique([.. reserved, .. Scalars.SelectMany(s => (string[])[s.Name, SnapshotFile.UnitOf(s.Name)])]);
        RequireUnique([.. Fields.Select(f => f.Name), .. CellFields.Select(f => f.Description.Name)]);
        foreach (ConstantField field in CellFields)
        {
            if (field.Values.Length != Mesh.CellCount)
                throw new ArgumentException($"the cell field '{field.Description.Name}' has {field.Values.Length} values, the mesh {Mesh.CellCount} cells.");
        }
    }

    /// <summary>Whether snapshots of the other layout continue those of this one: same mesh, same quantities.</summary>
    internal bool Continues(SnapshotLayout other) =>
        Mesh.IsSameAs(other.Mesh) && Fields.SequenceEqual(other.Fields) && Scalars.SequenceEqual(other.Scalars);

    private static void RequireUnique(IReadOnlyList<string> names)
    {
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"the name '{twice.Key}' stands for two things in the snapshots.");
    }
}
