namespace LiMeso.Cases.Running;

/// <summary>A log that nobody reads.</summary>
public sealed class SilentLog : IRunLog
{
    /// <summary>The one instance.</summary>
    public static readonly SilentLog Instance = new();

    private SilentLog()
    {
    }

    /// <inheritdoc/>
    public void Message(string text)
    {
    }

    /// <inheritdoc/>
    public void Warning(string text)
    {
    }

    /// <inheritdoc/>
    public void Detail(string text)
    {
    }

    /// <inheritdoc/>
    public void Progress(double fraction, string text)
    {
    }
}
