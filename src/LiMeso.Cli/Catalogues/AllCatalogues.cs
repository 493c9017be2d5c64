using LiMeso.Atomistics.Dynamics.Barostats;
using LiMeso.Atomistics.Dynamics.Thermostats;
using LiMeso.Atomistics.Minimisation;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Cases.Campaigns.Engines;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cli.CommandLine;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.FiniteVolume.TimeSchemes;
using LiMeso.Storage.Atoms;
using LiMeso.Storage.Export;
using LiMeso.Transport.Data;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cli.Catalogues;

/// <summary>All that <c>limeso list</c> can list: the registries, and the data sets on disk.</summary>
internal static class AllCatalogues
{
    public static readonly IReadOnlyList<Catalogue> All =
    [
        new("models", "polycrystal models", () => Of(PolycrystalModels.All, Details)) { Aliases = ["polycrystal-models"] },
        new("fractions", "grain-boundary volume fractions", () => Of(BoundaryFractions.All, Details)) { Aliases = ["boundary-fractions"] },
        new("datasets", "diffusivity data sets within reach", DataSets) { Aliases = ["data-sets"] },
        new("kinds", "kinds of case", () => Of(CaseKinds.All, Details)) { Aliases = ["case-kinds"] },
        new("boundary-conditions", "boundary conditions of the finite-volume solver", () => Of(BoundaryKinds.All, Details)) { Aliases = ["conditions"] },
        new("time-functions", "how a boundary value may vary in time", () => Of(TimeFunctionKinds.All)),
        new("schemes", "time schemes", () => Of(TimeSchemeKinds.All)) { Aliases = ["time-schemes"] },
        new("solvers", "linear solvers", () => Of(LinearSolvers.All)) { Aliases = ["linear-solvers"] },
        new("monitors", "what can be watched while the solver runs", () => Of(MonitorKinds.All)),
        new("diffusivity-fields", "how the diffusivity may vary in space", () => Of(DiffusivityFields.All)),
        new("unit-cells", "geometries that 'limeso homogenise' knows", () => Of(UnitCellKinds.All, Details)),
        new("potentials", "interatomic potentials", () => Of(InteratomicPotentials.All)) { Aliases = ["interatomic-potentials"] },
        new("properties", "what 'limeso md properties' computes", () => Of(StaticProperties.All, p => [("unit", p.Unit)])),
        new("minimisers", "ways to a minimum of the energy", () => Of(Minimisers.All, m => [("source", m.Source)])),
        new("box-freedoms", "what of a box may change as a structure relaxes", () => Of(BoxFreedom.All)),
        new("thermostats", "what holds the temperature of moving atoms", () => Of(ThermostatKinds.All)),
        new("barostats", "what holds the pressure on moving atoms", () => Of(BarostatKinds.All)),
        new("trajectory-formats", "forms in which atoms in time are kept", () => Of(TrajectoryFormats.All)),
        new("crystals", "crystal structures to build from", () => Of(CrystalStructures.All)) { Aliases = ["crystal-structures"] },
        new("surfaces", "surfaces of cubic crystals", () => Of(SurfaceOrientations.All)),
        new("campaign-engines", "who can do the work of a campaign", () => Of(CampaignEngines.All)) { Aliases = ["engines"] },
        new("export-formats", "forms in which results can be handed to other programs", () => Of(Exporters.All)),
    ];

    /// <summary>The catalogue of that name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static Catalogue Find(string name)
    {
        if (All.FirstOrDefault(c => c.Name == name || c.Aliases.Contains(name)) is { } found) return found;
        throw new InputException(null, $"nothing called '{name}' can be listed", Suggestion.For(name, All.Select(c => c.Name)));
    }

    private static IEnumerable<CatalogueEntry> Of<T>(Registry<T> registry, Func<T, IReadOnlyList<(string, string)>>? details = null) =>
        registry.Select(r => new CatalogueEntry(r.Name, r.Summary, () => details?.Invoke(r.Member) ?? []));

    private static IReadOnlyList<(string, string)> Details(IPolycrystalModel model) =>
    [
        ("formula", model.Formula),
        ("source", model.Source),
        ("validity", model.Validity),
        ("default_fraction", model.DefaultFraction),
        ("segregation", model.SupportsSegregation ? "yes" : "no"),
        ("triple_junctions", model.NeedsTripleJunctions ? "yes" : "no"),
        .. model.Bound is { } bound ? (IEnumerable<(string, string)>)[("bound", $"{bound.Side.ToString().ToLowerInvariant()}, for {bound.Class}")] : [],
    ];

    private static IReadOnlyList<(string, string)> Details(IUnitCellKind cell) =>
    [
        ("matrix", cell.Matrix),
        ("inclusion", cell.Inclusion),
        .. cell.Shape == ShapeParameter.None ? [] : (IEnumerable<(string, string)>)[("shape", cell.Shape == ShapeParameter.Fraction ? "fraction" : "relative-width")],
    ];

    private static IReadOnlyList<(string, string)> Details(IBoundaryFraction fraction) =>
        [("formula", fraction.Formula), ("source", fraction.Source), ("validity", fraction.Validity)];

    private static IReadOnlyList<(string, string)> Details(ICaseKind kind) => [.. Keys(kind.Schema, "")];

    // every key by its dotted path, as --set takes it; "[]" stands for each member of a list of sections
    private static IEnumerable<(string, string)> Keys(SectionSchema schema, string prefix) => schema.Keys.SelectMany(key => key.Section is { } section
        ? Keys(section, $"{prefix}{key.Name}{(key.IsList ? "[]" : "")}.")
        : [(prefix + key.Name, $"{key.Description} {WhenAbsent(key)}".TrimEnd())]);

    private static string WhenAbsent(KeySchema key) => key switch
    {
        { Required: true } => key.Example is { } example ? $"Must be given, such as {example}." : "Must be given.",
        { Default: { Length: > 0 } value } => $"Default: {value}.",
        _ => "",
    };

    private static IReadOnlyList<(string, string)> Details(IBoundaryKind kind) =>
    [
        ("value", kind.ValueUnit is { } unit ? $"in {unit}" : "none"),
        .. kind.NeedsTransferCoefficient ? (IEnumerable<(string, string)>)[("transfer_coefficient", "in m/s")] : [],
    ];

    private static IEnumerable<CatalogueEntry> DataSets()
    {
        var paths = new CasePaths(".", outsidePaths: false);
        foreach (string name in paths.DataSetNames())
        {
            var set = new Lazy<DiffusivitySet>(() => DiffusivitySetReader.Read(paths.DataSet(name, new SourceLocation(name)), name));
            yield return new CatalogueEntry(name, set.Value.Title, () =>
            [
                ("bulk", $"{set.Value.Bulk.Range}"),
                ("boundaries", string.Join(", ", set.Value.Selections)),
                .. set.Value.Sources.Select(s => ($"source {s.Id}", s.Citation)),
            ]);
        }
    }
}
