namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>A unit cell of rectangular blocks in columns and rows, each of one phase.</summary>
public sealed class BlockCell : IUnitCell
{
    private readonly double[] _widths, _heights, _diffusivities;
    private readonly int[] _phases;

    /// <summary>A cell from its blocks.</summary>
    /// <param name="widths">Width of each column of blocks, in any unit.</param>
    /// <param name="heights">Height of each row of blocks, in the same unit.</param>
    /// <param name="phases">Phase of each block, x fastest.</param>
    /// <param name="diffusivities">D of each phase, m²/s; positive and finite.</param>
    /// <exception cref="ArgumentException">Numbers do not match, or a size or diffusivity is not positive and finite.</exception>
    public BlockCell(double[] widths, double[] heights, int[] phases, double[] diffusivities)
    {
        if (phases.Length != widths.Length * heights.Length) throw new ArgumentException("one phase per block is needed", nameof(phases));
        if (phases.Any(p => p < 0 || p >= diffusivities.Length)) throw new ArgumentException("a block has a phase without diffusivity", nameof(phases));
        if (!widths.Concat(heights).All(length => length > 0 && double.IsFinite(length))) throw new ArgumentException("blocks have a positive and finite size", nameof(widths));
        if (!diffusivities.All(d => d > 0 && double.IsFinite(d)))
            throw new ArgumentException("the diffusivities of blocks are positive and finite; write one that is very small or large instead of 0 or inf", nameof(diffusivities));
        (_widths, _heights, _phases, _diffusivities) = (widths, heights, phases, diffusivities);
    }

    /// <inheritdoc/>
    public bool IsGraded => true;

    /// <inheritdoc/>
    public double Orientation { get; init; }

    /// <inheritdoc/>
    public long ElementsAt(int level) => (long)PerBlock(_widths, level) * _widths.Length * PerBlock(_heights, level) * _heights.Length;

    /// <inheritdoc/>
    public PeriodicElements Mesh(Medium medium, Resolution resolution)
    {
        double[] diffusivities = [.. _diffusivities.Select(d => medium == Medium.Given ? d : 1 / d)];
        (int columns, int rows) = (PerBlock(_widths, resolution.Level), PerBlock(_heights, resolution.Level));
        return new BlockElements(Spread(_widths, columns, resolution.Grading), Spread(_heights, rows, resolution.Grading), columns, rows, _phases, diffusivities);
    }

    // A mesh that closes on itself is at least two elements wide.
    private static int PerBlock(double[] blocks, int level) => blocks.Length == 1 ? Math.Max(level, 2) : level;

    // Only widths are used, never coordinates: they may become far narrower than two coordinates can lie apart in double precision.
    private static double[] Spread(double[] blocks, int n, double grading)
    {
        int levels = (n + 1) / 2;
        double[] shares = [.. Enumerable.Range(0, n).Select(i => levels == 1 ? 1 : Math.Pow(grading, (double)Math.Min(i, n - 1 - i) / (levels - 1)))];
        double sum = shares.Sum();
        return [.. blocks.SelectMany(block => shares.Select(share => block * (share / sum)))];
    }
}
