using LiMeso.Atomistics.Boundaries;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Cases.Atoms.Search;

/// <summary>A structure of a finalist: its numbers.</summary>
/// <param name="BoundaryEnergy">J/m².</param>
/// <param name="Relaxed">The relaxation.</param>
/// <param name="ExcessVolume">Excess volume per area, Å.</param>
/// <param name="Lengths">Box, Å.</param>
/// <param name="BccInside">Fraction of the atoms inside the grains that are bcc.</param>
/// <param name="BccInAll">Fraction of all atoms that are bcc.</param>
internal sealed record FinalStructure(double BoundaryEnergy, RelaxedBoundary Relaxed, double ExcessVolume, Vector3 Lengths, double BccInside, double BccInAll)
{
    /// <summary>Columns of the journal.</summary>
    public static readonly string[] Columns =
    [
        "boundary energy (J/m^2)", "energy (eV)", "evaluations", "residual (eV/A)", "converged", "excess volume (A)", "length x (A)", "length y (A)", "length z (A)", "bcc inside", "bcc in all",
    ];

    /// <summary>Whether the grains are still bcc.</summary>
    public bool IsBcc => BccInside >= GrainOrder.StillBcc;

    /// <summary>Values of the columns.</summary>
    public double[] ToValues() =>
        [BoundaryEnergy, Relaxed.Energy, Relaxed.Evaluations, Relaxed.Residual, Relaxed.Converged ? 1 : 0, ExcessVolume, Lengths.X, Lengths.Y, Lengths.Z, BccInside, BccInAll];

    /// <summary>From values of the columns.</summary>
    /// <param name="v">The values.</param>
    public static FinalStructure FromValues(double[] v) => new(v[0], new RelaxedBoundary(v[1], (int)v[2], v[3], v[4] != 0), v[5], new(v[6], v[7], v[8]), v[9], v[10]);
}

/// <summary>A candidate that was relaxed to the end.</summary>
/// <param name="Candidate">Its number.</param>
/// <param name="Atoms">Atoms of the cell.</param>
/// <param name="Normal">With the length across the boundary free.</param>
/// <param name="Full">With all lengths free.</param>
internal sealed record Finalist(int Candidate, int Atoms, FinalStructure Normal, FinalStructure Full)
{
    /// <summary>Columns of the journal.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["stage", "candidate", "atoms", .. FinalStructure.Columns.Select(c => $"y: {c}"), .. FinalStructure.Columns.Select(c => $"full: {c}")];

    /// <summary>Energy of the structure that counts, J/m²: that of the full relaxation, unless it transformed the grains.</summary>
    public double BoundaryEnergy => Full.IsBcc ? Full.BoundaryEnergy : Normal.BoundaryEnergy;

    /// <summary>The journal's line.</summary>
    public double[] ToLine() => [0, Candidate, Atoms, .. Normal.ToValues(), .. Full.ToValues()];

    /// <summary>From the journal's line.</summary>
    /// <param name="line">The line.</param>
    public static Finalist FromLine(double[] line)
    {
        int middle = 3 + FinalStructure.Columns.Length;
        return new((int)line[1], (int)line[2], FinalStructure.FromValues(line[3..middle]), FinalStructure.FromValues(line[middle..]));
    }
}
