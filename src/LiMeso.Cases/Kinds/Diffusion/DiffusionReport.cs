using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Meshes;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>The report of a diffusion case, from its results alone.</summary>
internal sealed class DiffusionReport(DiffusionSettings settings, DiffusionModel model, ResultData results)
{
    private const string ConcentrationUnit = "mol/cm^3", DiffusivityUnit = "cm^2/s";
    private const int MapNodes = 160, RowsShown = 20;

    private readonly RectilinearMesh _mesh = model.Problem.Mesh;
    private readonly string _timeUnit = DisplayUnits.OfTime(results.Number("end_time_s"));
    private readonly string _lengthUnit = DisplayUnits.OfLength(Math.Max(model.Problem.Mesh.X.Length, model.Problem.Mesh.Y?.Length ?? 0));

    private bool IsFlat => _mesh.Dimensions == 2;

    private string Suffix => IsFlat ? "mol_m" : "mol_m2";

    private string AmountUnit => IsFlat ? "mol/m" : "mol/m^2";

    public Report Write() => new(settings.Header.Title, DiffusionSettings.Kind)
    {
        Headline = Headline(),
        Sections = [Fields(), Problem(), Balance(), .. MonitorFigures.Section(results)],
    };

    private List<KeyNumber> Headline()
    {
        List<KeyNumber> numbers =
        [
            new("End of the run", Time(results.Number("end_time_s")), _timeUnit) { Note = results.Texts["end_reason"] },
            new("Lowest concentration", Concentration(results.Number("final_concentration_mol_m3.lowest")), ConcentrationUnit) { Note = "in a cell, at the end" },
            new("Highest concentration", Concentration(results.Number("final_concentration_mol_m3.highest")), ConcentrationUnit) { Note = "in a cell, at the end" },
        ];
        foreach (ConditionSettings condition in settings.Conditions.Where(c => c.Value?.Name == "current-density"))
        {
            numbers.Add(new KeyNumber($"Charge through {condition.Side}", results.Number($"outflow_mAh_cm2.{condition.Side}"), "mAh/cm^2")
            {
                Note = results.Numbers.TryGetValue($"outflow_share.{condition.Side}", out double share) ? $"{NumberText.Format(100 * share, 3)} % of what was there" : null,
            });
        }

        numbers.Add(new KeyNumber("Error of the mass balance", results.Number("numerics.mass_balance_error")) { SignificantDigits = 2, Note = "largest at any step, over the initial amount" });
        return numbers;
    }

    private Section Fields() => new("How the concentration changes", IsFlat ? [Maps()] : [Profiles()]);

    private LineFigure Profiles()
    {
        ResultArray fields = results.Array("field/concentration");
        double[] times = results.Values("field/time"), x = results.In("mesh/x", QuantityKind.Length, _lengthUnit);
        return new LineFigure
        {
            Caption = $"Lithium concentration at successive times{(model.JumpsAlongX.Count > 0 ? "; the diffusivity changes at the thin lines" : "")}.",
            X = new PlotAxis("Position x", _lengthUnit) { Range = new AxisRange(0, Length(_mesh.X.Length)) },
            Y = new PlotAxis("Li concentration", ConcentrationUnit),
            Panels =
            [
                new LinePanel([.. times.Select((t, k) => new LineSeries(NumberText.WithUnit(Time(t), _timeUnit), x, [.. fields.Row(k).Select(Concentration)]) { ColorValue = Time(t) })])
                {
                    Marks = new Marks { Lines = [.. model.JumpsAlongX.Select(p => new ReferenceLine(LineDirection.Vertical, Length(p)))] },
                },
            ],
            SeriesColors = new ColorAxis("Time", _timeUnit),
        };
    }

