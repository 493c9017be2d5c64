using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Sources;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>The problem that a case states, put together and checked.</summary>
internal sealed class DiffusionModel
{
    private readonly DiffusionSettings _settings;

    private DiffusionModel(DiffusionSettings settings, LayerMaterial material, DiffusionProblem problem, IDiffusivityField field)
    {
        (_settings, Material, Problem) = (settings, material, problem);
        (JumpsAlongX, JumpsAlongY) = (field.JumpsAlongX, field.JumpsAlongY);
    }

    /// <summary>Where the diffusivities come from.</summary>
    public LayerMaterial Material { get; }

    /// <summary>The problem.</summary>
    public DiffusionProblem Problem { get; }

    /// <summary>Where the diffusivity jumps along x, m.</summary>
    public IReadOnlyList<double> JumpsAlongX { get; }

    /// <summary>Where the diffusivity jumps along y, m.</summary>
    public IReadOnlyList<double> JumpsAlongY { get; }

    /// <summary>Puts the problem together.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="paths">Where the case's files are.</param>
    /// <exception cref="InputException">The parts do not fit together; the message says which.</exception>
    public static DiffusionModel Build(DiffusionSettings settings, CasePaths paths)
    {
        LayerMaterial material = LayerMaterial.Resolve(settings, paths);
        IDiffusivityField field = Field(settings.Diffusivity, material);
        RectilinearMesh mesh = Mesh(settings, field);
        DiffusionProblem problem = Located(settings.Diffusivity.FieldLocation, () => new DiffusionProblem(mesh, field, Initial(settings, mesh)));
        HashSet<string> sides = [];
        foreach (ConditionSettings condition in settings.Conditions)
        {
            if (!mesh.SideNames.Contains(condition.Side))
                throw new InputException(condition.SideLocation, $"a one-dimensional mesh has no side {condition.Side}", "Give the mesh a 'y' axis, or choose xMin or xMax.");
            if (!sides.Add(condition.Side)) throw new InputException(condition.SideLocation, $"side {condition.Side} has two conditions", "Remove one of them.");
            problem[condition.Side] = condition.ToCondition();
        }

        foreach (SourceSettings source in settings.Sources)
            problem.Add(new FieldSource(new CellField("share", "1", source.Region.ToRegion(mesh).ShareOfCells(mesh)), source.InTime.Of(source.Rates)));
        var model = new DiffusionModel(settings, material, problem, field);
        MonitorSettings.Check(settings.Monitors, Located(settings.Diffusivity.FieldLocation, () => model.Simulate([])), [DiffusionSettings.BalanceName]);
        return model;
    }

    /// <summary>The simulation, at its start.</summary>
    /// <param name="monitors">What looks at the steps.</param>
    public Simulation Simulate(IReadOnlyList<IMonitor> monitors) =>
        new(Problem, _settings.Solution.Options(_settings.Output.TimesUntil(_settings.EndTime), monitors, AbsoluteTolerance()));

    private static IDiffusivityField Field(DiffusivitySettings settings, LayerMaterial material)
    {
        try
        {
            return DiffusivityFields.All[settings.Field](settings.Positions, material.Values);
        }
        catch (InvalidOperationException e)
        {
            throw new InputException(settings.FieldLocation, $"'field: {settings.Field}' does not take {CountText.Of(material.Values.Count, "diffusivity", "diffusivities")}", "Name a field that does, such as 'layered', or give one diffusivity.", e);
        }
        catch (ArgumentException e)
        {
            throw new InputException(settings.PositionsLocation, Sentences.Of(e), inner: e);
        }
    }

    private static RectilinearMesh Mesh(DiffusionSettings settings, IDiffusivityField field)
    {
        Axis x = WithFaces(settings.Mesh.X.ToAxis(), field.JumpsAlongX, "x");
        return new RectilinearMesh(x, settings.Mesh.Y is { } y ? WithFaces(y.ToAxis(), field.JumpsAlongY, "y") : null);

        Axis WithFaces(Axis axis, IReadOnlyList<double> places, string name)
        {
            SourceLocation location = settings.Diffusivity.PositionsLocation;
            if (places.Any(p => p <= axis.Start || p >= axis.End))
                throw new InputException(location, "a position lies outside the mesh", FormattableString.Invariant($"Positions lie between 0 and the length of {name}, {axis.End:g6} m."));
            return Located(location, () => axis.WithFacesAt(places));
        }
    }

    private static CellField Initial(DiffusionSettings settings, RectilinearMesh mesh)
    {
        double[] values = new double[mesh.Cells];
        values.AsSpan().Fill(settings.Initial.Value);
        foreach (InitialRegion region in settings.InitialRegions)
        {
            double[] shares = region.Region.ToRegion(mesh).ShareOfCells(mesh);
            for (int cell = 0; cell < values.Length; cell++) values[cell] += shares[cell] * (region.Value - values[cell]);
        }

        return new CellField("concentration", "mol/m^3", values);
    }

    // Where nothing is there at the start, the tolerance refers to the largest concentration that conditions and sources can bring about.
    private double AbsoluteTolerance()
    {
        foreach (double value in Problem.Initial.Values)
        {
            if (value != 0) return 0;
        }

        double largest = 0;
        foreach (ConditionSettings condition in _settings.Conditions.Where(c => c.Value is not null))
        {
            double length = condition.Side[0] == 'x' ? Problem.Mesh.X.Length : Problem.Mesh.Y!.Length;
            bool isFlux = !BoundaryKinds.All[condition.Kind].SetsFaceValue && !BoundaryKinds.All[condition.Kind].NeedsTransferCoefficient;
            largest = Math.Max(largest, condition.Values.Max(Math.Abs) * (isFlux ? _settings.EndTime / length : 1));
        }

        foreach (SourceSettings source in _settings.Sources) largest = Math.Max(largest, source.Rates.Max(Math.Abs) * _settings.EndTime);
        if (largest > 0) return _settings.Solution.Tolerance * largest;
        throw new InputException(_settings.Diffusivity.FieldLocation, "nothing diffuses: the domain is empty at the start, and no condition or source brings anything", "Give an 'initial-concentration', a condition or a source.");
    }

    private static T Located<T>(SourceLocation location, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw new InputException(location, Sentences.Of(e), inner: e);
        }
    }
}
