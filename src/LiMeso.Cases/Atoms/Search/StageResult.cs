using LiMeso.Atomistics.Boundaries;

namespace LiMeso.Cases.Atoms.Search;

/// <summary>A candidate after a stage.</summary>
/// <param name="Stage">0, 1, …</param>
/// <param name="Candidate">Its number.</param>
/// <param name="Atoms">Atoms of the cell.</param>
/// <param name="BoundaryEnergy">J/m²; infinite where atoms were too close for the potential.</param>
/// <param name="Relaxed">The relaxation.</param>
internal sealed record StageResult(int Stage, int Candidate, int Atoms, double BoundaryEnergy, RelaxedBoundary Relaxed)
{
    /// <summary>Columns of the journal.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["stage", "candidate", "atoms", "boundary energy (J/m^2)", "energy (eV)", "evaluations", "residual (eV/A)", "converged"];

    /// <summary>The journal's line.</summary>
    public double[] ToLine() => [Stage, Candidate, Atoms, BoundaryEnergy, Relaxed.Energy, Relaxed.Evaluations, Relaxed.Residual, Relaxed.Converged ? 1 : 0];

    /// <summary>From the journal's line.</summary>
    /// <param name="line">The line.</param>
    public static StageResult FromLine(double[] line) =>
        new((int)line[0], (int)line[1], (int)line[2], line[3], new RelaxedBoundary(line[4], (int)line[5], line[6], line[7] != 0));
}
