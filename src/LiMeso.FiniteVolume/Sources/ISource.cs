using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Sources;

/// <summary>Material that appears (or, negative, disappears) inside the domain; a plug-in.</summary>
public interface ISource
{
    /// <summary>Adds the source's rate in every cell.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="time">Time in s.</param>
    /// <param name="limit">From which side, at an instant where the source jumps.</param>
    /// <param name="rate">Rate per cell in mol/(m³ s), to be added to.</param>
    void AddTo(RectilinearMesh mesh, double time, Limit limit, Span<double> rate);

    /// <summary>The first instant after a time where the source jumps; +∞ when there is none.</summary>
    /// <param name="time">Time in s.</param>
    double NextBreak(double time);
}
