namespace LiMeso.Transport.Data;

/// <summary>The names of boundary definitions, as data sets and cases write them.</summary>
public static class BoundaryDefinitions
{
    /// <summary>Those that a polycrystal's diffusivity can be computed from: total and in-plane.</summary>
    public static IReadOnlyList<BoundaryDefinition> OfPolycrystals { get; } = [BoundaryDefinition.Total, BoundaryDefinition.InPlane];

    /// <summary>Its name: "in-plane".</summary>
    /// <param name="definition">The definition.</param>
    public static string NameOf(BoundaryDefinition definition) => EnumNames.Of(definition);

    /// <summary>The definition of a name.</summary>
    /// <param name="name">A name that <see cref="NameOf"/> gives.</param>
    public static BoundaryDefinition Parse(string name) => EnumNames.Parse<BoundaryDefinition>(name);
}
