using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Dynamics;

public class ResumeTests
{
    private const int Steps = 120;

    [Theory]
    [MemberData(nameof(Ensemble.All), MemberType = typeof(Ensemble))]
    public void A_run_continued_from_any_state_has_the_bits_of_one_that_was_never_interrupted(string thermostat, string barostat)
    {
        DynamicsSettings Settings() => Ensemble.Settings(thermostat, barostat, 0.004) with
        {
            Temperature = new TemperatureProgram(40, 80, 0.4),
            Frozen = [new FrozenComponent(Axis.Y, [0, 5, 9])],
        };
        AtomicSystem whole = Ensemble.Argon(Settings(), 80);
        var lists = new LennardJones(0.2);
        var uninterrupted = new MolecularDynamics(whole, lists, Settings());
        for (int i = 0; i < Steps; i++) uninterrupted.Advance();
        Assert.True(lists.ListsMade > 2);                            // lists from before and from after the interruption

        AtomicSystem parts = Ensemble.Argon(Settings(), 80);
        var run = new MolecularDynamics(parts, new LennardJones(0.2), Settings());
        foreach (int stop in (int[])[1, 17, 18, 71])
        {
            while (run.Step < stop) run.Advance();
            SavedState state = run.Capture();
            state = new SavedState(state.Arrays, state.Integers);    // through plain data, as from a file
            parts = LennardJones.Crystal();
            run = MolecularDynamics.Resume(parts, new LennardJones(0.2), Settings(), state);
        }

        while (run.Step < Steps) run.Advance();
        Assert.Equal(whole.Positions, parts.Positions);
        Assert.Equal(whole.Velocities, parts.Velocities);
        Assert.Equal(whole.Box, parts.Box);
        Assert.Equal(uninterrupted.ConservedEnergy, run.ConservedEnergy);
        Assert.Equal(uninterrupted.Interactions.AtomEnergies, run.Interactions.AtomEnergies);
    }

    [Fact]
    public void Taking_a_state_at_every_step_changes_no_bit()
    {
        AtomicSystem one = Ensemble.Argon(Ensemble.Settings("nose-hoover", "mtk", 0.004)), two = Ensemble.Argon(Ensemble.Settings("nose-hoover", "mtk", 0.004));
        var quiet = new MolecularDynamics(one, new LennardJones(), Ensemble.Settings("nose-hoover", "mtk", 0.004));
        var watched = new MolecularDynamics(two, new LennardJones(), Ensemble.Settings("nose-hoover", "mtk", 0.004));
        for (int i = 0; i < Steps; i++)
        {
            quiet.Advance();
            watched.Advance();
            _ = watched.Capture();
        }

        Assert.Equal(one.Positions, two.Positions);
        Assert.Equal(one.Velocities, two.Velocities);
    }

    [Fact]
    public void A_state_of_another_ensemble_is_refused()
    {
        DynamicsSettings plain = Ensemble.Settings("none", "none", 0.004);
        SavedState state = new MolecularDynamics(Ensemble.Argon(plain), new LennardJones(), plain).Capture();
        Assert.Throws<StateMismatchException>(() => MolecularDynamics.Resume(LennardJones.Crystal(), new LennardJones(), Ensemble.Settings("nose-hoover", "none", 0.004), state));
        Assert.Throws<StateMismatchException>(() => MolecularDynamics.Resume(LennardJones.Crystal(2), new LennardJones(), plain, state));
    }
}
