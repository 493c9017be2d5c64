using System.Globalization;

namespace LiMeso.Cases.Campaigns.Engines.Slurm;

/// <summary>A task in the queue that is an item of a campaign.</summary>
/// <param name="Job">Number of the array's job.</param>
/// <param name="Name">Name of the item.</param>
/// <param name="Boundary">Number of the boundary, and of the task.</param>
/// <param name="State">What Slurm calls its state.</param>
internal sealed record QueuedTask(string Job, string Name, int Boundary, string State);

/// <summary>The jobs that were submitted for a campaign: what each does is noted beside the logs.</summary>
internal sealed class SlurmJobs(Campaign campaign)
{
    private const string FileName = "jobs.csv";

    /// <summary>Where notes, script and logs are.</summary>
    public string Directory { get; } = Path.GetFullPath(Path.Combine(campaign.Directory, "slurm"));

    private string NotesFile => Path.Combine(Directory, FileName);

    /// <summary>Notes a job.</summary>
    /// <param name="job">Its number.</param>
    /// <param name="name">Name of the items that its tasks are.</param>
    public void Record(string job, string name) => File.AppendAllText(NotesFile, $"{job},{name}\n");

    /// <summary>The items in the queue.</summary>
    /// <exception cref="IOException">Slurm does not answer.</exception>
    public IEnumerable<QueuedTask> InQueue()
    {
        if (!File.Exists(NotesFile)) return [];
        // a number may come back years later: the last note is the one
        var names = File.ReadLines(NotesFile).Select(l => l.Split(',')).Where(c => c.Length == 2).GroupBy(c => c[0]).ToDictionary(g => g.Key, g => g.Last()[1]);
        return SlurmCommand.Queue().Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(c => c.Length == 3 && names.ContainsKey(c[0]) && int.TryParse(c[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(c => new QueuedTask(c[0], names[c[0]], int.Parse(c[1], CultureInfo.InvariantCulture), c[2]));
    }
}
