using LiMeso.Atomistics.Structures;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Files;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.Relaxation;

/// <summary>Atoms, and as much of their box as is free, taken to the nearest minimum of the energy.</summary>
internal sealed class MdRelaxKind() : CaseKind<MdRelaxSettings>(MdRelaxSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "A vacancy in lithium",
        ["structure.vacancies"] = "1",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(MdRelaxSettings settings, CaseDirectory directory, CasePaths paths)
    {
        ResolvedPotential potential = settings.Potential.Resolve(paths);
        AtomicSystem system = settings.Structure.Build(paths, potential.Potential.Mass);
        if (!settings.Relaxation.Box.Suits(system.Box))
            throw new InputException(settings.BoxLocation, "the box may not change along a direction in which it does not repeat", "Change 'box', or the structure's 'boundary'.");
        bool[]? frozen = settings.Frozen.Count == 0 ? null : new bool[3 * system.Count];
        foreach (FrozenRegion region in settings.Frozen)
        {
            if (region.Mark(system, frozen!) == 0) throw new InputException(directory.Root.Find("frozen")!.Value.Location, "a frozen slab holds no atoms", "Move it, or make it wider.");
        }

        return new MdRelaxCase(settings, settings.Relaxation with { Frozen = frozen }, potential, system, settings.Structure.Hashes(paths));
    }
}
