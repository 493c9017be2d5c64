using LiMeso.Cases.Atoms;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Core;

namespace LiMeso.Cases.Kinds.Relaxation;

/// <summary>The report of an <c>md-relax</c> case, from its results alone.</summary>
internal sealed class MdRelaxReport(MdRelaxSettings settings, ResolvedPotential potential, ResultData results)
{
    // a page does not hold a million points
    private const int MostPoints = 2000;

    private static readonly string[] _axes = ["x", "y", "z"], _shape = ["x", "y", "z", "xy", "xz", "yz"], _pressures = ["xx", "yy", "zz", "xy", "xz", "yz"];

    // profiles run along the longest edge: across slabs and boundaries
    private string LongestAxis => _axes.MaxBy(axis => results.Number($"box_A.after.{axis}"))!;

    public Report Write() => new(settings.Header.Title, MdRelaxSettings.Kind)
    {
        Headline =
        [
            new KeyNumber("Energy per atom", results.Number("energy_per_atom_eV"), "eV") { SignificantDigits = 7 },
            new KeyNumber("Energy released", results.Number("released_energy_eV"), "eV") { SignificantDigits = 4 },
            new KeyNumber("Largest displacement", results.Number("largest_displacement_A"), "angstrom") { Note = "apart from what the box takes along" },
            new KeyNumber("Largest force left", results.Number("largest_force_eV_A"), "eV/angstrom") { Note = FormattableString.Invariant($"after {CountText.Of((long)results.Number("evaluations"), "evaluation")}") },
        ],
        Sections =
        [
            new Section("On the way to the minimum", Way()),
            new Section("Atoms before and after", [EnergyProfile(), DisplacementProfile()]),
            new Section("Box and pressure", [BoxTable()]),
            new Section("Input", [InputTable()]),
        ],
        Files =
        [
            .. results.List("trajectory_files").Select(f => new FileLink(f, "atoms before and after, with energy, centrosymmetry and displacement of each (OVITO, ParaView)")),
            new FileLink(MdRelaxCase.RelaxedFile, "relaxed atoms (LAMMPS data file)"),
        ],
    };

    private IReadOnlyList<Block> Way() => results.Number("evaluations") > 1
        ? [Energy(), Residual()]
        : [new Paragraph("There was nothing to do: forces, and the stress of a box that is free, were below their tolerances from the start.")];

    // The last one is the reference and has no logarithm: it is left out.
    private LineFigure Energy()
    {
        double[] energy = results.Values("history/energy");
        return History("Energy, with that of a pressure on the box, above the last one.", new PlotAxis("Energy above the minimum", "eV", AxisScale.Logarithmic),
            [.. energy.Select(e => e > energy[^1] ? e - energy[^1] : double.NaN)]);
    }

    private LineFigure Residual() => History(
        "Largest force component; the stress of a box that is free counts on the scale where its tolerance is that of the forces.",
        new PlotAxis("Largest force", "eV/angstrom", AxisScale.Logarithmic), results.Values("history/residual"), settings.Relaxation.ForceTolerance);

    private LineFigure History(string caption, PlotAxis y, double[] values, double? tolerance = null)
    {
        double[] evaluation = results.Values("history/evaluation");
        List<LineSeries> series = [new LineSeries("relaxation", evaluation, values) { Marker = evaluation.Length < 40 ? MarkerShape.Circle : MarkerShape.None }];
        if (tolerance is { } t) series.Add(new LineSeries("tolerance", [evaluation[0], evaluation[^1]], [t, t]) { Dash = LineDash.Dashed, Color = SeriesColor.Grey });
        return new LineFigure { Caption = caption, X = new PlotAxis("Evaluations"), Y = y, Panels = [new LinePanel(series)] };
    }

    private LineFigure EnergyProfile() => Profile(
        "Energy of each atom before and after.", new PlotAxis("Energy of an atom", "eV"),
        ("before", "atoms/energy-before", SeriesColor.Grey, MarkerShape.OpenSquare), ("after", "atoms/energy", SeriesColor.Blue, MarkerShape.Circle));

    private LineFigure DisplacementProfile() => Profile(
        "How far each atom has moved within the box.", new PlotAxis("Displacement", "angstrom"), ("displacement", "atoms/displacement", SeriesColor.Vermilion, MarkerShape.Circle));

    private LineFigure Profile(string caption, PlotAxis y, params (string Name, string Array, SeriesColor Color, MarkerShape Marker)[] series)
    {
        double[] place = results.Values($"atoms/{LongestAxis}");
        int every = (place.Length + MostPoints - 1) / MostPoints;
        double[] Thinned(double[] values) => [.. values.Where((_, i) => i % every == 0)];
        string shown = every == 1 ? "" : $" One atom in {every} is shown.";
        return new LineFigure
        {
            Caption = caption + shown,
            X = new PlotAxis($"Place along {LongestAxis}, the longest edge of the box", "angstrom"),
            Y = y,
            Panels = [new LinePanel([.. series.Select(s => new LineSeries(s.Name, Thinned(place), Thinned(results.Values(s.Array))) { Dash = LineDash.None, Marker = s.Marker, Color = s.Color })])],
        };
    }

    private Table BoxTable() => new($"Box (free: {settings.Box}) and pressure, positive when compressed, before and after.",
        [new Column("Quantity"), new Column("Before") { SignificantDigits = 8 }, new Column("After") { SignificantDigits = 8 }, new Column("Unit")],
        [
            .. _shape.Select(c => Row(_axes.Contains(c) ? $"length {c}" : $"tilt {c}", $"box_A.{{0}}.{c}", "Å")),
            Row("volume", "volume_A3.{0}", "Å³"),
            .. _pressures.Select(c => Row($"pressure {c}", $"pressure_bar.{{0}}.{c}", "bar")),
        ]);

    private Cell[] Row(string quantity, string name, string unit) =>
        [quantity, results.Number(name.Replace("{0}", "before", StringComparison.Ordinal)), results.Number(name.Replace("{0}", "after", StringComparison.Ordinal)), unit];

    private Table InputTable() => new("What was asked.", [new Column("Quantity"), new Column("Value")],
    [
        ["Potential", potential.Name], ["Atoms", (long)results.Number("atoms")], ["Frozen components", (long)results.Number("frozen_components")],
        ["Minimiser", settings.Method], ["Free parts of the box", settings.Box],
        ["Pressure", FormattableString.Invariant($"{settings.Relaxation.Pressure:g6} bar")],
        ["Force tolerance", FormattableString.Invariant($"{settings.Relaxation.ForceTolerance:g6} eV/Å")],
        ["Stress tolerance", FormattableString.Invariant($"{settings.Relaxation.StressTolerance:g6} bar")],
        ["Threads", (long)settings.Threads],
    ]);
}
