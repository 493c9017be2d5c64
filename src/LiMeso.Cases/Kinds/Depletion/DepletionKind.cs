using LiMeso.Cases.Fields;
using LiMeso.Cases.Files;
using LiMeso.Cases.Numerics;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.Depletion;

/// <summary>One foil stripped until the lithium at the electrolyte runs out: the analytic and the finite-volume solution, compared.</summary>
internal sealed class DepletionKind() : CaseKind<DepletionSettings>(DepletionSettings.Read)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>
    {
        ["title"] = "Stripping a lithium foil",
        ["material.grain-size"] = "1 um",
        ["foil.thickness"] = "25 um",
        ["current.current-density"] = "1 mA/cm^2",
    };

    /// <inheritdoc/>
    protected override ICase Prepare(DepletionSettings settings, CaseDirectory directory, CasePaths paths)
    {
        FoilMaterial material = FoilMaterial.Resolve(settings.Material, settings.Temperature, settings.TemperatureLocation, paths);
        var problem = new SlabProblem(settings.Thickness, material.Diffusivity, settings.Concentration.Value, settings.Current.ToProgram(paths));
        RequireSolvable(problem, directory);
        if (settings.Monitors.Count > 0) MonitorSettings.Check(settings.Monitors, problem.Simulate(settings.Numerics, [], []).Simulation, SlabRun.MonitorNames);
        return new DepletionCase(settings, material, problem, settings.Current.FileHashes(paths));
    }

    // beyond these the time of depletion has no digits left, or the boundary layer no cells
    private static void RequireSolvable(SlabProblem problem, CaseDirectory directory)
    {
        if (problem.Current.Peak <= 0) return;
        double lambda = PhysicalConstants.Faraday * problem.Concentration * problem.Diffusivity / (problem.Current.Peak * problem.Thickness);
        if (lambda is >= 1e-8 and <= 1e8) return;
        throw new InputException(directory.Root.Find("current")!.Value.Location,
            FormattableString.Invariant($"F C0 D/(I L) = {lambda:g3} is out of reach: the foil {(lambda < 1 ? "runs empty at once" : "never feels its diffusion")}"),
            "Look at the units of current, thickness and diffusivity; values between 1e-8 and 1e8 can be solved.");
    }
}
