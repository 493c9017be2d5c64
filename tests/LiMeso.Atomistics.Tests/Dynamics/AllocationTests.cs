using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Tests.Meam;

namespace LiMeso.Atomistics.Tests.Dynamics;

// A garbage collection, set off by whichever thread, charges this one with what is left of its allocation buffer: none may happen here.
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class RunsAlone;

[Collection(nameof(AllocationTests))]
public class AllocationTests
{
    private const int Steps = 100;

    [Theory]
    [InlineData("none")]
    [InlineData("nose-hoover")]
    [InlineData("langevin")]
    public void A_step_allocates_nothing(string thermostat) => Assert.Equal(0, Allocated(thermostat, "none"));

    [Fact]
    public void A_step_under_a_barostat_allocates_the_new_box_alone()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = SimulationBox.Orthogonal(1, 2, 3);
        long box = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Steps * box, Allocated("nose-hoover", "mtk-per-direction"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Evaluating_again_allocates_nothing(int threads)
    {
        AtomicSystem system = MeamSystems.Rattled(5, 0.1, 13);
        var result = new Interactions(system.Count);
        using var evaluator = new MeamEvaluator(MeamSystems.Lithium, new EvaluatorOptions(threads));
        for (int warm = 0; warm < 3; warm++) evaluator.Evaluate(system, result);
        Assert.True(GC.TryStartNoGCRegion(1 << 20));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 10; step++) evaluator.Evaluate(system, result);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.EndNoGCRegion();
        Assert.Equal(0, allocated);
    }

    private static long Allocated(string thermostat, string barostat)
    {
        DynamicsSettings settings = Ensemble.Settings(thermostat, barostat, 0.001);
        var run = new MolecularDynamics(Ensemble.Argon(settings), new IdealGas(), settings);
        for (int i = 0; i < Steps; i++) run.Advance();
        Assert.True(GC.TryStartNoGCRegion(1 << 20));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Steps; i++) run.Advance();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.EndNoGCRegion();
        return allocated;
    }
}
