using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>A labelled image of what repeats.</summary>
/// <param name="File">The file, as written.</param>
/// <param name="FileLocation">Where it is named.</param>
/// <param name="Phases">What the labels mean.</param>
/// <param name="PhasesLocation">Where that is written.</param>
internal sealed record ImageSettings(string File, SourceLocation FileLocation, IReadOnlyList<PhaseSettings> Phases, SourceLocation PhasesLocation)
{
    /// <summary>Diffusivities by label, m²/s.</summary>
    public IReadOnlyDictionary<int, double> Diffusivities => Phases.ToDictionary(phase => phase.Label, phase => phase.Diffusivity);

    /// <summary>Reads the section.</summary>
    /// <param name="s">The section.</param>
    public static ImageSettings Read(SectionReader s)
    {
        string file = s.Text("file", "A PGM file, or rows of labels with commas between them. Each pixel is a square; the first row is the top one.", example: "grains.pgm");
        IReadOnlyList<PhaseSettings> phases = s.Sections("phases", "Every label of the image, and how fast lithium diffuses there. Models take the first for the grain boundaries.", PhaseSettings.Read);
        s.Check(phases.DistinctBy(phase => phase.Label).Count() == phases.Count, "phases", "a label is given twice", "Remove one of them.");
        return new ImageSettings(file, s.LocationOf("file"), phases, s.LocationOf("phases"));
    }
}
