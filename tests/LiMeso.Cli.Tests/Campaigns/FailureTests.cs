using System.Text.Json.Nodes;
using LiMeso.Cli.Tests.Program;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Campaigns;

/// <summary>Items that cannot be done do not keep others from being done.</summary>
[Collection(nameof(SmallCampaign))]
public sealed class FailureTests(SmallCampaign campaign)
{
    private const string Killed = "GB07/330K-seed1", Lucky = "GB04/330K-seed1", Failing = "GB07/430K-seed1";

    [Fact]
    public void An_item_that_fails_is_told_and_the_others_are_done()
    {
        string directory = AllBut("one-fails", Failing, Lucky), taken = Path.GetDirectoryName(FileOf(directory, Failing))!;
        campaign.Plan("one-fails", SmallCampaign.Local);
        // a file where the item's directory is to be
        if (Directory.Exists(taken)) Directory.Delete(taken, recursive: true);
        File.WriteAllText(taken, "");

        Outcome run = TheProgram.Run("campaign", "run", directory);
        Assert.Equal(4, run.ExitCode);
        Assert.Contains($"{Failing} failed (exit code 4): ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(taken, run.Errors, StringComparison.Ordinal);
        Assert.Contains($"{Lucky}: done", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"{Failing} failed: ", run.Output, StringComparison.Ordinal);
        JsonObject status = TheProgram.Json(campaign[""], "campaign", "status", directory);
        Assert.Equal((SmallCampaign.Items - 1, 1), ((int)status["counts"]!["done"]!, (int)status["counts"]!["failed"]!));

        // what failed is tried again
        File.Delete(taken);
        Assert.Equal(0, TheProgram.Run("campaign", "run", directory).ExitCode);
        Assert.Equal(2, (int)SmallCampaign.State(directory, Failing)!["attempts"]!);
        campaign.ExpectSame(directory);
    }

    [Fact]
    public void A_case_that_cannot_be_used_keeps_no_other_from_being_done()
    {
        string directory = AllBut("broken", Lucky, Failing), theCase = Path.Combine(directory, "boundaries", "GB07", "case.yaml");
        campaign.Plan("broken", SmallCampaign.Local);
        string right = File.ReadAllText(theCase);
        File.WriteAllText(theCase, "kind: [");
        Outcome run = TheProgram.Run("campaign", "run", directory);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{Lucky}: done", run.Errors, StringComparison.Ordinal);
        Assert.Contains("GB07", run.Errors, StringComparison.Ordinal);

        // planned again it is as it was
        campaign.Plan("broken", SmallCampaign.Local);
        Assert.Equal(right, File.ReadAllText(theCase));
        Assert.Equal(0, TheProgram.Run("campaign", "run", directory).ExitCode);
        campaign.ExpectSame(directory);
    }

    [Fact]
    public void What_is_damaged_or_of_another_case_is_done_again_with_all_that_it_takes()
    {
        string directory = AllBut("damaged", Lucky);
        campaign.Plan("damaged", SmallCampaign.Local);
        File.Copy(FileOf(directory, "GB04/structure"), FileOf(directory, "GB07/structure"), overwrite: true);
        using (FileStream run = File.OpenWrite(FileOf(directory, Failing))) run.SetLength(run.Length / 2);
        JsonObject status = TheProgram.Json(campaign[""], "campaign", "status", directory);
        Assert.Equal((SmallCampaign.Items - 3, 3), ((int)status["counts"]!["done"]!, (int)status["counts"]!["waiting"]!));
        Assert.Equal(0, TheProgram.Run("campaign", "run", directory).ExitCode);
        campaign.ExpectSame(directory);
    }

    [Fact]
    public void An_item_whose_workers_die_again_and_again_without_getting_anywhere_fails_and_one_whose_workers_die_less_often_is_done()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs signals");
        const int MostDeaths = 4;
        string directory = AllBut("dying", Killed, Lucky), deaths = campaign["deaths.txt"], program = campaign["dying.sh"];
        // "campaign work DIR ITEM --attached"
        File.WriteAllText(program, $"""
            #!/bin/sh
            if [ "$4" = {Killed} ] || [ "$(grep -c {Lucky} '{deaths}')" -lt {MostDeaths - 1} ]; then
              echo "$4" >> '{deaths}'
              kill -KILL $$
            fi
            exec '{TheProgram.Path}' "$@"

            """);
        File.WriteAllText(deaths, "");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        campaign.Plan("dying", $"engine: {{limeso: {program}, local: {{processes: 1, pin: false}}}}\n");

        Outcome run = TheProgram.Run("campaign", "run", directory);
        Assert.Equal(137, run.ExitCode);
        Assert.Contains($"{Killed} failed (exit code 137)", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"{Lucky}: done", run.Errors, StringComparison.Ordinal);
        string[] died = File.ReadAllLines(deaths);
        Assert.Equal((MostDeaths, MostDeaths - 1), (died.Count(d => d == Killed), died.Count(d => d == Lucky)));
        Assert.Equal(SmallCampaign.Items - 1, SmallCampaign.ItemFiles(directory).Length);
    }

    // The undisturbed campaign, as if some items had not been done yet.
    private string AllBut(string name, params string[] items)
    {
        string directory = campaign[name];
        Crash.Results.Copy(campaign.Reference, directory);
        foreach (string item in items)
        {
            Directory.Delete(Path.GetDirectoryName(FileOf(directory, item))!, recursive: true);
            Directory.Delete(Path.Combine(directory, "work", item), recursive: true);
        }

        return directory;
    }

    private static string FileOf(string directory, string item) => Path.Combine(directory, "boundaries", item.Split('/')[0], "results", "items", item.Split('/')[1], "item.h5");
}
