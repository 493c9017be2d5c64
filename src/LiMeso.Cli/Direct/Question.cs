using LiMeso.Cli.CommandLine;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;

namespace LiMeso.Cli.Direct;

/// <summary>The values of one question, from options or a table's row, each with the place where it was written.</summary>
/// <param name="values">Text and place by parameter; absent ones are missing.</param>
/// <param name="place">The place of the question itself: a row; null on the command line.</param>
internal sealed class Question(IReadOnlyDictionary<Parameter, (string Text, SourceLocation Place)> values, SourceLocation? place)
{
    /// <summary>Whether the parameter was given.</summary>
    public bool Has(Parameter parameter) => values.ContainsKey(parameter);

    /// <summary>A quantity that must be given, in SI.</summary>
    /// <exception cref="InputException">It is missing, or no such quantity, or not positive.</exception>
    public double Quantity(Parameter parameter) => OptionalQuantity(parameter) ?? throw Missing(parameter);

    /// <summary>A quantity in SI, or null.</summary>
    /// <exception cref="InputException">It is no such quantity, or not positive.</exception>
    public double? OptionalQuantity(Parameter parameter)
    {
        if (!values.TryGetValue(parameter, out (string Text, SourceLocation Place) written)) return null;
        double value;
        try
        {
            value = parameter.Kind!.Parse(written.Text);
        }
        catch (FormatException e)
        {
            throw Wrong(parameter, e.Message);
        }

        bool allowed = parameter.MayBeZero ? value >= 0 : value > 0;
        return allowed ? value : throw Wrong(parameter, $"must be {(parameter.MayBeZero ? "0 or greater" : "greater than 0")}, found '{written.Text}'");
    }

    /// <summary>A text, or null.</summary>
    public string? Text(Parameter parameter) => values.TryGetValue(parameter, out (string Text, SourceLocation Place) written) ? written.Text : null;

    /// <summary>Whether a flag is set.</summary>
    /// <exception cref="InputException">It is neither true nor false.</exception>
    public bool Flag(Parameter parameter) => Text(parameter) switch
    {
        null or "false" or "no" => false,
        "true" or "yes" => true,
        string other => throw Wrong(parameter, $"expected true or false, found '{other}'"),
    };

    /// <summary>A registered plug-in by name, or null when no name was given.</summary>
    /// <exception cref="InputException">Nothing has that name.</exception>
    public T? Member<T>(Parameter parameter, Registry<T> registry)
        where T : class
    {
        if (Text(parameter) is not { } name) return null;
        if (registry.Contains(name)) return registry[name];
        throw Wrong(parameter, $"unknown {registry.What} '{name}'", Suggestion.For(name, registry.Names));
    }

    /// <summary>A complaint about a value, at its place.</summary>
    public InputException Wrong(Parameter parameter, string problem, string? advice = null)
    {
        SourceLocation? where = values.TryGetValue(parameter, out (string Text, SourceLocation Place) written) ? written.Place : place;
        return new InputException(where, place is null ? problem : $"'{parameter.Name}': {problem}", advice);
    }

    /// <summary>A complaint about the question as a whole.</summary>
    public InputException Wrong(string problem, string? advice = null) => new(place, problem, advice);

    private InputException Missing(Parameter parameter)
    {
        string example = $"{parameter.OptionName} \"{parameter.Kind?.Example}\"";
        return place is null
            ? new InputException(null, $"{parameter.OptionName} is missing", $"Write for example {example}.")
            : new InputException(place, $"'{parameter.Name}' is missing", $"Fill in the column '{parameter.Name}', or give {example} for all rows.");
    }
}
