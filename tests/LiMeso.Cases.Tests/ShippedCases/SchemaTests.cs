using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Tests;

namespace LiMeso.Cases.Tests.ShippedCases;

/// <summary>The schema that ships: what the program writes, and what other programs make of it.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("limeso-schema-").FullName;

    private static string Shipped => Repository.PathOf(Path.Combine("cases", CaseSchema.FileName));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void The_schema_beside_the_cases_is_the_one_that_the_program_writes() =>
        Assert.True(File.ReadAllText(Shipped) == CaseSchema.Write(), $"write it anew: ./limeso schema > cases/{CaseSchema.FileName}");

    [Fact]
    public void The_schema_of_campaigns_is_the_one_that_the_program_writes() =>
        Assert.True(File.ReadAllText(Repository.PathOf(Path.Combine("cases", CaseSchema.CampaignFileName))) == CaseSchema.WriteForCampaigns(), $"write it anew: ./limeso schema --campaign > cases/{CaseSchema.CampaignFileName}");

    [Fact]
    public void Every_shipped_case_and_every_template_obeys_the_schema()
    {
        string[] templates = [.. CaseKinds.All.Names.Select(kind => Write(kind, CaseTemplate.Text(kind)))];
        string[] files = [.. Repository.Cases.Select(name => Path.Combine(Repository.PathOf(name), CaseDirectory.FileName)), .. templates];
        Assert.Equal(files.Select(file => $"{file}: ok"), Validate(files));
    }

    [Fact]
    public void Wrong_cases_do_not_obey_the_schema()
    {
        const string Right = """
            kind: depletion
            title: A foil
            material: {diffusivity: 1e-9 cm^2/s}
            foil: {thickness: 25 um}
            current: {current-density: 1 mA/cm^2}
            numerics: {tolerance: 1e-7}
            """;
        (string Old, string New)[] faults =
        [
            ("kind: depletion", "kind: depletoin"), ("title: A foil", "titel: A foil"), ("25 um", "25"), ("{thickness: 25 um}", "{}"),
            ("{thickness: 25 um}", "{thickness: 25 um, colour: grey}"), ("1e-7", "7"), ("1e-7", "many"), ("tolerance: 1e-7", "cells: 7.5"), ("tolerance: 1e-7", "scheme: euler"),
        ];
        string[] files = [Write("right", Right), .. faults.Select((fault, i) => Write($"wrong-{i}", Right.Replace(fault.Old, fault.New, StringComparison.Ordinal)))];
        string[] verdicts = Validate(files);
        Assert.Equal($"{files[0]}: ok", verdicts[0]);
        Assert.All(verdicts[1..], verdict => Assert.DoesNotMatch(": ok$", verdict));
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(_directory, $"{name}.yaml");
        File.WriteAllText(file, text);
        return file;
    }

    private static string[] Validate(string[] files) => PythonScript.Run("validate_cases.py", "jsonschema and yaml", [Shipped, .. files]).TrimEnd().Split('\n');
}
