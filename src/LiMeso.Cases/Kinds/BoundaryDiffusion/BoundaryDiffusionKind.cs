using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>Annealing of a grain boundary, and self-diffusion along it, from molecular dynamics.</summary>
internal sealed class BoundaryDiffusionKind() : CaseKind<BoundaryDiffusionSettings>(BoundaryDiffusionSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "A hot grain boundary of lithium",
        ["boundary.id"] = "GB04",
        ["boundary.separation"] = "30 A",
        ["boundary.min-width"] = "7 A",
        ["relaxation.max-evaluations"] = "200",
        ["diffusion.temperatures"] = "[420 K]",
        ["diffusion.seeds"] = "1",
        ["diffusion.equilibration"] = "0.6 ps",
        ["diffusion.settling"] = "0.2 ps",
        ["diffusion.production"] = "4 ps",
        ["diffusion.tracking.interval"] = "1 ps",
        ["diffusion.tracking.bins"] = "24",
        ["diffusion.sampling.interval"] = "0.1 ps",
        ["diffusion.sampling.fit-from"] = "0.5 ps",
        ["diffusion.sampling.fit-to"] = "1.5 ps",
        ["diffusion.sampling.far-from"] = "10 A",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(BoundaryDiffusionSettings settings, CaseDirectory directory, CasePaths paths)
    {
        ResolvedPotential potential = settings.Potential.Resolve(paths);
        (AtomicSystem? given, IReadOnlyDictionary<string, string> hashes) = settings.Recipe.Load(paths);
        AtomicSystem smallest = settings.Recipe.Smallest(given, BicrystalRecipe.AboutLattice, potential.Potential.Mass);
        RequireAtoms(settings, smallest, directory);
        return new BoundaryDiffusionCase(settings, potential, given, hashes, directory);
    }

    private static void RequireAtoms(BoundaryDiffusionSettings settings, AtomicSystem smallest, CaseDirectory directory)
    {
        int most = AddedVacancies.Most(settings.Recipe.AtomsOf(smallest), smallest.Box.Widths.Y);
        if (settings.Diffusion is not { } follow || follow.Vacancies <= most) return;
        throw new InputException(
            directory.Root.Find(FollowSettings.Key)?.Value.Location ?? directory.Root.Location, FormattableString.Invariant($"'vacancies' takes {follow.Vacancies} atoms out of each boundary, which has so few that {most} may go"),
            "Take out fewer, or make the cell wider by 'min-width'.");
    }
}
