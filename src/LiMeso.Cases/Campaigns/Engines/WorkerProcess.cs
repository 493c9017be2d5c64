using System.Diagnostics;

namespace LiMeso.Cases.Campaigns.Engines;

/// <summary>A process of this machine that does one item. It stops at a checkpoint when its standard input ends, and so also when the process that started it dies.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>What a shell reports of a process that a signal ended is this and the signal's number.</summary>
    public const int SignalCode = 128;

    private const int LinesKept = 20;

    private readonly Process _process;
    private readonly Queue<string> _said = [];

    /// <summary>Starts it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="item">The item.</param>
    /// <param name="core">Number of the core that it is to stay on; null for any.</param>
    public WorkerProcess(string program, Campaign campaign, CampaignItem item, int? core)
    {
        (Item, Core) = (item, core);
        var start = new ProcessStartInfo(program, ["campaign", "work", campaign.Directory, item.Id, "--attached"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (core is { } number) PinnableCores.Pin(_process, number);
    }

    /// <summary>The item.</summary>
    public CampaignItem Item { get; }

    /// <summary>The core that it stays on.</summary>
    public int? Core { get; }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it ended with, once it has.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>What it said last.</summary>
    public string LastWords
    {
        get
        {
            // until its pipes are empty
            _process.WaitForExit();
            lock (_said) return string.Join('\n', _said);
        }
    }

    /// <summary>Asks it to stop at a checkpoint.</summary>
    public void Stop()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it has ended already
        }
    }

    /// <summary>Waits for its end.</summary>
    public void Wait() => _process.WaitForExit();

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private void Note(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > LinesKept) _said.Dequeue();
        }
    }
}
