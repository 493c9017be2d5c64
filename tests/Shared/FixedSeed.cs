using FsCheck;

namespace LiMeso.Tests;

/// <summary>Runs properties on the same random cases every time: a suite that fails today fails tomorrow too.</summary>
internal static class FixedSeed
{
    /// <summary>Throws with a shrunk counter-example unless the property holds.</summary>
    /// <param name="property">The property.</param>
    /// <param name="cases">Number of random cases.</param>
    public static void HoldsForRandomCases(this Property property, int cases = 100) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20231013, 7).WithQuietOnSuccess(true));
}
