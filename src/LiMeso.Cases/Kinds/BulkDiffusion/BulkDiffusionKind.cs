using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Kinds.BulkDiffusion;

/// <summary>Self-diffusion in the bulk of a bcc metal, from molecular dynamics of cells with one vacancy.</summary>
internal sealed class BulkDiffusionKind() : CaseKind<BulkDiffusionSettings>(BulkDiffusionSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "Bulk diffusion in lithium",
        ["temperatures"] = "[400 K, 500 K]",
        ["seeds"] = "1",
        ["sizes.cells"] = "3",
        ["sizes.production"] = "4 ps",
        ["equilibration"] = "0.4 ps",
        ["settling"] = "0.1 ps",
        ["sampling.fit-from"] = "0.5 ps",
        ["sampling.fit-to"] = "1 ps",
        ["formation-energy.cells"] = "4",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(BulkDiffusionSettings settings, CaseDirectory directory, CasePaths paths)
    {
        ResolvedPotential potential = settings.Potential.Resolve(paths);
        string place = paths.DataSet(settings.Source.DataSet, settings.Source.DataSetLocation);
        return new BulkDiffusionCase(settings, potential, DiffusivitySetReader.Read(place, settings.Source.DataSet), place);
    }
}
