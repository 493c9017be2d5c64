namespace LiMeso.Core.Tests;

public class CountTextTests
{
    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(2, "2 rows")]
    [InlineData(-1, "-1 rows")]
    public void The_word_agrees_with_the_number(long count, string text) => Assert.Equal(text, CountText.Of(count, "row"));

    [Fact]
    public void A_word_may_have_a_plural_of_its_own() => Assert.Equal(("1 boundary", "3 boundaries"), (CountText.Of(1, "boundary", "boundaries"), CountText.Of(3, "boundary", "boundaries")));
}
