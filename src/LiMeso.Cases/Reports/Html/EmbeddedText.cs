using System.Reflection;
using System.Text;

namespace LiMeso.Cases.Reports.Html;

/// <summary>Texts compiled into the program.</summary>
internal static class EmbeddedText
{
    /// <summary>A text by its resource name.</summary>
    /// <param name="name">Logical name given in the project file.</param>
    public static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"resource '{name}' is not part of the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Browsers hash what they parse, and they parse line ends as \n whatever a checkout made of them.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
