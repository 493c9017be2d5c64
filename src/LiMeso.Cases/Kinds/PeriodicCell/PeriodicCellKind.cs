using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
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
    protected override ICase Prepare(PeriodicCellSettings settings, CaseDirectory directory, CasePaths paths)
    {
        IUnitCellKind kind = UnitCellKinds.All[settings.Cell];
        foreach (double shape in (double[])[.. settings.Shapes, settings.FieldShape])
        {
            try
            {
                kind.Create(PeriodicCellCase.Input(settings, settings.Matrix[0], shape));
            }
            catch (ArgumentException problem)
            {
                throw new InputException(settings.ShapesLocation, Sentences.Of(problem), inner: problem);
            }
        }

        return new PeriodicCellCase(settings, kind);
    }
}
