using LiMeso.Depletion;
using LiMeso.Depletion.Pulses;

namespace LiMeso.Cases.Numerics;

/// <summary>The closed solution of a <see cref="SlabProblem"/>, for a constant or a piecewise-constant current.</summary>
public sealed class AnalyticSlab
{
    private readonly StrippingProblem? _constant;
    private readonly PulsedStripping? _pulsed;

    private AnalyticSlab(StrippingProblem? constant, PulsedStripping? pulsed)
    {
        (_constant, _pulsed) = (constant, pulsed);
        if (constant is not null)
        {
            Solution = constant.Solve();
            (DepletionTime, EndTime, RemovedCharge) = (Solution.DepletionTime, Solution.DepletionTime, Solution.Capacity);
        }
        else
        {
            Pulses = pulsed!.Solve();
            (DepletionTime, EndTime, RemovedCharge) = (Pulses.Depletion?.Time, Pulses.EndTime, Pulses.RemovedCharge);
        }
    }

    /// <summary>Everything about a constant current; null otherwise.</summary>
    public StrippingSolution? Solution { get; }

    /// <summary>Everything about a piecewise-constant current; null otherwise.</summary>
    public PulsedOutcome? Pulses { get; }

    /// <summary>Depletion time, s; null when the current's program ends before.</summary>
    public double? DepletionTime { get; }

    /// <summary>Depletion, or the end of the current's program, s.</summary>
    public double EndTime { get; }

    /// <summary>Net charge removed by then, C/m².</summary>
    public double RemovedCharge { get; }

    /// <summary>The closed solution of a problem; null when its current has none (a table).</summary>
    /// <param name="problem">The problem.</param>
    public static AnalyticSlab? Of(SlabProblem problem)
    {
        if (problem.Current.Constant is { } i) return new AnalyticSlab(new StrippingProblem(i, problem.Thickness, problem.Diffusivity, problem.Concentration), null);
        return problem.Current.Profile is { } profile ? new AnalyticSlab(null, new PulsedStripping(profile, problem.Thickness, problem.Diffusivity, problem.Concentration)) : null;
    }

    /// <summary>Concentration profile.</summary>
    /// <param name="x">Depths, m.</param>
    /// <param name="time">s.</param>
    /// <returns>mol/m³.</returns>
    public double[] Concentrations(ReadOnlySpan<double> x, double time)
    {
        double[] values = new double[x.Length];
        if (_constant is not null) _constant.Concentrations(x, time, values);
        else _pulsed!.Concentrations(x, time, values);
        return values;
    }

    /// <summary>Concentration at the electrolyte at increasing times.</summary>
    /// <param name="times">s, increasing.</param>
    /// <returns>mol/m³.</returns>
    public double[] InterfaceConcentrations(ReadOnlySpan<double> times)
    {
        double[] values = new double[times.Length];
        StrippingHistory? history = _pulsed?.March();
        for (int i = 0; i < times.Length; i++)
        {
            if (_constant is not null)
            {
                values[i] = _constant.InterfaceConcentration(times[i]);
                continue;
            }

            history!.AdvanceTo(Math.Min(times[i], _pulsed!.Profile.Duration));
            values[i] = history.InterfaceConcentration;
        }

        return values;
    }
}
