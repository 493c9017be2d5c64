namespace LiMeso.Storage.Snapshots;

/// <summary>A stored quantity: its name and unit.</summary>
public sealed record FieldDescription
{
    /// <summary>The unit of pure numbers.</summary>
    public const string Dimensionless = "1";

    /// <summary>Describes a quantity.</summary>
    /// <param name="name">Name in files, lower case with underscores: <c>concentration</c>.</param>
    /// <param name="unit">Unit as it is written, <c>mol/m^3</c>; <see cref="Dimensionless"/> for pure numbers.</param>
    /// <exception cref="ArgumentException">The name or the unit is empty, or the name has a slash or a dot.</exception>
    public FieldDescription(string name, string unit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        // HDF5 takes slashes for groups and a lone dot for the group itself; VTK takes dots for components.
        if (name.AsSpan().ContainsAny('/', '.'))
            throw new ArgumentException($"'{name}' cannot name a stored quantity: it must have no slash and no dot.", nameof(name));
        Name = name;
        Unit = unit;
    }

    /// <summary>Name in files.</summary>
    public string Name { get; }

    /// <summary>Unit, as written.</summary>
    public string Unit { get; }

    /// <summary>Name and unit for readers: <c>concentration (mol/m^3)</c>; the name alone for pure numbers.</summary>
    public string Label => Unit == Dimensionless ? Name : $"{Name} ({Unit})";
}
