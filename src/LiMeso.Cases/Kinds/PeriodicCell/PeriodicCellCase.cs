using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>A named periodic cell over its shapes, read and checked.</summary>
internal sealed class PeriodicCellCase(PeriodicCellSettings settings, NamedCellSettings named, IUnitCellKind kind) : ICase
{
    private const int CurvePoints = 101;

    // Of square grains; for the estimate only.
    private const double ElementsTimesWidth = 4;

    // The cell whose fields are shown: its blocks' elements, and how much wider they are in the middle than at the edges.
    private static readonly Resolution _shown = new(Level: 64, Grading: 30);

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => CellModels.Citations(settings.Models);

    public IReadOnlyDictionary<string, string> DataSetHashes => new Dictionary<string, string>();

    private int Cells => named.Matrix.Count * named.Shapes.Count;

    public WorkEstimate Estimate() => new(
        FormattableString.Invariant($"{CountText.Of(Cells, "unit cell")}, each refined until its bounds are {settings.Options.Tolerance:g2} apart or its mesh has {settings.Options.MaximumElements} elements"),
        0.3 + 10e-6 * Cells * Math.Min(settings.Options.MaximumElements, ElementsTimesWidth / settings.Options.Tolerance), 4_000_000);

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        results.Set("unit_cell", named.Cell);
        results.Set("shape_is", kind.Shape == ShapeParameter.RelativeWidth ? "relative width" : "area fraction");
        results.Set("phases.first", kind.Matrix);
        results.Set("phases.second", kind.Inclusion);
        results.Set("inclusion_m2_s", named.Inclusion);
        results.Set("matrix", "m^2/s", "matrix", named.Matrix);
        results.Set("shape", "", "shape", named.Shapes);
        results.SetList("models_in_order", settings.Models);
        Homogenise(results, run);
        for (int m = 0; m < named.Matrix.Count; m++) AddModels(results, m);
        AddWorst(results);
        AddCells(results);
        if (!run.SummaryOnly) AddFields(results, run);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        return results;
    }

    public Report Describe(ResultData results) => new PeriodicCellReport(results, settings.Header).Write();

    private void Homogenise(ResultData results, RunContext run)
    {
        int n = named.Shapes.Count;
        var found = new HomogenisedDiffusivity[Cells];
        Parallel.For(0, Cells, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancellation }, k =>
            found[k] = new CellHomogeniser(kind.Create(named.Input(named.Matrix[k / n], named.Shapes[k % n])), settings.Options).Run(run.Cancellation));

        AddAll("value", "m^2/s", h => h.Value.Xx);
        AddAll("lower", "m^2/s", h => h.Bounds.Lower.Xx);
        AddAll("upper", "m^2/s", h => h.Bounds.Upper.Xx);
        AddAll("width", "", h => h.Bounds.Upper.Xx / h.Bounds.Lower.Xx - 1);
        AddAll("elements", "", h => h.Narrowest.Elements);
        double widest = results.Values("cells/width").Max();
        results.Set("bounds.largest_relative_width", widest);
        if (widest > settings.Options.Tolerance) results.Warn(FormattableString.Invariant($"The bounds of a cell are {widest:g2} apart, more than asked for: allow more elements."));
        run.Log.Message(FormattableString.Invariant($"{CountText.Of(Cells, "unit cell")}: the widest bounds are {widest:g2} apart"));

        void AddAll(string name, string unit, Func<HomogenisedDiffusivity, double> of)
        {
            double[,] values = new double[named.Matrix.Count, n];
            for (int k = 0; k < Cells; k++) values[k / n, k % n] = of(found[k]);
            results.Set($"cells/{name}", unit, "matrix", "shape", values);
        }
    }

    private void AddModels(ResultData results, int m)
    {
        double first = named.Shapes[0], last = named.Shapes[^1];
        double[] curve = [.. Enumerable.Range(0, CurvePoints).Select(k => first * Math.Pow(last / first, (double)k / (CurvePoints - 1)))];
        results.Set("curve/shape", "", "curve", curve);
        results.Set($"curve/{m}/diffusivity", "m^2/s", "model", "curve", Of(curve));
        results.Set($"models/{m}/diffusivity", "m^2/s", "model", "shape", Of(named.Shapes));

        double[,] Of(IReadOnlyList<double> shapes)
        {
            double[,] values = new double[settings.Models.Count, shapes.Count];
            for (int k = 0; k < settings.Models.Count; k++)
            {
                for (int i = 0; i < shapes.Count; i++) values[k, i] = Model(settings.Models[k], named.Matrix[m], shapes[i]);
            }

            return values;
        }
    }

    private double Model(string name, double matrix, double shape) => CellModels.Evaluate(name, matrix, named.Inclusion, kind.FractionOf(shape));

    // How far each model lies from the truth at most: from the farther of the two bounds.
    private void AddWorst(ResultData results)
    {
        foreach ((string name, int k) in settings.Models.Select((name, k) => (name, k)))
        {
            double below = 0, above = 0;
            for (int m = 0; m < named.Matrix.Count; m++)
            {
                double[] model = results.Array($"models/{m}/diffusivity").Row(k);
                double[] value = results.Array("cells/value").Row(m);
                for (int i = 0; i < model.Length; i++)
                {
                    double deviation = model[i] / value[i] - 1;
                    results.Set($"models.{name}.deviation.{PeriodicCellReport.Key(named.Matrix[m] / named.Inclusion, named.Shapes[i])}", deviation);
                    if (double.IsNaN(deviation)) continue;
                    (below, above) = (Math.Min(below, deviation), Math.Max(above, deviation));
                }
            }

            results.Set($"models.{name}.largest_deviation_below", below);
            results.Set($"models.{name}.largest_deviation_above", above);
        }
    }

    private void AddCells(ResultData results)
    {
        for (int m = 0; m < named.Matrix.Count; m++)
        {
            double[] value = results.Array("cells/value").Row(m), lower = results.Array("cells/lower").Row(m), upper = results.Array("cells/upper").Row(m);
            for (int i = 0; i < value.Length; i++)
            {
                string key = $"cells.{PeriodicCellReport.Key(named.Matrix[m] / named.Inclusion, named.Shapes[i])}";
                results.Set($"{key}.diffusivity_m2_s", value[i]);
                results.Set($"{key}.over_inclusion", value[i] / named.Inclusion);
                results.Set($"{key}.lower_over_inclusion", lower[i] / named.Inclusion);
                results.Set($"{key}.upper_over_inclusion", upper[i] / named.Inclusion);
            }
        }
    }

    private void AddFields(ResultData results, RunContext run)
    {
        if (kind.Create(named.Input(named.FieldMatrix, named.FieldShape)).Mesh(Medium.Given, _shown) is not BlockElements mesh)
        {
            run.Log.Message($"fields are shown of cells of rectangular blocks only, not of '{named.Cell}'");
            return;
        }

        results.Set("field.shape", named.FieldShape);
        results.Set("field.matrix_over_inclusion", named.FieldMatrix / named.Inclusion);
        string problem = FormattableString.Invariant($"{named.Cell}, shape {named.FieldShape}, matrix over inclusion {named.FieldMatrix / named.Inclusion}");
        new CellInside(mesh, settings.Period, problem).Add(results, run, settings.ParaView);
    }
}
