namespace LiMeso.Cli.Terminal;

/// <summary>How wide text may be.</summary>
internal static class ConsoleWidth
{
    private const int Comfortable = 100, WhenNoTerminal = 100;

    /// <summary>The width of the terminal, but no more than is pleasant to read.</summary>
    public static int Columns { get; } = Measure();

    private static int Measure()
    {
        if (Console.IsOutputRedirected) return WhenNoTerminal;
        try
        {
            return Console.WindowWidth is > 0 and int width ? Math.Min(width, Comfortable) : WhenNoTerminal;
        }
        catch (IOException)
        {
            return WhenNoTerminal;
        }
    }
}
