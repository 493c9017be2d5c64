using System.Text.RegularExpressions;

namespace LiMeso.Transport.Data;

/// <summary>Names of enumeration members as data files write them: InPlane is "in-plane".</summary>
internal static partial class EnumNames
{
    /// <summary>The name of a member.</summary>
    internal static string Of<T>(T value)
        where T : struct, Enum => WordStart().Replace(value.ToString(), "-$0").ToLowerInvariant();

    /// <summary>The names of all members.</summary>
    internal static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The member of a name that <see cref="All{T}"/> holds.</summary>
    internal static T Parse<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().First(value => Of(value) == name);

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
