using System.Text.Json.Nodes;
using LiMeso.Core.Units;

namespace LiMeso.Core.Input;

/// <summary>Turns a <see cref="SectionSchema"/> into JSON Schema (draft 2020-12), so that editors complete and check input files.</summary>
public static class JsonSchemaWriter
{
    private const string NumberPattern = @"^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?";

    /// <summary>The schema of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="closed">Whether keys that are not listed are errors.</param>
    public static JsonObject Write(SectionSchema section, bool closed = true)
    {
        var properties = new JsonObject();
        foreach (KeySchema key in section.Keys) properties[key.Name] = Write(key);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. section.Keys.Where(k => k.Required).Select(k => JsonValue.Create(k.Name))]),
        };
        if (closed) schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Write(KeySchema key)
    {
        JsonObject value = Single(key);
        if (key.IsList && key.Type == KeyType.Section) value = ListOf(value);
        else if (key.IsList) value = new JsonObject { ["anyOf"] = AnyOf(key, value) };
        value["description"] = key.Description + (key.Default is null ? "" : $" Default: {key.Default}.");
        return value;
    }

    // what a list of values may be: one value, a list of them or, for quantities, a range
    private static JsonArray AnyOf(KeySchema key, JsonObject value)
    {
        JsonArray forms = [value, ListOf((JsonObject)value.DeepClone())];
        if (key.Type == KeyType.Quantity) forms.Add(Write(SectionDescriber.Describe(r => InputValues.Range(r, key.Kind!, key.Limits))));
        return forms;
    }

    private static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item, ["minItems"] = 1 };

    private static JsonObject Single(KeySchema key) => key.Type switch
    {
        KeyType.Section => Write(key.Section!),
        KeyType.Flag => new JsonObject { ["type"] = "boolean" },
        KeyType.WholeNumber => Limited(new JsonObject { ["type"] = "integer" }, key.Limits),
        KeyType.Name => new JsonObject { ["enum"] = new JsonArray([.. key.Names.Select(n => JsonValue.Create(n))]) },
        KeyType.Quantity when key.Kind == QuantityKind.Number => new JsonObject
        {
            ["anyOf"] = new JsonArray(Limited(new JsonObject { ["type"] = "number" }, key.Limits), new JsonObject { ["type"] = "string", ["pattern"] = NumberPattern + @"\s*%\s*$" }),
        },
        KeyType.Quantity => new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = NumberPattern + @"\s*\S",
            ["examples"] = new JsonArray(key.Kind!.Example),
        },
        _ => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
    };

    private static JsonObject Limited(JsonObject schema, Limits limits)
    {
        if (double.IsFinite(limits.Minimum)) schema[limits.OpenBelow ? "exclusiveMinimum" : "minimum"] = limits.Minimum;
        if (double.IsFinite(limits.Maximum)) schema["maximum"] = limits.Maximum;
        return schema;
    }
}
