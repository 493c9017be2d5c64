using LiMeso.Cases.Files;
using LiMeso.Core.Input;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>The input of a <c>homogenise</c> case: a named cell in many shapes, or an image.</summary>
/// <param name="Header">What the case says about itself.</param>
/// <param name="Named">The named cell; null when an image is given.</param>
/// <param name="Image">The image; null when a cell is named.</param>
/// <param name="Models">Names of the models to compare with.</param>
/// <param name="Options">How well the diffusivities are to be known.</param>
/// <param name="Period">Length that the cell repeats after along x, m.</param>
/// <param name="ParaView">Whether the potential is written for ParaView, too.</param>
internal sealed record PeriodicCellSettings(
    CaseHeader Header, NamedCellSettings? Named, ImageSettings? Image, IReadOnlyList<string> Models, HomogenisationOptions Options, double Period, bool ParaView) : ICaseSettings
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "homogenise";

    private const int PhasesOfModels = 2;

    /// <summary>Reads the case file.</summary>
    /// <param name="s">Its top level.</param>
    public static PeriodicCellSettings Read(SectionReader s)
    {
        CaseHeader header = CaseHeader.Read(s, Kind);
        ImageSettings? image = s.OptionalSection("image", "A labelled image of what repeats, in place of a named cell.", ImageSettings.Read);
        NamedCellSettings? named = NamedCellSettings.Read(s, hasImage: image is not null);
        IReadOnlyList<string> models = s.Names("models", PolycrystalModels.All.Names, "Models to compare with. They know two phases: of an image with more there is no comparison.",
            "[maxwell-garnett-2d, belova-murch-2d, belova-murch-2d-rows, hart]");
        bool isTwoPhase = image is null || image.Phases.Count == PhasesOfModels;
        s.Check(isTwoPhase || !s.Has("models"), "models", $"models know two phases, and the image has {image?.Phases.Count}", "Leave 'models' out.");
        HomogenisationOptions options = s.SectionOrDefaults("numerics", "How well the diffusivities are to be known.", ReadOptions);
        double period = s.Quantity("period", QuantityKind.Length, "Length after which the cell repeats along x; only the fields for ParaView depend on it.", "1 um");
        return new PeriodicCellSettings(header, named, image, isTwoPhase ? [.. models.Distinct()] : [], options, period, s.Flag("paraview", "Whether the potential is written for ParaView, too.", true));
    }

    private static HomogenisationOptions ReadOptions(SectionReader s)
    {
        var defaults = new HomogenisationOptions();
        return new HomogenisationOptions(
            s.Quantity("tolerance", QuantityKind.Number, "Refine until upper and lower bound differ by less than this, relative to the lower.", FormattableString.Invariant($"{defaults.Tolerance}"), limits: Limits.Positive),
            s.WholeNumber("max-elements", "Most elements of a mesh.", (int)defaults.MaximumElements, Limits.AtLeast(64)));
    }
}
