using System.Text.RegularExpressions;

namespace LiMeso.Cli.CommandLine;

/// <summary>
/// Numbers written without a space after a short option, "-j2". The parser's own rule for that takes "-overwrite" for "-o verwrite" too, so it is
/// switched off, and only what cannot be anything else is taken apart.
/// </summary>
internal static partial class AttachedNumber
{
    /// <summary>The command line with such words taken apart.</summary>
    /// <param name="args">The command line.</param>
    public static IEnumerable<string> Detach(IReadOnlyList<string> args)
    {
        int end = args.TakeWhile(a => a != "--").Count();
        return [.. args.Take(end).SelectMany(a => Attached().IsMatch(a) ? [a[..2], a[2..]] : new[] { a }), .. args.Skip(end)];
    }

    [GeneratedRegex(@"\A-[a-z][0-9]+\z")]
    private static partial Regex Attached();
}
