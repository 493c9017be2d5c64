using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

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
