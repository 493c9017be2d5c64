using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Cases.Kinds.BoundarySearch;
using LiMeso.Cases.Kinds.BoundaryVacancies;
using LiMeso.Cases.Kinds.BulkDiffusion;
using LiMeso.Cases.Kinds.CapacityMaps;
using LiMeso.Cases.Kinds.Depletion;
using LiMeso.Cases.Kinds.DesignGuidelines;
using LiMeso.Cases.Kinds.Diffusion;
using LiMeso.Cases.Kinds.DiffusionLength;
using LiMeso.Cases.Kinds.MdRun;
using LiMeso.Cases.Kinds.ModelComparison;
using LiMeso.Cases.Kinds.PeriodicCell;
using LiMeso.Cases.Kinds.PublishedValues;
using LiMeso.Cases.Kinds.PulsedDischarge;
using LiMeso.Cases.Kinds.Relaxation;
using LiMeso.Cases.Kinds.ThicknessSeries;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;

namespace LiMeso.Cases.Kinds;

/// <summary>The kinds of case.</summary>
public static class CaseKinds
{
    /// <summary>All of them; a new one is one folder and one line here.</summary>
    public static readonly Registry<ICaseKind> All = new("case kind")
    {
        { "depletion", "one foil stripped until it is depleted: analytic and finite-volume solution, fields, comparison", new DepletionKind() },
        { "diffusion", "diffusion in one or two dimensions, with conditions, sources and monitors of your choice", new DiffusionKind() },
        { "thickness-series", "foils of several thicknesses at one current: where more lithium stops to help", new ThicknessSeriesKind() },
        { "pulsed-discharge", "protocols of pulses, rests and plating on one foil, compared", new PulsedDischargeKind() },
        { "capacity-maps", "capacity of foils against grain size and current, by colour", new CapacityMapsKind() },
        { "diffusion-length", "how far lithium diffuses in a rest, against grain size and time", new DiffusionLengthKind() },
        { "polycrystal-models", "effective diffusivity against grain size: models compared, slowest to fastest boundaries", new ModelComparisonKind() },
        { "homogenise", "effective diffusivity of a periodic cell computed between bounds, against models", new PeriodicCellKind() },
        { "published-values", "every number of a publication against ours: ratio, verdict, reason", new PublishedValuesKind() },
        { "bulk-diffusion", "self-diffusion of a bcc crystal by vacancies, from molecular dynamics: diffusivity, activation energy", new BulkDiffusionKind() },
        { "boundary-search", "structure of lowest energy of a grain boundary: translations, atoms left out, relaxation, gamma surface", new BoundarySearchKind() },
        { "boundary-diffusion", "a grain boundary annealed, its atoms followed: width, diffusivity at each temperature, or a bound on it", new BoundaryDiffusionKind() },
        { "boundary-vacancies", "energy to form a vacancy at each site of a grain boundary, against the bulk", new BoundaryVacanciesKind() },
        { "md-run", "molecular dynamics of one system through stages: ensembles, trajectories, analysis", new MdRunKind() },
        { "md-relax", "atoms and box relaxed to the nearest minimum of the energy: crystals, vacancies, surfaces, data files", new MdRelaxKind() },
        { "design-guidelines", "thickness and grain size with which foils meet cell targets, and the diffusivity each needs", new DesignGuidelinesKind() },
    };

    /// <summary>Reads and checks a case of whatever kind.</summary>
    /// <param name="directory">The case directory.</param>
    /// <exception cref="InputException">The kind is missing or unknown, or the input cannot be used.</exception>
    public static ICase Prepare(CaseDirectory directory)
    {
        if (directory.Kind.Length == 0) throw new InputException(directory.KindLocation, "key 'kind' is missing", $"Write 'kind: NAME' with one of {string.Join(", ", All.Names)}.");
        if (!All.Contains(directory.Kind))
            throw new InputException(directory.KindLocation, new UnknownNameException(All.What, directory.Kind, [.. All.Names]).Message);
        return All[directory.Kind].Prepare(directory);
    }
}
