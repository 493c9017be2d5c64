using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.MdRun;

/// <summary>Molecular dynamics of one system through stages.</summary>
internal sealed class MdRunKind() : CaseKind<MdRunSettings>(MdRunSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "Lithium at room temperature",
        ["stages.name"] = "equilibrate",
        ["stages.duration"] = "0.5 ps",
        ["stages.temperature"] = "300 K",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(MdRunSettings settings, CaseDirectory directory, CasePaths paths)
    {
        ResolvedPotential potential = settings.Potential.Resolve(paths);
        AtomicSystem system = settings.Structure.Build(paths, potential.Potential.Mass);
        FrozenComponent[] frozen = [.. settings.Frozen.Select(f => FrozenComponent.Slab(system, f.Axis, f.Centre, f.Width))];
        foreach (StageSettings stage in settings.Stages) Check(stage, system, frozen);
        bool moving = system.Velocities.Any(v => v != 0);
        if (!moving && settings.StartTemperature is null && settings.Stages[0].Temperature is null)
            throw new InputException(directory.Root.Location, "the atoms have no velocities", "Give 'start-temperature', or the first stage a 'temperature'.");
        return new MdRunCase(settings, potential, system, frozen, settings.Structure.Hashes(paths));
    }

    private static void Check(StageSettings stage, AtomicSystem system, FrozenComponent[] frozen)
    {
        try
        {
            stage.CreateBarostat()?.Require(system.Box);
            _ = new DegreesOfFreedom(system.Count, frozen, momentumIsKept: true);
        }
        catch (ArgumentException problem)
        {
            throw new InputException(stage.Location, $"stage '{stage.Name}': {problem.Message.Split(" (Parameter")[0]}", inner: problem);
        }
    }
}
