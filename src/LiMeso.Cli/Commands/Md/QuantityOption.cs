using System.CommandLine;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cli.Commands.Md;

/// <summary>An option whose value is a quantity with its unit.</summary>
/// <param name="name">Its name.</param>
/// <param name="kind">The kind of quantity.</param>
/// <param name="unit">The unit wanted.</param>
/// <param name="fallback">The default, as it would be written; null for none.</param>
/// <param name="description">One sentence.</param>
internal sealed class QuantityOption(string name, QuantityKind kind, string unit, string? fallback, string description)
{
    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new(name) { HelpName = "VALUE", Description = fallback is null ? $"{description}." : $"{description} (default: \"{fallback}\")." };

    /// <summary>What is said of an option that is needed and was not given.</summary>
    /// <param name="name">Its name.</param>
    public static InputException Missing(string name) => new(null, $"option '{name}' is missing");

    /// <summary>The value as it was written, or the default.</summary>
    /// <exception cref="InputException">There is neither.</exception>
    public string Text(ParseResult parsed) => parsed.GetValue(Option) ?? fallback ?? throw Missing(Option.Name);

    /// <summary>The value in the unit wanted.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="limits">Values allowed, in SI.</param>
    /// <exception cref="InputException">It is no such quantity, or not allowed.</exception>
    public double Read(ParseResult parsed, Limits limits)
    {
        string text = Text(parsed);
        double value;
        try
        {
            value = kind.Parse(text);
        }
        catch (FormatException e)
        {
            throw new InputException(new SourceLocation(Option.Name), e.Message, inner: e);
        }

        return limits.Contains(value) ? kind.In(value, unit) : throw new InputException(new SourceLocation(Option.Name), $"must be {limits.Describe(end => kind.FormatLike(end, text))}, found '{text}'");
    }
}
