using LiMeso.Atomistics.Analysis;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Kinds.MdRun;

/// <summary>Averages of each stage of a run, with errors from blocks.</summary>
internal static class ThermoSummary
{
    private const int Blocks = 10;

    private static readonly (string Column, string Name, bool PerAtom)[] _averaged =
    [
        ("temperature (K)", "temperature_K", false), ("pressure (bar)", "pressure_bar", false), ("pressure xx (bar)", "pressure_xx_bar", false),
        ("pressure yy (bar)", "pressure_yy_bar", false), ("pressure zz (bar)", "pressure_zz_bar", false), ("volume (A^3)", "volume_A3", false),
        ("length x (A)", "length_x_A", false), ("length y (A)", "length_y_A", false), ("length z (A)", "length_z_A", false),
        ("potential energy (eV)", "energy_per_atom_eV", true), ("conserved energy (eV)", "conserved_energy_per_atom_eV", true),
    ];

    /// <summary>Part of the names of a stage's numbers.</summary>
    /// <param name="stage">Number of the stage from 0.</param>
    public static string KeyOf(int stage) => FormattableString.Invariant($"stage_{stage + 1}");

    /// <summary>Records averages, standard errors and the curves themselves.</summary>
    /// <param name="results">Where to.</param>
    /// <param name="rows">Lines of the log.</param>
    /// <param name="stages">The stages.</param>
    /// <param name="atoms">Number of atoms.</param>
    public static void Add(ResultData results, IReadOnlyList<double[]> rows, IReadOnlyList<StageSettings> stages, int atoms)
    {
        for (int stage = 0; stage < stages.Count; stage++)
        {
            double[][] own = [.. rows.Where(r => r[ThermoObserver.Columns.IndexOf("stage")] == stage + 1)];
            string key = KeyOf(stage);
            foreach ((string column, string name, bool perAtom) in _averaged)
            {
                int index = ThermoObserver.Columns.IndexOf(column);
                double[] values = [.. own.Select(r => r[index] / (perAtom ? atoms : 1))];
                results.Set($"{key}.{name}", values.Average());
                double error = EinsteinFit.StandardError([.. BlockMeans(values)]);
                if (double.IsFinite(error)) results.Set($"{key}.standard_error.{name}", error);
            }

            AddDrift(results, key, own, atoms);
        }

        for (int column = 0; column < ThermoObserver.Columns.Count; column++)
        {
            (string name, string unit) = Split(ThermoObserver.Columns[column]);
            results.Set($"thermo/{name}", unit, "line", [.. rows.Select(r => r[column])]);
        }
    }

    // meV an atom and ns. The error follows from the slopes of blocks: right for an energy that walks at random, too large for one that only trembles about its line.
    private static void AddDrift(ResultData results, string key, double[][] rows, int atoms)
    {
        if (rows.Length < 3) return;
        const string Name = "conserved_energy_drift_meV_ns_atom";
        double unit = 1e6 / atoms, error = EinsteinFit.StandardError([.. InBlocks(rows, 3).Select(Slope)]) * unit;
        results.Set($"{key}.{Name}", Slope(rows) * unit);
        if (double.IsFinite(error)) results.Set($"{key}.standard_error.{Name}", error);
    }

    // of the conserved energy by least squares, eV/ps
    private static double Slope(double[][] rows)
    {
        int time = ThermoObserver.Columns.IndexOf("time (ps)"), energy = ThermoObserver.Columns.IndexOf("conserved energy (eV)");
        double middle = rows.Average(r => r[time]), level = rows.Average(r => r[energy]);
        return rows.Sum(r => (r[time] - middle) * (r[energy] - level)) / rows.Sum(r => (r[time] - middle) * (r[time] - middle));
    }

    private static IEnumerable<double> BlockMeans(double[] values) => InBlocks(values, 2).Select(block => block.Average());

    // nothing where a block would hold too few
    private static IEnumerable<T[]> InBlocks<T>(T[] values, int least) =>
        values.Length < least * Blocks ? [] : Enumerable.Range(0, Blocks).Select(b => values[(b * values.Length / Blocks)..((b + 1) * values.Length / Blocks)]);

    private static (string Name, string Unit) Split(string column)
    {
        int bracket = column.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 ? (column, "") : (column[..bracket].Replace(' ', '_'), column[(bracket + 2)..^1]);
    }

    private static int IndexOf(this IReadOnlyList<string> columns, string name) => columns.TakeWhile(c => c != name).Count();
}
