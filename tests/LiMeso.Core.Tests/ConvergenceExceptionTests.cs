namespace LiMeso.Core.Tests;

public class ConvergenceExceptionTests
{
    [Theory]
    [InlineData(0, "1e-08 asked for.")]
    [InlineData(3, "1e-08 asked for. Residuals on the way: 1, 0.5, 0.25.")]
    [InlineData(26, "Residuals on the way, every 3 iterations: 1, 0.12, 0.016, 0.002, 0.00024, 3.1e-05, 3.8e-06, 4.8e-07, 6e-08.")]
    public void The_message_shows_how_residuals_fell(int count, string end)
    {
        double[] history = [.. Enumerable.Range(0, count).Select(k => Math.Pow(0.5, k))];
        Assert.EndsWith(end, new ConvergenceException("iteration", count - 1, 0.25, 1e-8, history).Message, StringComparison.Ordinal);
    }
}
