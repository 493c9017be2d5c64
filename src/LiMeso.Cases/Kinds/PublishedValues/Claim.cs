using LiMeso.Cases.Kinds.PublishedValues.Quantities;
using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>One published value, and how it is to be compared.</summary>
/// <param name="Name">Short name, part of result names.</param>
/// <param name="Statement">What it is, in words.</param>
/// <param name="Where">Section of the publication.</param>
/// <param name="Role">What it can tell.</param>
/// <param name="Quantity">The quantity; null when it is not computed.</param>
/// <param name="Arguments">For which conditions.</param>
/// <param name="Published">The printed number; null when there are words only.</param>
/// <param name="PublishedEnd">The other end of a printed interval, or null.</param>
/// <param name="Words">What is printed in place of a number, or null.</param>
/// <param name="Agreement">What agreement means.</param>
/// <param name="Tolerance">Relative tolerance, where agreement means that.</param>
/// <param name="Remark">Reason for a difference, or anything else to know; null for nothing.</param>
/// <param name="GivenLocation">Where the conditions are written.</param>
internal sealed record Claim(
    string Name, string Statement, string Where, ClaimRole Role, PublishedQuantity? Quantity, ClaimArguments Arguments, PrintedNumber? Published, PrintedNumber? PublishedEnd,
    string? Words, Agreement Agreement, double Tolerance, string? Remark, SourceLocation GivenLocation)
{
    private static readonly QuantityKind[] _printable =
    [
        QuantityKind.Number, QuantityKind.Length, QuantityKind.Time, QuantityKind.Diffusivity, QuantityKind.CurrentDensity, QuantityKind.ArealCapacity, QuantityKind.Energy,
    ];

    private static readonly string[] _roles = [.. Enum.GetValues<ClaimRole>().Select(r => r.ToString().ToLowerInvariant())];
    private static readonly Dictionary<string, Agreement> _agreements = new()
    {
        ["digits"] = Agreement.Digits,
        ["tolerance"] = Agreement.Tolerance,
        ["decade"] = Agreement.Decade,
        ["interval"] = Agreement.Interval,
        ["at-least"] = Agreement.AtLeast,
        ["at-most"] = Agreement.AtMost,
        ["words"] = Agreement.Words,
    };

    /// <summary>Reads one claim.</summary>
    /// <param name="s">Its section.</param>
    public static Claim Read(SectionReader s)
    {
        string name = s.Text("name", "Short name, unique in the case.", example: "my-value");
        string statement = s.Text("statement", "What the value is, in words.", example: "Depletion time of my cell");
        string where = s.Text("where", "Section of the publication that prints it.", example: "Results");
        ClaimRole role = Enum.Parse<ClaimRole>(s.Name("role", _roles,
            "prediction: nothing was chosen to give it; consequence: follows from fitted or copied values; fitted: the data set was made to give it; measured: a "
                + "quoted measurement; input: copied; quoted: not computed.", "prediction"), ignoreCase: true);
        string? quantityName = s.OptionalName("quantity", PublishedQuantities.All.Names, "What is computed; nothing when absent.");
        string? published = s.OptionalText("published", "The printed number with its unit.", "120 um");
        string? end = s.OptionalText("published-to", "The other end of a printed interval.", "160 um");
        string? words = s.OptionalText("words", "What is printed in place of a number.", "comparable");
        string? agreementName = s.OptionalName("agreement", _agreements.Keys,
            "What agreement means: rounding to the printed digits (the default), a relative tolerance, the same power of ten, an interval, a bound.");
        Agreement agreement = agreementName is null ? words is null ? Agreement.Digits : Agreement.Words : _agreements[agreementName];
        double tolerance = s.Quantity("tolerance", QuantityKind.Number, "Relative tolerance, with 'agreement: tolerance'.", "5 %");
        ClaimArguments arguments = s.SectionOrDefaults("given", "The conditions it holds for.", ClaimArguments.Read);
        string? remark = s.OptionalText("remark", "Reason for a difference, or anything else to know.", "Why ours differs.");
        PublishedQuantity? quantity = quantityName is null ? null : PublishedQuantities.All[quantityName];
        s.Check(published is null != words is null, published is null ? "words" : "published", "give either 'published' or 'words'");
        s.Check(words is null == (agreement != Agreement.Words), "agreement", "'agreement: words' belongs to 'words', and to nothing else");
        s.Check((end is not null) == (agreement == Agreement.Interval), "published-to", "'published-to' belongs to 'agreement: interval', and to nothing else");
        s.Check(quantity is not null || role is ClaimRole.Input or ClaimRole.Quoted, "quantity", "key 'quantity' is missing",
            $"Name one of {string.Join(", ", PublishedQuantities.All.Names)}; or say 'role: quoted'.");
        if (quantity is not null) CheckArguments(s, quantityName!, quantity, arguments);
        (PrintedNumber? from, PrintedNumber? to) = (Number(s, "published", published, quantity), Number(s, "published-to", end, quantity));
        s.Check(to is null || to.Unit == from?.Unit, "published-to", "write both ends of the interval in the same unit");
        return new Claim(name, statement, where, role, quantity, arguments, from, to, words, agreement, tolerance, remark, s.LocationOf("given"));
    }

    private static void CheckArguments(SectionReader s, string name, PublishedQuantity quantity, ClaimArguments arguments)
    {
        string[] missing = [.. quantity.Needs.Except(arguments.Given)], useless = [.. arguments.Given.Except(quantity.Needs).Except(quantity.Takes)];
        s.Check(missing.Length == 0, "given", $"'{name}' needs {string.Join(", ", missing)}", "Give it under 'given'.");
        s.Check(useless.Length == 0, "given", $"'{name}' has no use for {string.Join(", ", useless)}",
            $"It takes {string.Join(", ", quantity.Needs.Concat(quantity.Takes).DefaultIfEmpty("nothing"))}.");
    }

    // What is not computed keeps its number and unit as printed.
    private static PrintedNumber? Number(SectionReader s, string key, string? text, PublishedQuantity? quantity)
    {
        if (text is null) return null;
        QuantityKind[] kinds = quantity is not null ? [quantity.Kind] : _printable;
        string? problem = null;
        foreach (QuantityKind kind in kinds)
        {
            try
            {
                return PrintedNumber.Parse(text, kind);
            }
            catch (FormatException e)
            {
                problem ??= e.Message;
            }
        }

        s.Check(false, key, $"'{key}': {problem}");
        return null;
    }
}
