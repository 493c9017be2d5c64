using System.CommandLine;
using System.Text.Json.Nodes;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Terminal;
using LiMeso.Core;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Direct;

/// <summary>A command that answers one question from its options, or many from the rows of a table.</summary>
internal static class DirectCommand
{
    /// <summary>Makes the options of a command from its parameters.</summary>
    /// <param name="command">The command, without options.</param>
    /// <param name="parameters">What it is asked with.</param>
    /// <param name="answer">Finds the answer; throws <see cref="InputException"/> when the question cannot be answered.</param>
    public static Command Create(LimesoCommand command, IReadOnlyList<Parameter> parameters, Func<Question, Answer> answer)
    {
        (Parameter Parameter, Option Option)[] options = [.. parameters.Select(p => (p, p.ToOption()))];
        Option<string?> table = new("--table")
        {
            HelpName = "FILE",
            Description = "CSV file with one question a row; its columns are named as the options are. Options hold for all rows.",
        };
        Option<string?> output = new("--out")
        {
            HelpName = "FILE",
            Description = "Where the rows go, with the results as further columns. Nothing is written if one row is wrong.",
        };
        Option<bool> overwrite = SharedOptions.Overwrite("Replace the file named by --out if it exists.");
        Option<bool> json = SharedOptions.Json();
        command.AddOptions([.. options.Select(o => o.Option), table, output, overwrite, json]);
        command.SetAction(parsed =>
        {
            var given = options.Where(o => Parameter.Read(parsed, o.Option) is not null)
                .ToDictionary(o => o.Parameter, o => (Parameter.Read(parsed, o.Option)!, new SourceLocation(o.Option.Name)));
            return (parsed.GetValue(table), parsed.GetValue(output)) switch
            {
                ({ } from, { } to) => AnswerTable(from, to, given),
                ({ }, null) => throw new InputException(null, "--table needs --out", "Say where the results go: --out results.csv."),
                (null, { }) => throw new InputException(null, "--out needs --table", "Name the file with the questions: --table questions.csv."),
                _ when parsed.GetValue(overwrite) => throw new InputException(null, "--overwrite needs --table and --out", "An answer on the terminal replaces nothing."),
                _ => AnswerOne(given),
            };

            int AnswerOne(IReadOnlyDictionary<Parameter, (string, SourceLocation)> values)
            {
                Answer found = answer(new Question(values, place: null));
                if (parsed.GetValue(json)) JsonOutput.Write(Json(found));
                else WriteText(found);
                return ExitCodes.Done;
            }

            int AnswerTable(string from, string to, IReadOnlyDictionary<Parameter, (string, SourceLocation)> values)
            {
                int rows = QuestionTable.Answer(from, to, parsed.GetValue(overwrite), parameters, values, answer);
                if (parsed.GetValue(json)) JsonOutput.Write(new JsonObject { ["rows"] = rows, ["out"] = to });
                else Console.Out.WriteLine($"{to}: {CountText.Of(rows, "row")}");
                return ExitCodes.Done;
            }
        });
        return command;
    }

    private static JsonObject Json(Answer found)
    {
        var root = new JsonObject();
        foreach (Finding finding in found.Findings) root[finding.Key] = finding.Text is { } text ? JsonValue.Create(text) : JsonOutput.Number(finding.Number);
        root["warnings"] = JsonOutput.Texts(found.Warnings);
        return root;
    }

    private static void WriteText(Answer found)
    {
        var table = new TextTable();
        foreach ((string label, string text) in found.Lines()) table.Add(label, text);
        Console.Out.Write(table);
        foreach (string warning in found.Warnings) Console.Error.WriteLine($"warning: {warning}");
    }
}
