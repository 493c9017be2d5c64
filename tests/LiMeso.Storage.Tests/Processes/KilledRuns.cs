namespace LiMeso.Storage.Tests.Processes;

/// <summary>
/// A run that is killed again and again at random moments and resumed each time, with a copy of its directory as each kill left it.
/// When it completes it starts anew, so that kills hit that as well.
/// </summary>
public sealed class KilledRuns : IDisposable
{
    public const int Kills = 20;

    private readonly TemporaryDirectory _directory = new();

    public KilledRuns()
    {
        PretendedRun.Complete(Alone, _ => { });
        var random = new Random(20260);
        for (int k = 0; k < Kills; k++)
        {
            using var child = new ChildProcess(["run", Working, "1000"]);
            child.WaitFor("start");
            // By work done, which holds on a slow machine too, and somewhere within a step; every fourth soon after the start.
            if (k % 4 != 0)
                child.WaitForLines(random.Next(1, 90));
            Thread.Sleep(TimeSpan.FromMilliseconds(10 * random.NextDouble()));
            child.Kill();
            string copy = _directory[$"kill-{k}"];
            Copy(Working, copy);
            Left.Add((copy, child.Lines));
        }
    }

    /// <summary>The directory that was written to all the time.</summary>
    public string Working => _directory["working"];

    /// <summary>A run that nobody killed.</summary>
    public string Alone => _directory["alone"];

    /// <summary>What each kill left, and what the process had said until then.</summary>
    public List<(string Directory, string[] Said)> Left { get; } = [];

    public string this[string name] => _directory[name];

    public void Dispose() => _directory.Dispose();

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.EnumerateDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
