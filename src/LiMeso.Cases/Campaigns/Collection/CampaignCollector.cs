using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Cases.Running;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.Storage.Files;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Campaigns.Collection;

/// <summary>
/// Makes a data set of what is known from a campaign, at any time. The same results of items make the same bytes, whoever did them and however often they were interrupted: hosts and times stay with the campaign.
/// </summary>
public static class CampaignCollector
{
    /// <summary>Name of the file that tells where a collected data set comes from.</summary>
    public const string ProvenanceFile = "provenance.json";

    private const string ProcedureHash = "procedure_hash";

    /// <summary>Data set whose bulk part is taken where none is named.</summary>
    public const string DefaultBulk = "li-limeso-bulk";

    private static readonly JsonSerializerOptions _layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Collects.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="bulk">Where the bulk part comes from: a data set by name, or a directory with one, such as the results of a case of kind <c>bulk-diffusion</c>.</param>
    /// <param name="output">Directory of the data set; its last part is the name of the set.</param>
    /// <param name="overwrite">Whether a data set of something else may be replaced.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="InputException">Nothing is finished, there is no such bulk, or the directory holds something else.</exception>
    public static DiffusivitySet Collect(Campaign campaign, string bulk, string output, bool overwrite)
    {
        RequireOurs(campaign, output, overwrite);
        string bulkPlace = PlaceOf(bulk);
        // read before anything is written: the new set may take the place of the old
        DiffusivitySet other = DiffusivitySetReader.Read(bulkPlace);
        string bulkHash = InputHashes.OfFile(Path.Combine(bulkPlace, DiffusivitySetReader.DescriptionFile));
        CollectedBoundary[] boundaries = [.. campaign.Boundaries.Select(b => new CollectedBoundary(b, campaign.Case(b.Id)))];
        DiffusivitySet set = SetOf(campaign, boundaries, other, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(output))));

        DiffusivitySetWriter.Write(set, output);
        AtomicFile.WriteText(Path.Combine(output, CollectedTables.RunsFile), CollectedTables.Runs(boundaries));
        AtomicFile.WriteText(Path.Combine(output, CollectedTables.WarningsFile), CollectedTables.Warnings(boundaries));
        if (campaign.File.Settings.Procedure.Search is not null) AtomicFile.WriteText(Path.Combine(output, CollectedTables.SearchesFile), CollectedTables.Searches(boundaries));
        AtomicFile.WriteText(Path.Combine(output, CollectedTables.StructuresFile), CollectedTables.Structures(boundaries));
        AtomicFile.WriteText(Path.Combine(output, CollectedTables.ArrheniusFile), CollectedTables.Arrhenius(set, [.. boundaries.SelectMany(b => b.Temperatures).Distinct().Order()]));
        AtomicFile.WriteText(Path.Combine(output, ProvenanceFile), ProvenanceOf(campaign, boundaries, other.Name, bulkHash).ToJsonString(_layout) + "\n");
        return set;
    }

    private static DiffusivitySet SetOf(Campaign campaign, CollectedBoundary[] boundaries, DiffusivitySet bulk, string name)
    {
        BoundaryData[] data = [.. boundaries.Select(b => b.ToData()).OfType<BoundaryData>()];
        IReadOnlyList<MeasuredPoint> widths = CollectedMeans.Over(boundaries.SelectMany(b => b.Widths()), QuantityKind.Length);
        if (data.Length > 0 && widths.Count == 0) throw new InputException(new SourceLocation(campaign.Directory), "no run of the campaign has found a boundary yet: there is no width", "A data set needs one; 'limeso campaign status' tells how far the campaign is.");
        if (data.Length == 0) throw new InputException(new SourceLocation(campaign.Directory), "no run of the campaign is finished yet", "'limeso campaign status' tells how far it is.");
        BoundaryMeans total = CollectedMeans.Of(data, BoundaryDefinition.Total), inPlane = CollectedMeans.Of(data, BoundaryDefinition.InPlane);
        Attribution[] taken = [.. bulk.Bulk.Points.Select(p => p.Attribution), .. bulk.Bulk.Lines.Select(l => l.Attribution), bulk.TripleJunctionFactor.Attribution, bulk.Segregation.Attribution];
        var own = new DataSource(CollectedBoundary.SourceId, CitationOf(campaign, boundaries));
        return new DiffusivitySet
        {
            Name = name,
            Title = $"{campaign.Plan.Title}; bulk diffusivity of {bulk.Name}",
            Origin = taken.All(a => DataOrigin.Computed.Admits(a.Status)) ? DataOrigin.Computed : DataOrigin.Mixed,
            Sources = [own, .. bulk.Sources.Where(s => s.Id != own.Id && taken.Any(a => a.Source == s.Id))],
            Bulk = bulk.Bulk,
            Definition = BoundaryDefinition.Total,
            Mean = total.Mean,
            Slowest = total.Slowest,
            Fastest = total.Fastest,
            OtherMeans = inPlane.Mean is null ? new Dictionary<BoundaryDefinition, BoundaryMeans>() : new Dictionary<BoundaryDefinition, BoundaryMeans> { [BoundaryDefinition.InPlane] = inPlane },
            Extremes = Math.Min(CollectedMeans.Extremes, data.Length),
            Width = new WidthCurve(widths),
            TripleJunctionFactor = bulk.TripleJunctionFactor,
            Segregation = bulk.Segregation,
            Boundaries = data,
        };
    }

    private static string CitationOf(Campaign campaign, CollectedBoundary[] boundaries)
    {
        CollectedBoundary[] begun = [.. boundaries.Where(b => b.Runs.Count > 0)];
        return FormattableString.Invariant($"LiMeso {string.Join(" and ", VersionsOf(boundaries))}, campaign '{campaign.Plan.Title}': molecular dynamics with potential {campaign.File.Settings.Procedure.Potential.Name}, {begun.Length} of {CountText.Of(boundaries.Length, "grain boundary", "grain boundaries")}, {CountText.Of(begun.Sum(b => b.Runs.Count), "run")}, atoms followed for {begun.Sum(b => b.SimulatedTime) / 1000:0.###} ns in all (procedure of J. Mater. Chem. A 11 (2023) 23288)");
    }

    private static string[] VersionsOf(IEnumerable<CollectedBoundary> boundaries) =>
        [.. boundaries.SelectMany(b => b.Found).Select(WorkItem.VersionOf).Distinct().Order(StringComparer.Ordinal)];

    private static JsonObject ProvenanceOf(Campaign campaign, CollectedBoundary[] boundaries, string bulk, string bulkHash) => new()
    {
        ["campaign"] = campaign.Plan.Title,
        ["input_hash"] = campaign.Plan.InputHash,
        [ProcedureHash] = campaign.Plan.ProcedureHash,
        ["versions"] = new JsonArray([.. VersionsOf(boundaries).Select(v => JsonValue.Create(v))]),
        ["items"] = campaign.Plan.Items.Count,
        ["items_finished"] = boundaries.Sum(b => b.Found.Count() - b.Unfinished.Count()),
        ["bulk"] = new JsonObject { ["data_set"] = bulk, ["hash"] = bulkHash },
        ["boundaries"] = new JsonArray([.. boundaries.Select(b => new JsonObject
        {
            ["id"] = b.Boundary.Id,
            ["input_hash"] = b.Case.InputHash,
            ["search"] = b.Search is not null,
            ["structure"] = b.Structure is not null,
            ["runs"] = new JsonArray([.. b.Runs.Select(r => JsonValue.Create(r.Item.Name))]),
            ["runs_not_finished"] = new JsonArray([.. b.Unfinished.Select(i => JsonValue.Create(i.Name))]),
            ["time_ps"] = b.SimulatedTime,
        })]),
    };

    // what the same campaign left there before is ours, however far it had grown
    private static void RequireOurs(Campaign campaign, string output, bool overwrite)
    {
        if (overwrite || !File.Exists(Path.Combine(output, DiffusivitySetReader.DescriptionFile))) return;
        string record = Path.Combine(output, ProvenanceFile);
        JsonNode? before = File.Exists(record) ? JsonNode.Parse(File.ReadAllText(record)) : null;
        if ((string?)before?["campaign"] != campaign.Plan.Title || (string?)before?[ProcedureHash] != campaign.Plan.ProcedureHash)
            throw new InputException(new SourceLocation(output), "holds a data set that is not of this campaign", "Replace it with --overwrite, or choose another directory with --out.");
    }

    private static string PlaceOf(string bulk)
    {
        foreach (string place in (string[])[bulk, Path.Combine(bulk, "dataset"), Path.Combine(bulk, CaseRunner.DefaultOutput, "dataset")])
            if (File.Exists(Path.Combine(place, DiffusivitySetReader.DescriptionFile))) return place;
        return new CasePaths(".", outsidePaths: true).DataSet(bulk, new SourceLocation("--bulk"));
    }
}
