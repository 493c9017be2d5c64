using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Kinds;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Files;

/// <summary>The JSON Schema of <c>case.yaml</c>, made from the functions that read it: one schema, with a branch for each kind.</summary>
public static class CaseSchema
{
    /// <summary>Name of the shipped schema, beside the cases.</summary>
    public const string FileName = "case.schema.json";

    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions _layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name of the shipped schema of campaigns, beside the cases.</summary>
    public const string CampaignFileName = "campaign.schema.json";

    /// <summary>The schema of a data set's <c>dataset.yaml</c> as text.</summary>
    public static string WriteForDataSets() => Write(DiffusivitySetReader.Schema, "LiMeso diffusivity data set");

    /// <summary>The schema of a campaign file as text.</summary>
    public static string WriteForCampaigns() => Write(CampaignSettings.Schema, "LiMeso campaign");

    /// <summary>The schema of <c>case.yaml</c> as text.</summary>
    public static string Write()
    {
        var branches = new JsonArray();
        foreach (Registered<ICaseKind> kind in CaseKinds.All)
        {
            branches.Add(new JsonObject
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind.Name } } },
                ["then"] = JsonSchemaWriter.Write(kind.Member.Schema),
            });
        }

        var schema = new JsonObject
        {
            ["$schema"] = Dialect,
            ["title"] = "LiMeso case",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["description"] = "Kind of case.", ["enum"] = new JsonArray([.. CaseKinds.All.Names.Select(n => JsonValue.Create(n))]) } },
            ["required"] = new JsonArray("kind"),
            ["allOf"] = branches,
        };
        return schema.ToJsonString(_layout) + "\n";
    }

    private static string Write(SectionSchema keys, string title)
    {
        JsonObject schema = JsonSchemaWriter.Write(keys);
        schema.Insert(0, "$schema", Dialect);
        schema.Insert(1, "title", title);
        return schema.ToJsonString(_layout) + "\n";
    }
}
