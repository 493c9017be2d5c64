using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Sources;

/// <summary>A source of fixed shape and varying strength: rate = shape(cell) × strength(t).</summary>
/// <param name="shape">The rate at unit strength, mol/(m³ s).</param>
/// <param name="strength">Dimensionless.</param>
public sealed class FieldSource(CellField shape, ITimeFunction strength) : ISource
{
    /// <inheritdoc/>
    public void AddTo(RectilinearMesh mesh, double time, Limit limit, Span<double> rate)
    {
        double factor = strength.Value(time, limit);
        ReadOnlySpan<double> values = shape.Values;
        for (int cell = 0; cell < rate.Length; cell++) rate[cell] += factor * values[cell];
    }

    /// <inheritdoc/>
    public double NextBreak(double time) => strength.NextBreak(time);
}
