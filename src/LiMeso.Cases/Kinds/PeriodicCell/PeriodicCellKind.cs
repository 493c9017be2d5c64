using LiMeso.Cases.Files;
using LiMeso.Cases.Microstructures;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>Effective diffusivities of periodic media computed between bounds, against the models that estimate them.</summary>
internal sealed class PeriodicCellKind() : CaseKind<PeriodicCellSettings>(PeriodicCellSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["matrix"] = "[2e-10 cm^2/s, 2e-8 cm^2/s]",
        ["inclusion"] = "2e-11 cm^2/s",
        ["shapes"] = "[0.02, 0.05, 0.1, 0.2, 0.5]",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(PeriodicCellSettings settings, CaseDirectory directory, CasePaths paths) =>
        settings.Named is { } named ? PrepareNamed(settings, named) : PrepareImage(settings, settings.Image!, paths);

    private static PeriodicCellCase PrepareNamed(PeriodicCellSettings settings, NamedCellSettings named)
    {
        IUnitCellKind kind = UnitCellKinds.All[named.Cell];
        foreach (double shape in (double[])[.. named.Shapes, named.FieldShape])
        {
            try
            {
                kind.Create(named.Input(named.Matrix[0], shape));
            }
            catch (ArgumentException problem)
            {
                throw new InputException(named.ShapesLocation, Sentences.Of(problem), inner: problem);
            }
        }

        return new PeriodicCellCase(settings, named, kind);
    }

    private static ImageCellCase PrepareImage(PeriodicCellSettings settings, ImageSettings given, CasePaths paths)
    {
        string path = paths.Resolve(given.File, given.FileLocation);
        LabelledImage image = LabelledImage.Read(path);
        if (image.LabelsWithout(given.Diffusivities) is { Count: > 0 } missing)
            throw new InputException(given.PhasesLocation, LabelledImage.Lacking(missing), $"Write for example '- {{label: {missing[0]}, diffusivity: 2e-11 cm^2/s}}'.");
        if (given.Phases.FirstOrDefault(phase => !image.Phases.Contains(phase.Label)) is { } needless)
            throw new InputException(given.PhasesLocation, $"the image has no label {needless.Label}", $"Remove it. There are {LabelledImage.Listed(image.Phases)}.");
        IUnitCell cell = image.ToUnitCell(given.Diffusivities);
        long least = cell.ElementsAt(1);
        if (least > settings.Options.MaximumElements)
            throw new InputException(given.FileLocation, $"the image has {CountText.Of(least, "pixel")}, more than the {settings.Options.MaximumElements} elements allowed", $"Allow as many, 'numerics: {{max-elements: {least}}}', or make the image smaller.");
        return new ImageCellCase(settings, given, image, cell, path);
    }
}
