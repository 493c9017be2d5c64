using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Sources;

/// <summary>A source given by a function of place and time, smooth in time; taken at the cell centres.</summary>
/// <param name="function">Rate in mol/(m³ s) at (x, y, t); y is 0 in one dimension.</param>
public sealed class SpaceTimeSource(Func<double, double, double, double> function) : ISource
{
    /// <inheritdoc/>
    public void AddTo(RectilinearMesh mesh, double time, Limit limit, Span<double> rate)
    {
        for (int cell = 0; cell < rate.Length; cell++)
        {
            (double x, double y) = mesh.Centre(cell);
            rate[cell] += function(x, y, time);
        }
    }

    /// <inheritdoc/>
    public double NextBreak(double time) => double.PositiveInfinity;
}