    private MapFigure Maps()
    {
        double[] times = results.Values("field/time");
        int[] columns = Chosen(_mesh.CellsX), rows = Chosen(_mesh.CellsY);
        double[] allX = results.In("mesh/x", QuantityKind.Length, _lengthUnit), allY = results.In("mesh/y", QuantityKind.Length, _lengthUnit);
        double[] x = [.. columns.Select(i => allX[i])], y = [.. rows.Select(j => allY[j])];
        Marks marks = new()
        {
            Lines =
            [
                .. model.JumpsAlongX.Select(p => new ReferenceLine(LineDirection.Vertical, Length(p))),
                .. model.JumpsAlongY.Select(p => new ReferenceLine(LineDirection.Horizontal, Length(p))),
            ],
        };
        return new MapFigure
        {
            Caption = "Lithium concentration at successive times, between cell centres."
                + (columns.Length < _mesh.CellsX || rows.Length < _mesh.CellsY ? " Not every cell is shown; all are in *fields.h5*." : "")
                + (marks.Lines.Count > 0 ? " The diffusivity changes at the thin lines." : ""),
            X = new PlotAxis("Position x", _lengthUnit),
            Y = new PlotAxis("Position y", _lengthUnit),
            Aspect = Math.Clamp(_mesh.Y!.Length / _mesh.X.Length, 0.35, 1.4),
            Color = new ColorAxis("Li concentration", ConcentrationUnit),
            Panels = [.. times.Select((t, k) => new MapPanel(x, y, Map(k, rows, columns)) { Title = NumberText.WithUnit(Time(t), _timeUnit), Marks = marks })],
        };
    }

    private double[,] Map(int field, int[] rows, int[] columns)
    {
        double[,] all = results.Slice("field/concentration", field), map = new double[rows.Length, columns.Length];
        for (int j = 0; j < rows.Length; j++)
        {
            for (int i = 0; i < columns.Length; i++) map[j, i] = Concentration(all[rows[j], columns[i]]);
        }

        return map;
    }

    private Section Problem() => new("The problem",
    [
        model.Problem.Segregation is null
            ? new Paragraph("∂*c*/∂*t* = ∇·(*D* ∇*c*) + sources, in finite volumes that conserve lithium to rounding; on faces between cells of different diffusivity the harmonic mean.")
            : new Paragraph("∂*c*/∂*t* = ∇·(*D* *s* ∇(*c*/*s*)) + sources with the segregation factor *s*: in equilibrium, concentrations are as the factors. Finite volumes that conserve lithium to rounding; on faces between different cells the harmonic mean of *D* *s*. Concentrations that conditions give are those of a medium of factor 1."),
        Diffusivities(),
        .. model.Material.Segregation.Count is > 0 and <= RowsShown ? (Block[])[Factors()] : [],
        Conditions(),
    ]);

    private Table Factors() => new("Segregation factors.", [new Column("Layer"), new Column("From", _lengthUnit), new Column("Factor")],
        [.. model.Material.Segregation.Select((factor, k) => (IReadOnlyList<Cell>)[k + 1, Start(k), factor])]);

    private Table Diffusivities()
    {
        DiffusivitySettings given = settings.Diffusivity;
        if (model.Material.Layers.Count > 0)
        {
            return new Table($"Diffusivities by {model.Material.Layers[0].Material!.ModelName} from data set {model.Material.Layers[0].Material!.Data.Name} at {NumberText.Format(settings.Temperature)} K (field *{given.Field}*).",
                [new Column("Layer"), new Column("From", _lengthUnit), new Column("Grain size", "um"), new Column("D", DiffusivityUnit), new Column("Bulk reach over grain size") { SignificantDigits = 2 }],
                [.. model.Material.Layers.Select((layer, k) => (IReadOnlyList<Cell>)[k + 1, Start(k), layer.GrainSize!.Value * 1e6, QuantityKind.Diffusivity.In(layer.Diffusivity, DiffusivityUnit), results.Number($"layers.{k + 1}.harrison_ratio")])]);
        }

        double[] d = results.Values("diffusivity");
        return model.Material.Values.Count <= RowsShown
            ? new Table($"Diffusivities (field *{given.Field}*).", [new Column("Layer"), new Column("From", _lengthUnit), new Column("D", DiffusivityUnit)],
                [.. model.Material.Values.Select((v, k) => (IReadOnlyList<Cell>)[k + 1, Start(k), QuantityKind.Diffusivity.In(v, DiffusivityUnit)])])
            : new Table($"Diffusivities (field *{given.Field}*).", [new Column("Cells"), new Column("Lowest D", DiffusivityUnit), new Column("Highest D", DiffusivityUnit)],
                [[d.Length, QuantityKind.Diffusivity.In(d.Min(), DiffusivityUnit), QuantityKind.Diffusivity.In(d.Max(), DiffusivityUnit)]]);
    }

