using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Reports.Text;
using LiMeso.Cases.Results;
using LiMeso.Core.Units;
using LiMeso.Transport;

namespace LiMeso.Cases.Kinds.DesignGuidelines;

/// <summary>The report of a <c>design-guidelines</c> case.</summary>
internal sealed class DesignGuidelinesReport(ResultData results, CaseHeader header)
{
    private readonly IReadOnlyList<string> _targets = results.List("targets_in_order");
    private readonly double[] _utilisations = results.Values("axes/utilisation");
    private readonly double[] _thickest = results.Arrays.ContainsKey("axes/thickest-foil") ? results.In("axes/thickest-foil", QuantityKind.Length, "um") : [];

    public Report Write()
    {
        var figures = new DesignGuidelinesFigures(results, header, _targets, _utilisations);
        return new Report(header.Title, header.Kind)
        {
            Headline = [.. _targets.Take(6).Select(Headline)],
            Sections =
            [
                new Section("The region of each target", [Introduction(), figures.Regions(), Corners(), .. Remarks()]),
                new Section("The diffusivity that each target needs", [DiffusivityText(), figures.RequiredDiffusivity(), Diffusivities()]),
                .. Components(),
                .. Ends(),
                new Section("If a share of the lithium must be used, too", [UseText(), Use(), .. figures.Maps()]),
                new Section("Input", [MaterialSummary.Table(results)]),
            ],
        };
    }

    private double Number(string target, string name) => results.Numbers.GetValueOrDefault($"targets.{ResultKey.Of(target)}.{name}", double.NaN);

    private KeyNumber Headline(string target)
    {
        double thickness = Number(target, "published.thickness_um"), grain = Number(target, "published.grain_size_um");
        string published = double.IsNaN(thickness + grain) ? "" : $"; published: {NumberText.WithUnit(thickness, "um", 3)}, {NumberText.WithUnit(grain, "um", 3)}";
        return new KeyNumber(target, $"*d* < {NumberText.Format(Number(target, "largest_grain_size_um"), 3)}", "um")
        {
            Note = $"foil thicker than {NumberText.WithUnit(Number(target, "thinnest_foil_um"), "um", 3)}{published}",
        };
    }

    private static Paragraph Introduction() => new(
        "A foil meets a target when the lithium at the electrolyte lasts until the capacity is drawn at the target's current. Two limits bound its region. The "
            + "foil must hold the capacity at all, *L* > *Q*/(*F C*_{0}): at that thickness no finite "
        + "diffusivity suffices, because all lithium would have to be used. And a foil of any thickness needs at least *D* = 4 *I Q*/π(*F C*_{0})^{2}, that is, "
        + "grains finer than some size. The corner quoted for a region combines both limits; "
        + "no foil at the corner itself meets the target. No share of the lithium is asked for: the criterion is the capacity alone.");

    private Table Corners()
    {
        bool published = results.Numbers.Keys.Any(n => n.Contains(".published.", StringComparison.Ordinal));
        List<Column> columns = [new("Target"), new("Current", "mA/cm^2"), new("Capacity", "mAh/cm^2"), new("Thinnest foil", "um") { SignificantDigits = 3 }];
        if (published) columns.Add(new Column("published", "um") { SignificantDigits = 3 });
        columns.Add(new Column("Largest grain size", "um") { SignificantDigits = 3 });
        if (published) columns.AddRange([new Column("published", "um") { SignificantDigits = 3 }, new Column("ours/published") { SignificantDigits = 3 }]);
        return new Table("The corners of the regions.", columns, [.. _targets.Select(Row)]);

        IReadOnlyList<Cell> Row(string t)
        {
            List<Cell> cells = [t, Number(t, "current_density_mA_cm2"), Number(t, "capacity_mAh_cm2"), Number(t, "thinnest_foil_um")];
            if (published) cells.Add(Number(t, "published.thickness_um"));
            cells.Add(Number(t, "largest_grain_size_um"));
            if (published) cells.AddRange([Number(t, "published.grain_size_um"), Compared(Number(t, "ratio_to_published.grain_size"))]);
            return cells;
        }
    }

    private Table Diffusivities()
    {
        double first = Number(_targets[0], "required_diffusivity_m2_s");
        return new Table(
            "The diffusivity that a foil without end needs, and bulk diffusion during the discharge in units of the largest grain size: from "
                + $"{HarrisonRegime.TypeALengthRatio} on the grains act as one effective medium (Harrison's type A), and finer grains do so all the more.",
            [
                new Column("Target"), new Column("Least *D*", "cm^2/s") { SignificantDigits = 4 }, new Column($"relative to {_targets[0]}") { SignificantDigits = 4 },
                new Column("√(*D*_{bulk} *t*)/*d*") { SignificantDigits = 3 }, new Column("Kinetics"),
            ],
            [
                .. _targets.Select(t => (IReadOnlyList<Cell>)
                [
                    t, QuantityKind.Diffusivity.In(Number(t, "required_diffusivity_m2_s"), "cm^2/s"), Number(t, "required_diffusivity_m2_s") / first, Number(t, "harrison.ratio"),
                    results.Texts.TryGetValue($"targets.{ResultKey.Of(t)}.harrison.type", out string? type) ? $"type {type}" : Cell.Empty,
                ]),
            ]);
    }

    private static Cell Compared(double ratio) => double.IsNaN(ratio) ? Cell.Empty : ((Cell)ratio).With(Math.Abs(ratio - 1) < 0.1 ? Tone.Good : Tone.Doubtful);

