using LiMeso.Cases.Running;

namespace LiMeso.Cases.Tests.Kinds;

/// <summary>Asks a run to stop once it has told its progress so many times.</summary>
internal sealed class StopAfterProgress(CancellationTokenSource stop, int times) : IRunLog
{
    private int _told;

    public void Message(string text)
    {
    }

    public void Warning(string text)
    {
    }

    public void Detail(string text)
    {
    }

    public void Progress(double fraction, string text)
    {
        if (Interlocked.Increment(ref _told) == times) stop.Cancel();
    }
}
