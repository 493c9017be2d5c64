using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Files;

namespace LiMeso.Cases.Kinds.BoundaryVacancies;

/// <summary>Vacancy formation energies at the sites of a grain boundary.</summary>
internal sealed class BoundaryVacanciesKind() : CaseKind<BoundaryVacanciesSettings>(BoundaryVacanciesSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "Vacancies at the twin boundary of lithium",
        ["boundary.id"] = "GB17",
        ["boundary.separation"] = "20 A",
        ["image-distance"] = "7 A",
        ["sites.within"] = "4 A",
        ["sites.most"] = "4",
        ["sites.bulk-from"] = "9 A",
        ["sites.bulk"] = "1",
        ["crystal-cells"] = "4",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(BoundaryVacanciesSettings settings, CaseDirectory directory, CasePaths paths)
    {
        (AtomicSystem? given, IReadOnlyDictionary<string, string> hashes) = settings.Recipe.Load(paths);
        return new BoundaryVacanciesCase(settings, settings.Potential.Resolve(paths), given, hashes);
    }
}
