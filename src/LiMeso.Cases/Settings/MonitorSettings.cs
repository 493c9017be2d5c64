using LiMeso.Cases.Results;
using LiMeso.Core.Input;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;

namespace LiMeso.Cases.Settings;

/// <summary>A monitor that a case asks for.</summary>
/// <param name="Kind">Name of the kind of monitor.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Side">Name of the side that is watched.</param>
/// <param name="SideLocation">Where the side is written.</param>
/// <param name="Points">Points of a probe; ends of a line; corners of a region.</param>
/// <param name="Samples">Number of points on a line.</param>
/// <param name="Every">Record each so-many-th step.</param>
/// <param name="Location">Where the monitor is written.</param>
public sealed record MonitorSettings(
    string Kind, string Name, string Side, SourceLocation SideLocation, IReadOnlyList<PlaceSettings> Points, int Samples, int Every, SourceLocation Location)
{
    /// <summary>The key of the list.</summary>
    public const string Key = "monitors";

    /// <summary>Names of the sides that a mesh may have.</summary>
    public static readonly IReadOnlyList<string> Sides = ["xMin", "xMax", "yMin", "yMax"];

    private static readonly (MonitorParts Part, string Key)[] _parts =
        [(MonitorParts.Side, "side"), (MonitorParts.Points, "points"), (MonitorParts.Samples, "samples"), (MonitorParts.Every, "every")];

    /// <summary>Reads the list.</summary>
    /// <param name="section">The section that holds it.</param>
    public static IReadOnlyList<MonitorSettings> ReadAll(SectionReader section) =>
        section.Sections(Key, "What is recorded at every step, and what ends the run.", Read, required: false);

    /// <summary>Checks that monitors can look at a simulation, and can be told apart.</summary>
    /// <param name="monitors">The monitors.</param>
    /// <param name="simulation">A simulation at its start.</param>
    /// <param name="reserved">Names that they cannot have.</param>
    /// <exception cref="InputException">They cannot.</exception>
    public static void Check(IReadOnlyList<MonitorSettings> monitors, Simulation simulation, IReadOnlyList<string> reserved)
    {
        HashSet<string> taken = [.. reserved.Select(ResultKey.Of)];
        foreach (MonitorSettings monitor in monitors)
        {
            if (!taken.Add(ResultKey.Of(monitor.Name)))
                throw new InputException(monitor.Location, $"the run has a monitor called '{monitor.Name}' already", "Give this one another 'name'.");
            monitor.Check(simulation);
        }
    }

    private static MonitorSettings Read(SectionReader section)
    {
        string kind = section.Name("kind", MonitorKinds.All.Names, "Kind of monitor.");
        var monitor = new MonitorSettings(
            kind,
            section.OptionalText("name", "Its name in results and report; by default its kind.", "interface") ?? kind,
            section.Name("side", Sides, "The side that is watched.", Sides[0]),
            section.LocationOf("side"),
            section.Sections("points", "Points of a probe; the two ends of a line; two corners of a region.", PlaceSettings.Read, required: false),
            section.WholeNumber("samples", "Number of points on a line.", 101, Limits.Between(2, 100_000)),
            section.WholeNumber("every", "Record each so-many-th step.", 1),
            section.LocationOf("kind"));
        section.RefuseUnused(_parts.Where(p => !MonitorKinds.All[kind].Uses.HasFlag(p.Part)).Select(p => p.Key), $"'kind: {kind}'");
        return monitor;
    }

    /// <summary>The monitor.</summary>
    /// <param name="mesh">The mesh that it will look at.</param>
    /// <exception cref="InputException">It does not fit the mesh.</exception>
    public IMonitor Create(RectilinearMesh mesh)
    {
        if (!mesh.SideNames.Contains(Side)) throw new InputException(SideLocation, $"a one-dimensional mesh has no side {Side}", "Give the mesh a 'y' axis, or choose xMin or xMax.");
        Point[] points = [.. Points.Select(p => p.ToPoint(mesh))];
        return Located(() => MonitorKinds.All[Kind].Create(new MonitorRequest(Name) { Side = mesh.SideNamed(Side), Points = points, Samples = Samples, Every = Every }));
    }

    private void Check(Simulation simulation)
    {
        IMonitor monitor = Create(simulation.Problem.Mesh);
        Located(() =>
        {
            monitor.Start(simulation);
            return monitor;
        });
    }

    private IMonitor Located(Func<IMonitor> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw new InputException(Location, Sentences.Of(e), inner: e);
        }
    }
}
