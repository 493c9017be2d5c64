using LiMeso.Core.Threading;

namespace LiMeso.FiniteVolume.Fields;

/// <summary>How many threads a field is worth.</summary>
internal static class FieldTeam
{
    private const int LeastCellsPerThread = 16_384;

    /// <summary>A team for work on whole fields.</summary>
    /// <param name="cells">Cells of a field.</param>
    /// <param name="threads">Most threads to use; fewer where each would have too little to do.</param>
    public static ThreadTeam For(int cells, int threads) => new(Math.Clamp(cells / LeastCellsPerThread, 1, threads));
}
