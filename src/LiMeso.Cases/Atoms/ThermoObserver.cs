using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Storage.Atoms;

namespace LiMeso.Cases.Atoms;

/// <summary>Writes temperature, energies, pressure and box of a run into <c>thermo.csv</c>.</summary>
internal sealed class ThermoObserver : IAtomObserver, IDisposable
{
    /// <summary>Name of the file in the results directory.</summary>
    public const string FileName = "thermo.csv";

    /// <summary>Columns of the file.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "step", "time (ps)", "stage", "temperature (K)", "target temperature (K)", "potential energy (eV)", "kinetic energy (eV)", "conserved energy (eV)",
        "pressure (bar)", "pressure xx (bar)", "pressure yy (bar)", "pressure zz (bar)", "pressure xy (bar)", "pressure xz (bar)", "pressure yz (bar)",
        "volume (A^3)", "length x (A)", "length y (A)", "length z (A)",
    ];

    private const string MarkName = "thermo/mark";
    private readonly TableLog? _log;
    private readonly List<double[]> _rows = [];

    /// <summary>Begins the file, or goes on with it.</summary>
    /// <param name="directory">The results directory; null to keep the numbers in memory alone.</param>
    /// <param name="interval">Steps between two lines.</param>
    /// <param name="state">The state to go on from; null to begin.</param>
    public ThermoObserver(string? directory, int interval, SavedState? state)
    {
        Interval = interval;
        if (directory is null) return;
        string path = Path.Combine(directory, FileName);
        if (state is null)
        {
            _log = TableLog.Begin(path, Columns);
            return;
        }

        _log = TableLog.Continue(path, Columns, state.Integer(MarkName));
        double[][] columns = TableLog.Read(path).Values;
        for (int row = 0; row < columns[0].Length; row++) _rows.Add([.. columns.Select(c => c[row])]);
    }

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<double[]> Rows => _rows;

    /// <inheritdoc/>
    public int Interval { get; }

    /// <inheritdoc/>
    public void Observe(AtomMoment moment)
    {
        MolecularDynamics run = moment.Dynamics;
        // where one stage ends, the next begins: one line
        if (run.Step == 0 && moment.Stage > 0) return;
        SymmetricTensor p = run.Pressure;
        SimulationBox box = run.System.Box;
        double[] row =
        [
            moment.Step, moment.Time, moment.Stage + 1, run.Temperature, run.TargetTemperature, run.Interactions.Energy, run.KineticEnergy, run.ConservedEnergy,
            p.Trace / 3, p.Xx, p.Yy, p.Zz, p.Xy, p.Xz, p.Yz, box.Volume, box.Lengths.X, box.Lengths.Y, box.Lengths.Z,
        ];
        _rows.Add(row);
        _log?.Append(row);
    }

    /// <inheritdoc/>
    public void Save(SavedState state) => state.PutInteger(MarkName, _log?.Commit() ?? 0);

    /// <inheritdoc/>
    public void Restore(SavedState state, AtomMoment moment)
    {
        // the file was cut back as it was opened
    }

    /// <summary>Makes everything safe.</summary>
    public void Commit() => _log?.Commit();

    /// <inheritdoc/>
    public void Dispose() => _log?.Dispose();
}
