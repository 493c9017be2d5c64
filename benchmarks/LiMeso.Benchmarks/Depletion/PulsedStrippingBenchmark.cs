// Why: charge/rest protocols have thousands of segments; following them must cost the same for each.
// Measures: first depletion and both extremes of a pulsed discharge that just does not deplete, against the number of segments (expect proportionality).
// Does not measure: concentration profiles in the depth of the foil.
using BenchmarkDotNet.Attributes;
using LiMeso.Depletion.Pulses;

namespace LiMeso.Benchmarks.Depletion;

public class PulsedStrippingBenchmark
{
    private PulsedStripping _problem = null!;

    [Params(100, 1000, 10000)]
    public int Segments { get; set; }

    [GlobalSetup]
    public void State()
    {
        // Strip for a minute, plate back most of it: the foil ends a third empty whatever the number of segments.
        double net = 0.33 * LiMeso.Core.PhysicalConstants.Faraday * 76945 * 25e-6 / (60 * (Segments / 2));
        _problem = new PulsedStripping(new CurrentProfile([new(10, 60), new(net - 10, 60)]).Repeat(Segments / 2), 25e-6, 1e-13, 76945);
    }

    [Benchmark]
    public PulsedOutcome Solve() => _problem.Solve();
}
