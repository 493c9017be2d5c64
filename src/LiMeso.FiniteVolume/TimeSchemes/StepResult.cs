namespace LiMeso.FiniteVolume.TimeSchemes;

/// <summary>What one attempted step has found. Filled by a <see cref="TimeStepper"/>, kept or thrown away by the loop.</summary>
public sealed class StepResult
{
    internal StepResult(int cells, int patches)
    {
        (ValueBuffer, RateBuffer, OutflowBuffer, TurnoverBuffer) = (new double[cells], new double[cells], new double[patches], new double[patches]);
    }

    /// <summary>Time at the end of the step, s.</summary>
    public double EndTime { get; internal set; }

    /// <summary>Length of the step, s.</summary>
    public double StepSize { get; internal set; }

    /// <summary>Concentration at the end, mol/m³.</summary>
    public ReadOnlySpan<double> Value => ValueBuffer;

    /// <summary>dc/dt at the end, before any jump there, mol/(m³ s).</summary>
    public ReadOnlySpan<double> Rate => RateBuffer;

    /// <summary>Estimate of the largest local error of any cell, mol/m³; NaN when none was asked for.</summary>
    public double Error { get; internal set; }

    /// <summary>What left through each side in the step, mol: the scheme's own quadrature, which the inventory follows to rounding.</summary>
    public ReadOnlySpan<double> Outflow => OutflowBuffer;

    /// <summary>The magnitudes, mol, that the outflows are the differences of, where they depend on the cells: what their rounding error is a part of.</summary>
    public ReadOnlySpan<double> Turnover => TurnoverBuffer;

    /// <summary>What the sources brought in, mol, by the same quadrature.</summary>
    public double SourceAmount { get; internal set; }

    /// <summary>Iterations of the linear solver, all stages together; 0 for a direct one.</summary>
    public int SolverIterations { get; internal set; }

    /// <summary>Largest relative residual a linear solve was left with; 0 for a direct solver.</summary>
    public double SolverResidual { get; internal set; }

    internal double[] ValueBuffer { get; set; }

    internal double[] RateBuffer { get; set; }

    internal double[] OutflowBuffer { get; }

    internal double[] TurnoverBuffer { get; }
}
