using LiMeso.Cases.Files;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>Diffusion in one or two dimensions under conditions of the user's choice.</summary>
internal sealed class DiffusionKind() : CaseKind<DiffusionSettings>(DiffusionSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "Stripping a foil with a fine-grained skin",
        ["mesh.x.length"] = "40 um",
        ["mesh.x.grading"] = "start",
        ["diffusivity.field"] = "layered",
        ["diffusivity.positions"] = "[10 um]",
        ["diffusivity.grain-sizes"] = "[1 um, 10 um]",
        ["conditions.side"] = "xMin",
        ["conditions.kind"] = "fixed-flux",
        ["conditions.current-density"] = "1 mA/cm^2",
        ["end-time"] = "10 h",
        ["monitors.kind"] = "interface-depletion",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(DiffusionSettings settings, CaseDirectory directory, CasePaths paths) =>
        new DiffusionCase(settings, DiffusionModel.Build(settings, paths));
}
