using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiMeso.Core.Input;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Campaigns;

/// <summary>What a campaign will do and cost: all its items. The file <c>plan.json</c>.</summary>
/// <param name="Title">Title of the campaign.</param>
/// <param name="InputHash">Hash of its file, see <see cref="CampaignFile.InputHash"/>.</param>
/// <param name="ProcedureHash">Hash of what is done with a boundary, see <see cref="CampaignFile.ProcedureHash"/>.</param>
/// <param name="Speed">Atom-steps a second of one process.</param>
/// <param name="SpeedOrigin">Where the speed is known from, in words.</param>
/// <param name="Items">Boundary by boundary, each item after the one that it begins from.</param>
public sealed record CampaignPlan(string Title, string InputHash, string ProcedureHash, double Speed, string SpeedOrigin, IReadOnlyList<CampaignItem> Items)
{
    /// <summary>Name of the file in the campaign's directory.</summary>
    public const string FileName = "plan.json";

    private const double SecondsPerHour = 3600;

    private static readonly JsonSerializerOptions _layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Atoms times steps of the whole campaign.</summary>
    public double AtomSteps => Items.Sum(i => i.AtomSteps);

    /// <summary>The items in the order of work, see <see cref="CampaignItem.InOrderOfWork"/>.</summary>
    public IEnumerable<CampaignItem> InOrderOfWork => CampaignItem.InOrderOfWork(Items, i => i);

    /// <summary>Hours of one core for the whole campaign.</summary>
    public double CoreHours => HoursOf(AtomSteps);

    /// <summary>Hours of one core.</summary>
    /// <param name="atomSteps">Atoms times steps.</param>
    public double HoursOf(double atomSteps) => atomSteps / Speed / SecondsPerHour;

    /// <summary>The plan as an object, for the file and for scripts.</summary>
    public JsonObject ToJson() => new()
    {
        ["title"] = Title,
        ["input_hash"] = InputHash,
        ["procedure_hash"] = ProcedureHash,
        ["atom_steps_per_second"] = Speed,
        ["speed_from"] = SpeedOrigin,
        ["atom_steps"] = AtomSteps,
        ["core_hours"] = CoreHours,
        ["items"] = new JsonArray([.. Items.Select(i => new JsonObject
        {
            ["boundary"] = i.Boundary,
            ["boundary_id"] = i.BoundaryId,
            ["name"] = i.Name,
            ["stage"] = i.Stage,
            ["temperature_K"] = i.Temperature,
            ["seed"] = i.Seed,
            ["atoms"] = i.Atoms,
            ["atom_steps"] = i.AtomSteps,
            ["core_hours"] = HoursOf(i.AtomSteps),
        })]),
    };

    /// <summary>Writes the file.</summary>
    /// <param name="directory">The campaign's directory.</param>
    internal void Write(string directory) => AtomicFile.WriteText(Path.Combine(directory, FileName), ToJson().ToJsonString(_layout) + "\n");

    /// <summary>Reads the file; null where there is none.</summary>
    /// <param name="directory">The campaign's directory.</param>
    /// <exception cref="InputException">The file is something else.</exception>
    internal static CampaignPlan? Read(string directory)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
            string procedure = (string?)root["procedure_hash"]
                ?? throw new InputException(new SourceLocation(path), "made by an earlier version of the program, for which items counted otherwise", "Plan the campaign in another directory.");
            return new CampaignPlan(
                (string)root["title"]!, (string)root["input_hash"]!, procedure, (double)root["atom_steps_per_second"]!, (string)root["speed_from"]!,
                [.. root["items"]!.AsArray().Select(i => new CampaignItem(
                    (int)i!["boundary"]!, (string)i["boundary_id"]!, (string)i["name"]!, (double?)i["temperature_K"], (int?)i["seed"], (double)i["atoms"]!, (double)i["atom_steps"]!))]);
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or ArgumentNullException or InvalidOperationException or FormatException)
        {
            throw new InputException(new SourceLocation(path), $"not the plan of a campaign: {e.Message}", "Choose another directory, or remove this one if nothing in it is needed.", e);
        }
    }
}
