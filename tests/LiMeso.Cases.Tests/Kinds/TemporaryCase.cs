using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Reports.Html;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Kinds;

/// <summary>A case directory that lives as long as a test.</summary>
internal sealed class TemporaryCase : IDisposable
{
    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("limeso-case-");

    private TemporaryCase()
    {
    }

    public string Path => System.IO.Path.Combine(_directory.FullName, "case");

    public static TemporaryCase FromTemplate(string kind)
    {
        var made = new TemporaryCase();
        CaseTemplate.Create(kind, made.Path);
        return made;
    }

    public static TemporaryCase FromText(string yaml)
    {
        var made = new TemporaryCase();
        System.IO.Directory.CreateDirectory(made.Path);
        File.WriteAllText(System.IO.Path.Combine(made.Path, CaseDirectory.FileName), yaml);
        return made;
    }

    /// <summary>What a text in place of the case file is refused with.</summary>
    public static InputException Refusal(string yaml)
    {
        using TemporaryCase made = FromText(yaml);
        return Assert.Throws<InputException>(() => made.Prepare());
    }

    public ICase Prepare(params (string Key, string Value)[] overrides) =>
        CaseKinds.Prepare(CaseDirectory.Open(Path, overrides.Select(o => KeyValuePair.Create(o.Key, o.Value))));

    public ResultData Compute(int threads = 1, params (string Key, string Value)[] overrides)
    {
        string output = System.IO.Directory.CreateDirectory(System.IO.Path.Combine(_directory.FullName, "output")).FullName;
        return Prepare(overrides).Compute(new RunContext(output, SilentLog.Instance, threads, Resume: false, SummaryOnly: false, "", TestContext.Current.CancellationToken));
    }

    public string OutputOf(string name) => System.IO.Path.Combine(_directory.FullName, "output", name);

    public static string Html(Report report)
    {
        using var text = new StringWriter();
        HtmlReportWriter.Write(report, text);
        return text.ToString();
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
