namespace LiMeso.Cli.Tests.Crash;

/// <summary>kill -9 at any moment costs the steps since the last checkpoint and nothing else.</summary>
[Collection(nameof(FoilToKill))]
public sealed class KillTests(FoilToKill foil, KilledRuns killed) : IClassFixture<KilledRuns>
{
    [Fact]
    public void Every_snapshot_completed_before_a_kill_is_there_with_the_same_bits()
    {
        Assert.Empty(killed.Problems);
        Assert.Equal(KilledRuns.Kills, killed.Struck);
        // The kills did not all come before the first snapshots.
        Assert.InRange(killed.Compared.Own, 10 * KilledRuns.Kills, int.MaxValue);
    }

    [Fact]
    public void H5py_reads_the_same_from_every_file_that_a_kill_left()
    {
        Assert.SkipUnless(killed.HasPython, "needs Python with h5py");
        Assert.Empty(killed.PythonProblems);
        // It reads every file under a final name; the program itself passes over what a resumed run would take again.
        Assert.InRange(killed.Compared.Python, killed.Compared.Own, int.MaxValue);
    }

    [Fact]
    public void Every_killed_run_can_be_resumed() => Assert.Empty(killed.BadEndings);

    [Fact]
    public void Runs_killed_many_times_end_with_the_same_bits_as_one_that_nobody_disturbed() =>
        Assert.All(killed.Finished, results => Results.ExpectSame(foil, results));
}
