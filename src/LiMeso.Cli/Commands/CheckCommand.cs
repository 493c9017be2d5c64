using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso check</c>: reads cases, finds what they name, estimates the work; runs nothing and writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> directories = SharedOptions.Cases();
        Option<string[]> set = SharedOptions.Set();
        MaterialOptions material = new();
        Option<bool> json = SharedOptions.Json();
        var command = new LimesoCommand("check", "Check cases and estimate their cost; nothing is run.")
        {
            Details = "Everything that can be wrong with the input is found here, with file, line and column: "
                + "after a check that passes only the computation itself can fail.",
            Examples =
            [
                ("limeso check my-foil", "is the input right, and what will it cost?"),
                ("limeso check cases", "all cases of a folder; exit code 2 if one of them is wrong"),
            ],
        };
        command.Add(directories);
        command.AddOptions([set, .. material.All, json]);
        command.SetAction(parsed => Check(
            parsed.GetRequiredValue(directories), [.. SharedOptions.Overrides(parsed.GetValue(set)), .. material.Overrides(parsed)], parsed.GetValue(json)));
        return command;
    }

    private static int Check(IReadOnlyList<string> directories, IReadOnlyList<KeyValuePair<string, string>> overrides, bool json)
    {
        int code = ExitCodes.Done;
        var found = new JsonArray();
        foreach (string directory in directories.SelectMany(CasesOf))
        {
            try
            {
                ICase one = Prepare(directory, overrides);
                WorkEstimate work = one.Estimate();
                found.Add(Json(directory, one, work));
                if (json) continue;
                string kind = $"{one.Header.Kind}, {one.Header.Tier.ToString().ToLowerInvariant()}";
                Console.Out.WriteLine($"{directory}: ok ({kind}): {work.Description}; about {RunLog.Duration(work.Seconds)}, {Bytes(work.DiskBytes)}");
            }
            catch (Exception problem) when (Failure.CodeOf(problem) is not null)
            {
                code = Math.Max(code, Failure.CodeOf(problem)!.Value);
                found.Add(new JsonObject { ["case"] = directory, ["ok"] = false, ["error"] = Failure.MessageOf(problem) });
                Console.Error.WriteLine(Failure.MessageOf(problem));
            }
        }

        if (json) JsonOutput.Write(new JsonObject { ["ok"] = code == ExitCodes.Done, ["cases"] = found });
        return code;
    }

    // a folder that is no case, but holds some, stands for them
    private static IEnumerable<string> CasesOf(string path)
    {
        static bool IsCase(string directory) => File.Exists(Path.Combine(directory, CaseDirectory.FileName));
        if (!Directory.Exists(path) || IsCase(path)) return [path];
        string[] inside = [.. Directory.EnumerateDirectories(path).Where(IsCase).Order(StringComparer.Ordinal)];
        return inside.Length > 0 ? inside : [path];
    }

    private static ICase Prepare(string path, IReadOnlyList<KeyValuePair<string, string>> overrides)
    {
        CaseDirectory directory = CaseDirectory.Open(path, overrides);
        ICase one = CaseKinds.Prepare(directory);
        ExpectedResults.Read(Path.Combine(directory.Path, CaseDirectory.ExpectedFileName));
        return one;
    }

    private static JsonObject Json(string directory, ICase one, WorkEstimate work) => new()
    {
        ["case"] = directory,
        ["ok"] = true,
        ["kind"] = one.Header.Kind,
        ["title"] = one.Header.Title,
        ["tier"] = one.Header.Tier.ToString().ToLowerInvariant(),
        ["work"] = work.Description,
        ["estimated_seconds"] = JsonOutput.Number(work.Seconds),
        ["estimated_bytes"] = work.DiskBytes,
    };

    private static string Bytes(long bytes) => bytes switch
    {
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };
}
