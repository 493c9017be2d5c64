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
    public long ElementsAt(int level) => (long)level * _widths.Length * level * _heights.Length;

    /// <inheritdoc/>
    public PeriodicElements Mesh(Medium medium, Resolution resolution)
    {
        double[] diffusivities = [.. _diffusivities.Select(d => medium == Medium.Given ? d : 1 / d)];
        return new BlockElements(Spread(_widths, resolution), Spread(_heights, resolution), resolution.Level, _phases, diffusivities);
    }

    // Only widths are used, never coordinates: they may become far narrower than two coordinates can lie apart in double precision.
    private static double[] Spread(double[] blocks, Resolution resolution)
    {
        int n = resolution.Level, levels = (n + 1) / 2;
        double[] shares = [.. Enumerable.Range(0, n).Select(i => levels == 1 ? 1 : Math.Pow(resolution.Grading, (double)Math.Min(i, n - 1 - i) / (levels - 1)))];
        double sum = shares.Sum();
        return [.. blocks.SelectMany(block => shares.Select(share => block * (share / sum)))];
    }
}
