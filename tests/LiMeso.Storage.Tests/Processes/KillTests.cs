using System.Globalization;
using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;
using LiMeso.Storage.Snapshots;
using LiMeso.Tests;

namespace LiMeso.Storage.Tests.Processes;

/// <summary>What a kill leaves behind, told from real processes and SIGKILL.</summary>
public class KillTests(KilledRuns killed) : IClassFixture<KilledRuns>
{
    [Fact]
    public void Every_snapshot_completed_before_a_kill_is_there_with_the_same_bits()
    {
        int snapshots = 0;
        foreach ((string directory, string[] said) in killed.Left)
        {
            int completed = LastCompleted(said);
            if (said[^1].StartsWith("start -1", StringComparison.Ordinal))
                continue; // Killed while the old run was being cleared away: nothing was promised.
            SnapshotReader reader = SnapshotReader.Open(directory);
            Assert.InRange(reader.Snapshots.Count, completed + 1, PretendedRun.LastStep + 1);
            foreach (SnapshotInfo snapshot in reader.Snapshots)
            {
                Assert.Equal(snapshot.Number, snapshot.Step);
                Assert.Equal(10.0 * snapshot.Step, snapshot.Time);
                double[][] fields = reader.ReadFields(snapshot);
                Assert.Equal(PretendedRun.Concentration(snapshot.Step), fields[0]);
                Assert.Equal(PretendedRun.Flux(snapshot.Step), fields[1]);
            }
            snapshots += reader.Snapshots.Count;
        }
        // The kills did not all come before the first snapshot.
        Assert.InRange(snapshots, 100, int.MaxValue);
    }

    [Fact]
    public void Every_file_under_a_final_name_is_whole_after_a_kill()
    {
        foreach ((string directory, _) in killed.Left)
        {
            foreach (string path in Directory.EnumerateFiles(directory, "*.h5", SearchOption.AllDirectories).Where(p => !Path.GetFileName(p).StartsWith('.')))
                Hdf5File.OpenVerified(path).Dispose();
        }
    }

    [Fact]
    public void H5py_reads_what_a_kill_left() =>
        PythonScript.Run("check_killed_runs.py", "h5py", killed.Left.Select(k => k.Directory));

    [Fact]
    public void A_run_killed_many_times_ends_with_the_same_bytes_as_one_left_alone()
    {
        Assert.Empty(RunToTheEnd(killed.Working));
        ExpectSameFiles(killed.Alone, killed.Working);
    }

    [Fact]
    public void A_run_whose_newest_checkpoint_is_damaged_resumes_from_the_one_before_and_ends_with_the_same_bytes()
    {
        // a run that ended before the kill reached it has no checkpoint left: again, elsewhere
        string? directory = null, newest = null;
        for (int attempt = 0; newest is null && attempt < 5; attempt++)
        {
            directory = killed[$"damaged-{attempt}"];
            using (var child = new ChildProcess(["run", directory, "1"]))
            {
                child.WaitFor($"checkpoint {3 * PretendedRun.CheckpointEvery}");
                child.Kill();
            }

            newest = Directory.EnumerateFiles(Path.Combine(directory, "checkpoints"), "0*.h5").Max(StringComparer.Ordinal);
        }

        Assert.NotNull(newest);
        byte[] bytes = File.ReadAllBytes(newest);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(newest, bytes);

        string message = Assert.Single(RunToTheEnd(directory!));
        Assert.Contains($"{newest}' is damaged", message, StringComparison.Ordinal);
        ExpectSameFiles(killed.Alone, directory!);
    }

    [Fact]
    public void A_killed_process_holds_no_lock()
    {
        string directory = killed["lock"];
        using var child = new ChildProcess(["hold", directory]);
        child.WaitFor("held");
        Assert.Throws<DirectoryInUseException>(() => DirectoryLock.Acquire(directory));
        Assert.True(DirectoryLock.IsHeld(directory));
        child.Kill();
        Assert.False(DirectoryLock.IsHeld(directory));
        DirectoryLock.Acquire(directory).Dispose();
    }

    private static string[] RunToTheEnd(string directory)
    {
        using var child = new ChildProcess(["run", directory, "1"]);
        Assert.Equal((0, ""), child.Wait());
        return [.. child.Lines.Where(line => line.StartsWith("message", StringComparison.Ordinal))];
    }

    private static void ExpectSameFiles(string expected, string actual)
    {
        string[] files = Relative(expected);
        Assert.Equal(PretendedRun.LastStep + 1 + 3, files.Length); // snapshots, index, cell fields, lock
        Assert.Equal(files, Relative(actual));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(expected, file)), File.ReadAllBytes(Path.Combine(actual, file))));

        static string[] Relative(string directory) =>
            [.. Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f)).Order(StringComparer.Ordinal)];
    }

    // The last snapshot that the process reported since it last started or resumed; what the resumed-from checkpoint vouches for counts as well.
    private static int LastCompleted(string[] said)
    {
        int last = -1;
        foreach (string[] words in said.Select(line => line.Split(' ')))
        {
            if (words[0] is "start" or "snapshot")
                last = int.Parse(words[1], CultureInfo.InvariantCulture);
        }
        return last;
    }
}
