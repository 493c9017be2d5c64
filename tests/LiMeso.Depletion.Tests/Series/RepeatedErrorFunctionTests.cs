using LiMeso.Depletion.Series;
using LiMeso.Tests;

namespace LiMeso.Depletion.Tests.Series;

public class RepeatedErrorFunctionTests
{
    [Fact]
    public void Ierfc_agrees_with_the_published_table_to_5e14()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("ierfc.csv").Rows)
            Agreement.Relative(row.Number("ierfc"), RepeatedErrorFunction.Ierfc(row.Number("z")), 5e-14, "ierfc " + row.Text("z"));
    }

    [Fact] // 169 arguments that are exact in double precision, values from mpmath at 700 digits: no argument rounding to hide behind
    public void Ierfc_agrees_with_mpmath_to_1_5e15_from_0_to_26_4()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("ierfc_dense.csv").Rows)
            Agreement.Relative(row.Number("ierfc"), RepeatedErrorFunction.Ierfc(row.Number("z")), 1.5e-15, "ierfc " + row.Text("z"));
    }

    [Fact]
    public void Ierfc_is_zero_where_it_leaves_the_normal_range()
    {
        Assert.True(RepeatedErrorFunction.Ierfc(26.4) >= 2.2250738585072014e-308);
        Assert.Equal(0, RepeatedErrorFunction.Ierfc(Math.BitIncrement(26.4)));
        Assert.Equal(0, RepeatedErrorFunction.Ierfc(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(-1e-300)]
    [InlineData(double.NaN)]
    public void Ierfc_refuses_what_is_not_a_depth(double z) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RepeatedErrorFunction.Ierfc(z));

    [Fact] // the two formulas meet at 0.5; a kink would show as a step in the first difference
    public void Ierfc_is_smooth_where_its_formulas_meet()
    {
        double below = RepeatedErrorFunction.Ierfc(Math.BitDecrement(0.5)), above = RepeatedErrorFunction.Ierfc(0.5);
        Agreement.Relative(below, above, 2e-15);
    }
}
