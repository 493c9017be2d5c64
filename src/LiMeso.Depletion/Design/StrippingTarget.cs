namespace LiMeso.Depletion.Design;

/// <summary>What a foil must deliver: a capacity at a current density, in one discharge.</summary>
public sealed record StrippingTarget
{
    /// <summary>States the target.</summary>
    /// <param name="currentDensity">Current density I > 0, A/m².</param>
    /// <param name="capacity">Charge per area Q > 0, C/m² (see <see cref="ArealCapacity"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a positive finite number.</exception>
    public StrippingTarget(double currentDensity, double capacity)
    {
        Require.Positive(currentDensity);
        Require.Positive(capacity);
        CurrentDensity = currentDensity;
        Capacity = capacity;
    }

    /// <summary>Current density I, A/m².</summary>
    public double CurrentDensity { get; }

    /// <summary>Charge per area Q, C/m².</summary>
    public double Capacity { get; }

    /// <summary>Length of the discharge, Q/I, s.</summary>
    public double Duration => Capacity / CurrentDensity;
}
