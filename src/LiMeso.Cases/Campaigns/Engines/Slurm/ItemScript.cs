using LiMeso.Storage.Files;

namespace LiMeso.Cases.Campaigns.Engines.Slurm;

/// <summary>The batch script of all items: the number of the array's task is that of the boundary, its argument the name of the item.</summary>
internal static class ItemScript
{
    private const string FileName = "item.sh";

    private const string Body = """
        # One item of a campaign, a task of a job array. Made by 'limeso campaign run', which submits it.
        item=$SLURM_ARRAY_TASK_ID/$1
        worker='' stopping='' code=0

        # Slurm sends this some time before the limit: the worker checkpoints, the task goes back into the queue.
        trap 'stopping=yes; [[ -z $worker ]] || kill -TERM "$worker" 2>/dev/null' USR1

        # A signal ends a wait as well as the end of the worker does.
        work() {
          "$limeso" campaign work "$campaign" "$item" &
          worker=$!
          while
            wait "$worker"
            code=$?
            kill -0 "$worker" 2>/dev/null
          do :; done
        }

        # Killed, it goes on from its checkpoint here and now, unless that happens again and again; 143 is a stop that was asked for.
        for _ in 1 2 3; do
          work
          [[ -z $stopping && $code -gt 128 && $code -ne 143 ]] || break
        done

        if [[ $code -ne 0 && -n $stopping ]]; then
          scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
          sleep 60 # Slurm ends this script meanwhile
        fi
        exit "$code"

        """;

    /// <summary>Writes the script.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="program">The program.</param>
    /// <returns>Its path.</returns>
    public static string Write(string directory, Campaign campaign, string program)
    {
        string path = Path.Combine(directory, FileName);
        string root = Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet ? $"export DOTNET_ROOT={Quoted(dotnet)}\n" : "";
        AtomicFile.WriteText(path, $"#!/bin/bash\n{root}limeso={Quoted(Path.GetFullPath(program))}\ncampaign={Quoted(Path.GetFullPath(campaign.Directory))}\n{Body}");
        return path;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
