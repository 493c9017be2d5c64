using LiMeso.Cases.Files;
using LiMeso.Cases.Microstructures;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.FiniteVolume.Homogenisation;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>A labelled image of a periodic medium, read and checked.</summary>
/// <param name="settings">The case.</param>
/// <param name="given">The image's part of it.</param>
/// <param name="image">The image.</param>
/// <param name="cell">What it shows.</param>
/// <param name="path">The file it was read from.</param>
internal sealed class ImageCellCase(PeriodicCellSettings settings, ImageSettings given, LabelledImage image, IUnitCell cell, string path) : ICase
{
    // Of the mesh whose fields are shown, unless the image itself has more pixels.
    private const long MostElementsShown = 1 << 16;

    // Two media and two directions, on all meshes together; for the estimate only.
    private const double SecondsPerElement = 2e-5;

    public CaseHeader Header => settings.Header;

    public IReadOnlyList<Citation> Citations => CellModels.Citations(settings.Models);

    public IReadOnlyDictionary<string, string> DataSetHashes => new Dictionary<string, string> { [given.File] = InputHashes.OfFile(path) };

    public WorkEstimate Estimate() => new(
        FormattableString.Invariant($"an image of {image.Columns} x {image.Rows} pixels, refined until its bounds are {settings.Options.Tolerance:g2} apart or its mesh has {settings.Options.MaximumElements} elements"),
        0.3 + SecondsPerElement * settings.Options.MaximumElements, 4_000_000);

    public ResultData Compute(RunContext run)
    {
        var results = new ResultData();
        results.Set("image.file", given.File);
        results.Set("image.columns", image.Columns);
        results.Set("image.rows", image.Rows);
        results.SetList("phases_in_order", given.Phases.Select(phase => phase.Name));
        results.SetList("models_in_order", settings.Models);
        results.Set("phase/label", "", "phase", [.. given.Phases.Select(phase => (double)phase.Label)]);
        results.Set("phase/fraction", "", "phase", [.. given.Phases.Select(phase => image.FractionOf(phase.Label))]);
        results.Set("phase/diffusivity", "m^2/s", "phase", [.. given.Phases.Select(phase => phase.Diffusivity)]);

        HomogenisedDiffusivity found = new CellHomogeniser(cell, settings.Options with { Threads = run.Threads }).Run(run.Cancellation);
        AddTensor(results, found);
        run.Log.Message(FormattableString.Invariant($"bounds {found.Bounds.RelativeWidth:g2} apart, from {CountText.Of(found.Narrowest.Elements, "element")}"));
        foreach (string model in settings.Models) AddModel(results, model, found.Value);
        if (!run.SummaryOnly) AddFields(results, run);
        foreach (string warning in results.Warnings) run.Log.Warning(warning);
        return results;
    }

    public Report Describe(ResultData results) => new ImageCellReport(results, settings.Header).Write();

    private void AddTensor(ResultData results, HomogenisedDiffusivity found)
    {
        (double lowerXy, double upperXy) = found.Bounds.OffDiagonal;
        Add("xx", found.Bounds.Lower.Xx, found.Value.Xx, found.Bounds.Upper.Xx);
        Add("xy", lowerXy, found.Value.Xy, upperXy);
        Add("yy", found.Bounds.Lower.Yy, found.Value.Yy, found.Bounds.Upper.Yy);
        double width = found.Bounds.RelativeWidth;
        results.Set("bounds.relative_width", width);
        results.Set("elements", found.Narrowest.Elements);
        if (width > settings.Options.Tolerance) results.Warn(FormattableString.Invariant($"The bounds are {width:g2} apart, more than asked for: allow more elements."));

        void Add(string component, double lower, double value, double upper)
        {
            results.Set($"effective.{component}.lower_m2_s", lower);
            results.Set($"effective.{component}.diffusivity_m2_s", value);
            results.Set($"effective.{component}.upper_m2_s", upper);
        }
    }

    private void AddModel(ResultData results, string model, SymmetricTensor value)
    {
        (PhaseSettings first, PhaseSettings second) = (given.Phases[0], given.Phases[1]);
        double diffusivity = CellModels.Evaluate(model, first.Diffusivity, second.Diffusivity, image.FractionOf(second.Label));
        results.Set($"models.{model}.diffusivity_m2_s", diffusivity);
        results.Set($"models.{model}.deviation_xx", diffusivity / value.Xx - 1);
        results.Set($"models.{model}.deviation_yy", diffusivity / value.Yy - 1);
    }

    private void AddFields(ResultData results, RunContext run)
    {
        int level = 1;
        while (cell.ElementsAt(2 * level) <= MostElementsShown) level *= 2;
        var mesh = (BlockElements)cell.Mesh(Medium.Given, new Resolution(level, Grading: 1));
        new CellInside(mesh, settings.Period, given.File).Add(results, run, settings.ParaView);
    }
}
