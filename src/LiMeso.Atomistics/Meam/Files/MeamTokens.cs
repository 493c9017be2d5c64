using System.Globalization;
using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Meam.Files;

/// <summary>A word of a potential file and where it stands.</summary>
/// <param name="Text">Without quotes.</param>
/// <param name="Location">File and line.</param>
internal readonly record struct MeamToken(string Text, SourceLocation Location)
{
    /// <summary>The words of a file line by line; what follows # is a comment.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="separators">What stands between words.</param>
    public static IEnumerable<MeamToken[]> Lines(string text, string name, string separators)
    {
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            var location = new SourceLocation(name, ++number);
            string[] words = line.Split('#')[0].Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0) yield return [.. words.Select(w => new MeamToken(w.Trim('\'', '"'), location))];
        }
    }

    /// <summary>The word as a number.</summary>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="InputException">It is none.</exception>
    public double Number(string what) =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new InputException(Location, $"'{Text}' is no number", $"Expected {what}.");

    /// <summary>The word as a number above zero.</summary>
    /// <inheritdoc cref="Number(string)"/>
    public double Positive(string what)
    {
        double value = Number(what);
        return value > 0 ? value : throw new InputException(Location, $"{what} is {Text}", "Expected a number above 0.");
    }

    /// <summary>The word as a whole number.</summary>
    /// <inheritdoc cref="Number(string)"/>
    public int Whole(string what)
    {
        double value = Number(what);
        return value == Math.Floor(value) && Math.Abs(value) < 1e9 ? (int)value : throw new InputException(Location, $"{what} is {Text}", "Expected a whole number.");
    }
}
