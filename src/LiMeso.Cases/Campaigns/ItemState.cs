using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Campaigns;

/// <summary>How an item stands, as the process that worked on it last has told.</summary>
public enum ItemCondition
{
    /// <summary>At work, or killed.</summary>
    Running,

    /// <summary>Stopped at a checkpoint.</summary>
    Stopped,

    /// <summary>Ended by an error.</summary>
    Failed,

    /// <summary>Done.</summary>
    Finished,
}

/// <summary>Who works on an item and how far it is: the file <c>state.json</c>, replaced as a whole every few seconds.</summary>
/// <param name="Condition">How it stands.</param>
/// <param name="Host">Name of the machine.</param>
/// <param name="ProcessId">Number of the process there.</param>
/// <param name="Job">Number of the job in a queue; null without one.</param>
/// <param name="Attempts">How often work on it began.</param>
/// <param name="Begun">When this attempt began.</param>
/// <param name="Updated">When the process was seen alive last.</param>
/// <param name="StartShare">Share that was done when this attempt began; NaN until that is known.</param>
/// <param name="Share">Share that is done.</param>
/// <param name="EarlierSeconds">Wall time of the attempts before.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
public sealed record ItemState(
    ItemCondition Condition, string Host, int ProcessId, string? Job, int Attempts, DateTime Begun, DateTime Updated, double StartShare, double Share, double EarlierSeconds, string? Problem)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "state.json";

    /// <summary>Wall time of this attempt so far, s.</summary>
    public double Seconds => Math.Max(0, (Updated - Begun).TotalSeconds);

    /// <summary>Wall time of all attempts, s.</summary>
    public double AllSeconds => EarlierSeconds + Seconds;

    /// <summary>Reads the file of an item; null where there is none, or none that can be read.</summary>
    /// <param name="directory">Where the item's state is.</param>
    public static ItemState? Read(string directory)
    {
        try
        {
            JsonNode root = JsonNode.Parse(File.ReadAllText(Path.Combine(directory, FileName)))!;
            return new ItemState(
                Enum.Parse<ItemCondition>((string)root["state"]!, ignoreCase: true), (string)root["host"]!, (int)root["pid"]!, (string?)root["job"], (int)root["attempts"]!,
                Time(root["begun_utc"]!), Time(root["updated_utc"]!), (double?)root["start_share"] ?? double.NaN, (double)root["share"]!, (double)root["earlier_wall_s"]!, (string?)root["problem"]);
        }
        catch (Exception e) when (e is IOException or JsonException or NullReferenceException or ArgumentException or InvalidOperationException or FormatException)
        {
            // a note for people and estimates: what counts is whether the item's results are there
            return null;
        }
    }

    /// <summary>Writes the file.</summary>
    /// <param name="directory">Where the item's state is.</param>
    internal void Write(string directory) => AtomicFile.WriteText(Path.Combine(directory, FileName), ToJson().ToJsonString() + "\n", Durability.ProcessKill);

    /// <summary>The state as an object.</summary>
    public JsonObject ToJson() => new()
    {
        ["state"] = Condition.ToString().ToLowerInvariant(),
        ["host"] = Host,
        ["pid"] = ProcessId,
        ["job"] = Job,
        ["attempts"] = Attempts,
        ["begun_utc"] = Begun.ToString("O", CultureInfo.InvariantCulture),
        ["updated_utc"] = Updated.ToString("O", CultureInfo.InvariantCulture),
        ["start_share"] = double.IsNaN(StartShare) ? null : StartShare,
        ["share"] = Share,
        ["earlier_wall_s"] = EarlierSeconds,
        ["problem"] = Problem,
    };

    private static DateTime Time(JsonNode node) => DateTime.Parse((string)node!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
