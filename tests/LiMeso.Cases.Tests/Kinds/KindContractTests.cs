using LiMeso.Cases.Kinds;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class KindContractTests
{
    public static TheoryData<string> Kinds => [.. CaseKinds.All.Names];

    private const string NamesNoFiles = "homogenise";

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_runs_from_its_template_and_its_report_needs_nothing_but_the_data_file(string kind)
    {
        using TemporaryCase made = TemporaryCase.FromTemplate(kind);
        ResultData results = made.Compute();
        ResultDataFile.Write(made.OutputOf("data.h5"), results);
        ICase again = made.Prepare();

        Assert.Equal(TemporaryCase.Html(again.Describe(results)), TemporaryCase.Html(again.Describe(ResultDataFile.Read(made.OutputOf("data.h5")))));
        Assert.NotEmpty(again.Citations);
        if (kind != NamesNoFiles) Assert.NotEmpty(again.DataSetHashes);
        Assert.True(again.Estimate() is { Seconds: > 0 and < 10, DiskBytes: > 0 });
    }
}
