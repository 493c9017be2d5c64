using LiMeso.Core.Input;
using LiMeso.Core.Units;

namespace LiMeso.Core.Tests.Input;

public sealed class CsvInputTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private CsvInput Table(string text)
    {
        File.WriteAllText(_path, text);
        return CsvInput.Read(_path, "rows.csv");
    }

    [Fact]
    public void Rows_are_read_with_units_and_quotes()
    {
        CsvInput t = Table("# comment\nname,L\n\"a, b\",12 um\nc,1 mm\n");
        Assert.Equal(["a, b", "c"], t.Rows.Select(r => r["name"]));
        Assert.Equal(12e-6, t.Rows[0].Quantity("L", QuantityKind.Length));
    }

    [Theory]
    [InlineData("name,L\na,12\n", "rows.csv:2: error: 'L': expected a length")]
    [InlineData("name,L\na\n", "rows.csv:2: error: expected 2 values")]
    [InlineData("name,M\na,1 um\n", "rows.csv:1: error: unknown column 'M'")]
    [InlineData("L\n1 um\n", "rows.csv:1: error: column 'name' is missing")]
    [InlineData("", "rows.csv:1: error: the file is empty")]
    public void A_bad_row_is_refused_with_its_line(string text, string problem)
    {
        InputException e = Assert.Throws<InputException>(() =>
        {
            CsvInput t = Table(text);
            t.RequireColumns(["name", "L"], []);
            foreach (CsvRow row in t.Rows) row.Quantity("L", QuantityKind.Length);
        });
        Assert.StartsWith(problem, e.Message, StringComparison.Ordinal);
    }
}
