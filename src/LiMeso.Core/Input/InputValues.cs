using System.Globalization;
using LiMeso.Core.Registries;
using LiMeso.Core.Units;

namespace LiMeso.Core.Input;

/// <summary>Turns nodes into values, or says where and why that cannot be done.</summary>
internal static class InputValues
{
    public static string Text(InputNode node) =>
        node is InputScalar scalar ? scalar.Text : throw new InputException(node.Location, $"expected a single value, found {node.Describe()}");

    public static bool Flag(InputNode node) => Text(node) switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        string other => throw new InputException(node.Location, $"expected true or false, found '{other}'"),
    };

    public static int Integer(InputNode node, KeySchema key)
    {
        string text = Text(node);
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
            throw new InputException(node.Location, $"'{key.Name}' expects a whole number, found '{text}'");
        return key.Limits.Contains(value) ? value : throw OutOfLimits(node, key, text);
    }

    public static double Quantity(InputNode node, KeySchema key)
    {
        string text = Text(node);
        double value;
        try
        {
            value = key.Kind!.Parse(text);
        }
        catch (FormatException e)
        {
            throw new InputException(node.Location, $"'{key.Name}': {e.Message}", $"Write for example '{key.Name}: {ExampleOf(key)}'.", e);
        }

        return key.Limits.Contains(value) ? value : throw OutOfLimits(node, key, text);
    }

    public static string Name(InputNode node, KeySchema key)
    {
        string name = Text(node);
        if (key.Names.Contains(name)) return name;
        string suggestion = NearestName.Of(name, key.Names) is { } near ? $"Did you mean '{near}'?  " : "";
        throw new InputException(node.Location, $"'{key.Name}' cannot be '{name}'", $"{suggestion}Valid here: {string.Join(", ", key.Names)}.");
    }

    public static IReadOnlyList<T> List<T>(InputNode node, Func<InputNode, T> item) => node switch
    {
        InputList { Items: [] } => throw new InputException(node.Location, "the list is empty"),
        InputList list => [.. list.Items.Select(item)],
        _ => [item(node)],
    };

    public static IReadOnlyList<double> Quantities(InputNode node, KeySchema key) =>
        node is InputMap range
            ? NodeSectionReader.Read(range, key.Name, r => Range(r, key.Kind!, key.Limits))
            : List(node, item => Quantity(item, key));

    // {from: 10 nm, to: 1 mm, count: 101, spacing: log}: both ends included, the last one exactly as written.
    internal static IReadOnlyList<double> Range(SectionReader section, QuantityKind kind, Limits limits)
    {
        double from = section.Quantity("from", kind, "First value.", limits: limits);
        double to = section.Quantity("to", kind, "Last value.", limits: limits);
        int count = section.WholeNumber("count", "How many values, both ends included.", limits: Limits.Between(2, 1_000_000));
        bool logarithmic = section.Name("spacing", ["linear", "log"], "Equal differences or equal ratios.", "linear") == "log";
        section.Check(!logarithmic || (from > 0 && to > 0), "from", "a range with 'spacing: log' needs both ends greater than 0");
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            double s = (double)i / (count - 1);
            values[i] = i == 0 ? from : i == count - 1 ? to : logarithmic ? from * Math.Pow(to / from, s) : from + (to - from) * s;
        }

        return values;
    }

    private static string ExampleOf(KeySchema key) => key.IsList ? key.Kind!.Example : key.Example ?? key.Kind!.Example;

    private static InputException OutOfLimits(InputNode node, KeySchema key, string text)
    {
        string allowed = key.Kind is { } kind ? key.Limits.Describe(end => kind.FormatLike(end, text)) : key.Limits.Text;
        return new InputException(node.Location, $"'{key.Name}' must be {allowed}, found '{text}'");
    }
}
