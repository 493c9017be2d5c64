using LiMeso.Core.Registries;

namespace LiMeso.Core.Tests.Registries;

public class RegistryTests
{
    private static readonly Registry<int> _numbers = new("number") { { "maxwell-garnett-2d", "two", 2 }, { "hart", "one", 1 } };

    [Fact]
    public void Members_are_found_by_name_in_the_order_of_registration()
    {
        Assert.Equal(1, _numbers["hart"]);
        Assert.Equal(["maxwell-garnett-2d", "hart"], _numbers.Names);
    }

    [Theory]
    [InlineData("haart", "Did you mean 'hart'?")]
    [InlineData("Maxwell_Garnett_2D", "Did you mean 'maxwell-garnett-2d'?")]
    [InlineData("zzz", "Valid: maxwell-garnett-2d, hart.")]
    public void An_unknown_name_is_answered_with_the_nearest_and_the_valid_ones(string name, string part) =>
        Assert.Contains(part, Assert.Throws<UnknownNameException>(() => _numbers[name]).Message, StringComparison.Ordinal);
}
