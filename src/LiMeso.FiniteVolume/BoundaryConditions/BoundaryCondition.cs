using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.BoundaryConditions;

/// <summary>What happens on a side of the mesh: a kind and the value it takes in the course of time.</summary>
public sealed class BoundaryCondition
{
    private static readonly ITimeFunction _noValue = new ConstantInTime(0);

    /// <summary>A condition.</summary>
    /// <param name="kind">What the value means.</param>
    /// <param name="value">The value, in <see cref="IBoundaryKind.ValueUnit"/>; null only for kinds that need none.</param>
    /// <param name="transferCoefficient">In m/s, for kinds that need one; 0 otherwise.</param>
    /// <exception cref="ArgumentException">A part that the kind needs is missing, or one it cannot use is given.</exception>
    public BoundaryCondition(IBoundaryKind kind, ITimeFunction? value, double transferCoefficient = 0)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (kind.ValueUnit is { } unit && value is null) throw new ArgumentException($"this kind of boundary condition needs a value in {unit}", nameof(value));
        if (kind.ValueUnit is null && value is not null) throw new ArgumentException("this kind of boundary condition takes no value", nameof(value));
        if (!kind.NeedsTransferCoefficient && transferCoefficient != 0)
            throw new ArgumentException("this kind of boundary condition takes no transfer coefficient", nameof(transferCoefficient));
        if (!(transferCoefficient >= 0) || double.IsInfinity(transferCoefficient))
            throw new ArgumentException("a transfer coefficient is finite and not negative", nameof(transferCoefficient));
        Kind = kind;
        Value = value ?? _noValue;
        TransferCoefficient = transferCoefficient;
    }

    /// <summary>Nothing passes.</summary>
    public static BoundaryCondition ZeroFlux { get; } = new(BoundaryKinds.All["zero-flux"], null);

    /// <summary>Joined to the opposite side.</summary>
    public static BoundaryCondition Periodic { get; } = new(BoundaryKinds.All["periodic"], null);

    /// <summary>What the value means.</summary>
    public IBoundaryKind Kind { get; }

    /// <summary>The value in the course of time.</summary>
    public ITimeFunction Value { get; }

    /// <summary>Transfer coefficient in m/s; 0 where the kind has none.</summary>
    public double TransferCoefficient { get; }

    /// <summary>A constant flux out of the domain.</summary>
    /// <param name="outwardFlux">In mol/(m² s); I/F for stripping at current density I.</param>
    public static BoundaryCondition FixedFlux(double outwardFlux) => FixedFlux(new ConstantInTime(outwardFlux));

    /// <summary>A flux out of the domain that changes in time.</summary>
    /// <param name="outwardFlux">In mol/(m² s).</param>
    public static BoundaryCondition FixedFlux(ITimeFunction outwardFlux) => new(BoundaryKinds.All["fixed-flux"], outwardFlux);

    /// <summary>A constant concentration on the side.</summary>
    /// <param name="concentration">In mol/m³.</param>
    public static BoundaryCondition FixedValue(double concentration) => FixedValue(new ConstantInTime(concentration));

    /// <summary>A concentration on the side that changes in time.</summary>
    /// <param name="concentration">In mol/m³.</param>
    public static BoundaryCondition FixedValue(ITimeFunction concentration) => new(BoundaryKinds.All["fixed-value"], concentration);

    /// <summary>Exchange with a reservoir through a film.</summary>
    /// <param name="transferCoefficient">Transfer coefficient of the film, m/s.</param>
    /// <param name="reservoir">Concentration of the reservoir, mol/m³.</param>
    public static BoundaryCondition Robin(double transferCoefficient, ITimeFunction reservoir) =>
        new(BoundaryKinds.All["robin"], reservoir, transferCoefficient);
}
