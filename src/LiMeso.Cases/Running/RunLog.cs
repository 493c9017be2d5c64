using System.Globalization;

namespace LiMeso.Cases.Running;

/// <summary>The readable log of a run, <c>run.log</c>; what concerns the user goes to the terminal as well.</summary>
public sealed class RunLog : IRunLog, IDisposable
{
    /// <summary>Name of the log in the results directory.</summary>
    public const string FileName = "run.log";

    private readonly StreamWriter _file;
    private readonly IRunLog _terminal;

    /// <summary>Opens the log; lines are added to what is there.</summary>
    /// <param name="directory">The results directory.</param>
    /// <param name="terminal">Where messages go besides the file.</param>
    public RunLog(string directory, IRunLog terminal)
    {
        _file = new StreamWriter(Path.Combine(directory, FileName), append: true) { AutoFlush = true };
        _terminal = terminal;
    }

    /// <inheritdoc/>
    public void Message(string text)
    {
        Write(text);
        _terminal.Message(text);
    }

    /// <inheritdoc/>
    public void Warning(string text)
    {
        Write($"warning: {text}");
        _terminal.Warning(text);
    }

    /// <inheritdoc/>
    public void Detail(string text) => Write(text);

    /// <inheritdoc/>
    public void Progress(double fraction, string text) => _terminal.Progress(fraction, text);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Write(string text)
    {
        lock (_file) _file.WriteLine(text);
    }

    /// <summary>A duration as a person reads it: "0.31 s", "4 min 10 s".</summary>
    /// <param name="seconds">Seconds.</param>
    public static string Duration(double seconds) => seconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60):0} min {seconds % 60:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
    };
}
