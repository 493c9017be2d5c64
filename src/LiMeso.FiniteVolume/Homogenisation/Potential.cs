namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>A potential with a mean gradient.</summary>
/// <param name="Gradient">The mean gradient.</param>
/// <param name="Fluctuation">What it has besides, per node: periodic.</param>
public sealed record Potential(Offset Gradient, double[] Fluctuation)
{
    /// <summary>The difference between two nodes.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="offset">The way from one to the other.</param>
    internal double Along(Leg nodes, Offset offset) => Gradient.X * offset.X + Gradient.Y * offset.Y + (Fluctuation[nodes.To] - Fluctuation[nodes.From]);

    /// <summary>How much the difference along a rectangle's top edge exceeds that along the bottom.</summary>
    /// <param name="q">Its nodes.</param>
    internal double Twist(Quad q) => Fluctuation[q.Across] - Fluctuation[q.Above] - (Fluctuation[q.Beside] - Fluctuation[q.First]);
}
