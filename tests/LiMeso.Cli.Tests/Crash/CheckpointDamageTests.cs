using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Crash;

/// <summary>A checkpoint that is not what was written is noticed, told of, and not used.</summary>
[Collection(nameof(FoilToKill))]
public sealed class CheckpointDamageTests(FoilToKill foil, CheckpointDamageTests.StoppedRun stopped) : IClassFixture<CheckpointDamageTests.StoppedRun>
{
    /// <summary>A run that was killed half-way.</summary>
    public sealed class StoppedRun
    {
        public StoppedRun(FoilToKill foil)
        {
            Results = foil["stopped"];
            using var run = new RunningProgram(["run", foil.Case, "--output", Results]);
            FoilToKill.WaitForStep(run, Results, 40);
            run.Kill();
        }

        public string Results { get; }
    }

    [Fact]
    public void A_truncated_checkpoint_is_passed_over_for_the_one_before() => ExpectFallBack("truncated", bytes => bytes[..(bytes.Length / 2)]);

    [Fact]
    public void An_empty_checkpoint_is_passed_over_for_the_one_before() => ExpectFallBack("empty", _ => []);

    [Theory]
    [InlineData(0.0)]    // the seal
    [InlineData(0.01)]   // HDF5 structures
    [InlineData(0.6)]    // numbers
    public void A_checkpoint_with_one_wrong_bit_is_passed_over_for_the_one_before(double where) => ExpectFallBack($"bit-{where}", bytes =>
    {
        bytes[(int)(where * bytes.Length)] ^= 0x04;
        return bytes;
    });

    [Fact]
    public void A_run_whose_checkpoints_are_all_damaged_starts_from_the_beginning_and_says_so()
    {
        string results = Copy("all", out string[] checkpoints);
        foreach (string checkpoint in checkpoints) File.WriteAllBytes(checkpoint, File.ReadAllBytes(checkpoint)[..^1]);
        string[] told = Resume(results);
        Assert.Contains(told, line => line.StartsWith("warning: ", StringComparison.Ordinal) && line.Contains($"{checkpoints[1]}' is damaged", StringComparison.Ordinal) && line.EndsWith("Falling back to the checkpoint before it.", StringComparison.Ordinal));
        Assert.Contains(told, line => line.StartsWith("warning: ", StringComparison.Ordinal) && line.Contains($"{checkpoints[0]}' is damaged", StringComparison.Ordinal) && line.EndsWith("No checkpoint is left.", StringComparison.Ordinal));
        Assert.Contains("There is no checkpoint to continue from: starting from the beginning.", told);
    }

    private void ExpectFallBack(string name, Func<byte[], byte[]> damage)
    {
        string results = Copy(name, out string[] checkpoints);
        string newest = checkpoints[^1];
        File.WriteAllBytes(newest, damage(File.ReadAllBytes(newest)));
        string[] told = Resume(results);
        Assert.Contains(told, line => line.StartsWith("warning: ", StringComparison.Ordinal) && line.Contains($"{newest}' is damaged", StringComparison.Ordinal) && line.EndsWith("Falling back to the checkpoint before it.", StringComparison.Ordinal));
        // Checkpoints are numbered from 0 and come every five steps: number k holds step 5 (k + 1).
        int step = FoilToKill.CheckpointSteps * int.Parse(Path.GetFileNameWithoutExtension(newest), null);
        Assert.Contains(told, line => line.StartsWith($"Resumed at step {step},", StringComparison.Ordinal));
    }

    private string Copy(string name, out string[] checkpoints)
    {
        string results = foil[$"damaged-{name}"];
        Results.Copy(stopped.Results, results);
        checkpoints = [.. Directory.EnumerateFiles(Path.Combine(results, "checkpoints"), "0*.h5").Order(StringComparer.Ordinal)];
        Assert.Equal(2, checkpoints.Length);
        return results;
    }

    // What log and terminal both told of the resumed run, which ends with the bits of the undisturbed one.
    private string[] Resume(string results)
    {
        string before = File.ReadAllText(FoilToKill.LogOf(results));
        Outcome outcome = TheProgram.Run("run", foil.Case, "--output", results, "--resume");
        Assert.Equal(0, outcome.ExitCode);
        Results.ExpectSame(foil, results);
        return [.. File.ReadAllText(FoilToKill.LogOf(results))[before.Length..].Split('\n').Intersect(outcome.Errors.Split('\n'))];
    }
}
