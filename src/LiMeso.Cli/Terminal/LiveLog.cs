using Spectre.Console;

namespace LiMeso.Cli.Terminal;

/// <summary>Messages above a bar that moves. The bar, and all that draws it, appears only when a run takes long enough to wonder.</summary>
internal sealed class LiveLog : TerminalLog
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan _refresh = TimeSpan.FromSeconds(0.1);

    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _finished = new();
    private IAnsiConsole? _console;
    private Thread? _display;
    private double _fraction;
    private string _text = "";

    public override void Message(string text)
    {
        lock (_gate)
        {
            if (_console is null) Console.Error.WriteLine(text);
            else _console.WriteLine(text);
        }
    }

    public override void Progress(double fraction, string text)
    {
        lock (_gate)
        {
            (_fraction, _text) = (fraction, text);
            if (_display is not null || Elapsed < _patience) return;
            _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            _display = new Thread(Display) { IsBackground = true, Name = "progress" };
            _display.Start();
        }
    }

    public override void Dispose()
    {
        _finished.Set();
        _display?.Join();
    }

    private void Display()
    {
        try
        {
            Draw();
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException or ArgumentException)
        {
            // whatever the terminal cannot do, the run goes on
            lock (_gate) _console = null;
        }
    }

    private void Draw() => _console!.Progress()
        .AutoClear(true)
        .Columns(
            new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn(),
            new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context =>
        {
            ProgressTask task = context.AddTask("working", maxValue: 1);
            do
            {
                (double fraction, string text) = Now();
                task.Value = Math.Min(fraction, 0.999);
                if (text.Length > 0) task.Description = Markup.Escape(text);
            }
            while (!_finished.Wait(_refresh));
        });

    private (double Fraction, string Text) Now()
    {
        lock (_gate) return (_fraction, _text);
    }
}