    private Cell Start(int layer) => layer == 0 ? 0.0 : layer <= settings.Diffusivity.Positions.Count ? Length(settings.Diffusivity.Positions[layer - 1]) : Cell.Empty;

    private Table Conditions() => new("What happens on the sides.",
        [new Column("Side"), new Column("Condition"), new Column("Value"), new Column("In time"), new Column("Transfer coefficient", "m/s")],
        [.. _mesh.Sides.SelectMany(side => ConditionsOn(_mesh.NameOf(side))).Select(row =>
        {
            (string name, ConditionSettings? condition) = row;
            return (IReadOnlyList<Cell>)[name, condition?.Kind ?? "zero-flux", Value(condition), condition?.Value is null ? Cell.Empty : condition.InTime.Kind, condition?.TransferCoefficient is { } k ? k : Cell.Empty];
        })]);

    // the parts of a side, then what holds for the rest
    private IEnumerable<(string Where, ConditionSettings? Condition)> ConditionsOn(string side)
    {
        ConditionSettings[] parts = [.. settings.Conditions.Where(c => c.Side == side && c.IsPart)];
        double end = side[0] == 'x' ? _mesh.Y?.Length ?? 0 : _mesh.X.Length;
        foreach (ConditionSettings part in parts)
            yield return ($"{side} from {NumberText.Format(Length(part.From ?? 0))} to {NumberText.WithUnit(Length(part.To ?? end), _lengthUnit)}", part);
        yield return (parts.Length == 0 ? side : $"{side}, the rest", settings.Conditions.FirstOrDefault(c => c.Side == side && !c.IsPart));
    }

    private static Cell Value(ConditionSettings? condition)
    {
        if (condition?.Value is not { } value) return Cell.Empty;
        string unit = value.Quantity == QuantityKind.CurrentDensity ? "mA/cm^2" : value.Quantity == QuantityKind.Concentration ? ConcentrationUnit : value.Quantity.SiUnit;
        string Shown(double v) => NumberText.WithUnit(value.Quantity.In(v, unit), unit);
        return condition.Written.Count <= 4
            ? string.Join(", ", condition.Written.Select(Shown))
            : $"{condition.Written.Count} values from {Shown(condition.Written.Min())} to {Shown(condition.Written.Max())}";
    }

    private Section Balance()
    {
        List<IReadOnlyList<Cell>> rows = [["at the start", results.Number($"inventory_{Suffix}.initial"), Cell.Empty]];
        foreach (string side in _mesh.Sides.Select(_mesh.NameOf))
            rows.Add([$"left through {side}", results.Number($"outflow_{Suffix}.{side}"), results.Number($"outflow_mAh_cm2.{side}")]);
        rows.Add(["brought by sources", results.Number($"sources_{Suffix}"), Cell.Empty]);
        rows.Add(["at the end", results.Number($"inventory_{Suffix}.final"), Cell.Empty]);
        return new Section("Where the lithium went",
        [
            new Table($"Amounts, {(IsFlat ? "per metre of depth" : "per area")}; as charge, averaged over the side. The books close to {NumberText.Format(results.Number("numerics.mass_balance_error"), 2)} of the initial amount ({NumberText.Format((long)results.Number("numerics.cells"))} cells, {NumberText.Format((long)results.Number("numerics.steps"))} steps of {settings.Solution.Scheme}).",
                [new Column("Lithium"), new Column("Amount", AmountUnit) { SignificantDigits = 6 }, new Column("Charge", "mAh/cm^2") { SignificantDigits = 4 }], rows),
        ]);
    }

    private double Time(double seconds) => QuantityKind.Time.In(seconds, _timeUnit);

    private double Length(double metres) => QuantityKind.Length.In(metres, _lengthUnit);

    private static double Concentration(double si) => QuantityKind.Concentration.In(si, ConcentrationUnit);

    // a page does not hold a million cells: about so many, evenly spread, the first and the last among them
    private static int[] Chosen(int cells) =>
        cells <= MapNodes ? [.. Enumerable.Range(0, cells)] : [.. Enumerable.Range(0, MapNodes).Select(k => (int)((long)k * (cells - 1) / (MapNodes - 1)))];
}
