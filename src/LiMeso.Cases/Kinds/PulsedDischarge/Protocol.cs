using LiMeso.Cases.Settings;
using LiMeso.Core.Input;
using LiMeso.Depletion.Pulses;

namespace LiMeso.Cases.Kinds.PulsedDischarge;

/// <summary>A way to discharge a cell.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Segments">Stretches of constant current, repetitions written out.</param>
internal sealed record Protocol(string Name, IReadOnlyList<CurrentSegment> Segments)
{
    public static Protocol Read(SectionReader section)
    {
        string name = section.Text("name", "Name of the protocol.", example: "30 min on, 30 min rest");
        IReadOnlyList<CurrentSegment> once = section.Sections("segments", "Stretches of constant current, one after the other.", CurrentSettings.ReadSegment);
        int repeat = CurrentSettings.ReadRepeat(section);
        return new Protocol(name, [.. Enumerable.Repeat(once, repeat).SelectMany(s => s)]);
    }
}
