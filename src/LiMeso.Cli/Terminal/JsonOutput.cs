using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiMeso.Cli.Terminal;

/// <summary>The one object that <c>--json</c> puts on standard output.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions _layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(JsonObject root) => Console.Out.WriteLine(root.ToJsonString(_layout));

    /// <summary>A number; null where JSON has none, as for infinity.</summary>
    public static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