    private IEnumerable<Block> Remarks() => _targets
        .Where(t => results.Texts.ContainsKey($"targets.{ResultKey.Of(t)}.remark"))
        .Select(t => new Notice(NoticeLevel.Note, t, results.Texts[$"targets.{ResultKey.Of(t)}.remark"]));

    private Paragraph DiffusivityText()
    {
        string ratios = string.Join(" : ", _targets.Select(t => NumberText.Format(Number(t, "required_diffusivity_m2_s") / Number(_targets[0], "required_diffusivity_m2_s"), 3)));
        return new Paragraph(
            "In a foil that is thick enough the required diffusivity is proportional to *I Q* and to nothing else that differs between the targets. "
            + (_targets.Count < 2 ? "" : $"For {string.Join(", ", _targets)} it stands as {ratios}, whatever the data set, also at a prescribed utilisation. ")
            + "Where the boundaries carry nearly all of the flux the diffusivity goes as 1/*d*, and the largest grain sizes stand nearly in the inverse ratio.");
    }

    private IEnumerable<Section> Components()
    {
        IReadOnlyList<string> components = results.Texts.ContainsKey("components_in_order") ? results.List("components_in_order") : [];
        if (components.Count == 0) yield break;
        double Value(string component, string name) => results.Numbers.GetValueOrDefault($"components.{ResultKey.Of(component)}.{name}", double.NaN);
        yield return new Section("What the choice of displacements does",
        [
            new Paragraph("The diffusivity of grain boundaries may count all displacements of their atoms (total, MSD/6*t*), as the source does, or those along the boundary (in-plane, MSD/4*t*), which carry atoms to the surface. "
                + "Where the boundaries carry nearly all of the flux the largest grain size goes with it. The thinnest foil does not depend on it."),
            new Table("The largest grain size of each target by the displacements that count.",
                [
                    new Column("Component"), new Column("Boundary diffusivity", "cm^2/s") { SignificantDigits = 3 }, .. _targets.Select(t => new Column(t, "um") { SignificantDigits = 3 }), new Column("Remark"),
                ],
                [
                    .. components.Select(c => (IReadOnlyList<Cell>)
                    [
                        c, QuantityKind.Diffusivity.In(Value(c, "boundary_diffusivity_m2_s"), "cm^2/s"), .. _targets.Select(t => (Cell)Value(c, $"{ResultKey.Of(t)}.largest_grain_size_um")),
                        c == results.Texts["component"] ? "this case" : Cell.Empty,
                    ]),
                ]),
        ]);
    }

    private IEnumerable<Section> Ends()
    {
        if (_thickest.Length == 0) yield break;
        string[] keys = [.. _thickest.Select(t => ResultKey.Of(QuantityKind.Length.Format(t * 1e-6, "um")))];
        yield return new Section("If the foils have a largest thickness",
        [
            new Paragraph("The largest grain size is that of a foil without end. If the foils considered are no thicker than some value, it is smaller, and more "
                + "so for the targets of larger capacity, because their discharge reaches deeper."),
            new Table("Largest grain size if no foil is thicker than stated, and the thinnest foil in which the published grain size suffices (– where none does).",
                [
                    new Column("Target"), .. _thickest.Select(t => new Column($"up to {NumberText.WithUnit(t, "um")}", "um") { SignificantDigits = 3 }),
                    new Column("any thickness", "um") { SignificantDigits = 3 }, new Column("published", "um") { SignificantDigits = 3 },
                    new Column("suffices from", "um") { SignificantDigits = 3 },
                ],
                [
                    .. _targets.Select(t => (IReadOnlyList<Cell>)
                    [
                        t, .. keys.Select(k => (Cell)Number(t, $"largest_grain_size_um_of_foils_up_to.{k}")),
                        Number(t, "largest_grain_size_um"), Number(t, "published.grain_size_um"), Number(t, "thinnest_foil_um_of_published_grain_size"),
                    ]),
                ]),
        ]);
    }

    private static Paragraph UseText() => new(
        "A target may also ask that a share *u* of the foil's lithium be used in every discharge. The region is then bounded on both sides: a foil thicker than "
            + "*Q*/(*u F C*_{0}) must yield more than *Q*. Its largest grains belong to exactly that thickness.");

    private Table Use()
    {
        List<IReadOnlyList<Cell>> rows = [];
        foreach (string t in _targets)
        {
            rows.Add([t, "none", Cell.Empty, QuantityKind.Diffusivity.In(Number(t, "required_diffusivity_m2_s"), "cm^2/s"), Number(t, "largest_grain_size_um")]);
            foreach (double share in _utilisations.Skip(1))
            {
                string key = FormattableString.Invariant($"with_{ResultKey.Of($"{100 * share:g6}")}_percent_use");
                double needed = QuantityKind.Diffusivity.In(Number(t, $"{key}.required_diffusivity_m2_s"), "cm^2/s");
                rows.Add(["", Percent(share), Number(t, $"{key}.thickness_um"), needed, Number(t, $"{key}.largest_grain_size_um")]);
            }
        }

        return new Table("The tip of each region when a share of the lithium is asked for.",
            [
                new Column("Target"), new Column("Share asked for"), new Column("Thickness at the tip", "um") { SignificantDigits = 3 },
                new Column("Least *D*", "cm^2/s") { SignificantDigits = 3 }, new Column("Largest grain size", "um") { SignificantDigits = 3 },
            ],
            rows);
    }

    /// <summary>"80 %".</summary>
    internal static string Percent(double share) => $"{NumberText.Format(Math.Round(100 * share, 6))}\u00A0%";
}
